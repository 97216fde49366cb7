using System.Globalization;
using PartyRules.Data;
using PartyRules.Results;
using PartyRules.Schemes;
using Spectre.Console;

namespace PartyRules.Cli.Output;

/// <summary>What a person wants to see of a run at a glance.</summary>
internal sealed class Summary(IAnsiConsole console, Scheme scheme, IReadOnlyList<Assessment> results, Language language)
{
    public void Write(DataSet data)
    {
        console.WriteLine(T("summary.title", scheme.Name, scheme.ToString(), data.Year, scheme.ContentHash[..12]));
        console.WriteLine(T("summary.counts", data.Subjects.Count, data.Entries.Count - data.EntriesOutsideYear, Count(AssessmentStatus.Assessed), Count(AssessmentStatus.Exempt), Count(AssessmentStatus.Incomplete)));
        if (data.EntriesOutsideYear > 0)
            console.WriteLine(T("summary.outside", data.EntriesOutsideYear, data.Year));
        WriteGrades();
        WriteExtremes();
        WriteHolders();
        WriteOutcomes("summary.findings", assessment => assessment.Findings);
        WriteOutcomes("summary.proposals", assessment => [.. assessment.Awards, .. assessment.Recommendations, .. assessment.Measures]);
    }

    private void WriteGrades()
    {
        var graded = results.Where(result => result.Grade is not null).ToList();
        if (scheme.Grades is not { } scale || graded.Count == 0)
            return;
        var table = TableOf("summary.grade", "summary.number", "summary.share", "");
        foreach (var band in scale.Bands)
        {
            var count = graded.Count(result => result.Grade == band);
            var bar = new string('█', (int)Math.Round(count * 30m / graded.Count, MidpointRounding.AwayFromZero));
            Row(table, band.Name.In(language), Number(count), (100m * count / graded.Count).ToString("0.0", CultureInfo.InvariantCulture) + "%", bar);
        }

        console.Write(table);
    }

    private void WriteExtremes()
    {
        var totals = results.Where(result => result.Total is not null)
            .OrderByDescending(result => result.Total).ThenBy(result => result.Subject.Id, StringComparer.Ordinal).ThenBy(result => result.Period).ToList();
        var shown = totals.Count <= 10 ? totals : [.. totals.Take(5), .. totals.TakeLast(5)];
        if (shown.Count == 0)
            return;
        var table = TableOf("summary.subject", "summary.period", "summary.total", "summary.grade");
        foreach (var result in shown)
            Row(table, result.Subject.ToString(), result.Period.ToString(), result.Total!.Value.ToString(), result.Grade?.Name.In(language) ?? "");
        console.WriteLine(T("summary.extremes"));
        console.Write(table);
    }

    private void WriteHolders()
    {
        if (scheme.Ranking is null)
            return;
        var table = TableOf("summary.period", "summary.first", "summary.total");
        foreach (var round in results.Where(result => result.Rank == 1).GroupBy(result => result.Period).OrderBy(round => round.Key))
            Row(table, round.Key.ToString(), string.Join(", ", round.Select(result => result.Subject.ToString())), round.First().Total!.Value.ToString());
        console.Write(table);
    }

    private void WriteOutcomes(string heading, Func<Assessment, IReadOnlyList<Outcome>> which)
    {
        var outcomes = results.SelectMany(which).GroupBy(outcome => outcome.Code, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (outcomes.Count == 0)
            return;
        var table = TableOf("summary.code", "summary.name", "summary.number");
        foreach (var group in outcomes)
            Row(table, group.Key, group.First().Name.In(language), Number(group.Count()));
        console.WriteLine(T(heading));
        console.Write(table);
    }

    private int Count(AssessmentStatus status) => results.Count(result => result.Status == status);

    private Table TableOf(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
            table.AddColumn(heading.Length == 0 ? "" : T(heading));
        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string T(string key, params object?[] arguments) => Tool.Texts.In(language, key, arguments);
}
