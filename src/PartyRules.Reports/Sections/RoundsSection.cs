using PartyRules.Reports.Charts;
using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Reports.Sections;

/// <summary>The history of a contest: ranks and totals round by round, and who held the flag.</summary>
internal sealed class RoundsSection : ISection
{
    public string Id => "rounds";

    public bool IsIn(ReportData data) => data.Rounds.Count > 0 && data.Rows.Any(row => row.All.Any(IsPlayed));

    public string Heading(ReportData data) => data.Words[HasFlag(data) ? "section.rounds.flag" : "section.rounds"];

    public void Write(HtmlWriter html, ReportData data)
    {
        var words = data.Words;
        var totals = data.Rows.SelectMany(row => row.All).Where(IsPlayed).Select(assessment => assessment.Total!.Value).ToList();
        List<Column> columns =
        [
            new(words["subject"]),
            .. data.Rounds.Select(round => new Column(words.Part(round), ColumnKind.Number)),
            new(words["rounds.trend"], ColumnKind.Chart),
        ];
        if (HasFlag(data))
            columns.Add(new(words["rounds.held"], ColumnKind.Number));
        var ranked = HasFlag(data) ? "rounds.lead.flag" : "rounds.lead.ranks";
        html.Leaf("p", words[data.Scheme.Ranking is null ? "rounds.lead" : ranked], ("class", "lead"));
        DataTable.Write(html, "rounds", words.Of("rounds.caption", words.Period(data.Year)), columns, () =>
        {
            foreach (var pool in data.Rows.GroupBy(row => row.Pool).OrderBy(pool => pool.Key, StringComparer.Ordinal))
            {
                using var body = html.In("tbody");
                RankingSection.WritePool(html, data, pool.Key, columns.Count);
                foreach (var row in pool)
                    WriteRow(html, data, row, totals.Min(), totals.Max());
            }
        }, "rounds");
    }

    private static void WriteRow(HtmlWriter html, ReportData data, Row row, Points lowest, Points highest)
    {
        var rounds = data.Rounds.Select(round => row.All.FirstOrDefault(assessment => assessment.Period == round)).ToList();
        using var line = html.In("tr");
        using (html.In("th", ("scope", "row")))
            html.Name(data.LabelOf(row.Subject));
        foreach (var round in rounds)
            WriteRound(html, data, round);
        using (html.In("td", ("class", "c")))
            Sparkline.Write(html, rounds.ConvertAll(round => round?.Total), lowest, highest);
        if (HasFlag(data))
            html.Leaf("td", rounds.Count(HeldFlag) is var held and > 0 ? Words.Number(held) : "–", ("class", "n"));
    }

    private static void WriteRound(HtmlWriter html, ReportData data, Assessment? round)
    {
        using var cell = html.In("td", ("class", HeldFlag(round) ? "n held" : "n"));
        if (round is null || !IsPlayed(round))
        {
            html.Text(round is { Status: not AssessmentStatus.Assessed } ? data.Words[$"status.{round.Status}"] : "–");
            return;
        }

        if (HeldFlag(round))
            Flag.Write(html, data.Words["rounds.flag"]);
        if (round.Rank is { } rank)
            html.Leaf("span", data.Words.Of("rounds.rank", rank), ("class", "rank"));
        html.Leaf("span", round.Total!.Value.ToString(), ("class", "sub"));
    }

    private static bool IsPlayed(Assessment assessment) => assessment.Period.Kind != PeriodKind.Year && assessment.Total is not null;

    private static bool HeldFlag(Assessment? assessment) =>
        assessment is not null && assessment.Awards.Any(award => award.Kind == OutcomeKind.Flag);

    private static bool HasFlag(ReportData data) => data.Scheme.Outcomes.Any(outcome => outcome.Kind == OutcomeKind.Flag);
}
