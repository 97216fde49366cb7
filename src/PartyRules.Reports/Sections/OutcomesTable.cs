using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Results;

namespace PartyRules.Reports.Sections;

/// <summary>What follows from the results, clause by clause, with those it is about.</summary>
internal static class OutcomesTable
{
    private const int ShownAtOnce = 24;

    /// <summary>Writes outcomes; with a column for what people decide, where they are proposals.</summary>
    public static void Write(
        HtmlWriter html, ReportData data, string id, string caption, Func<Assessment, IEnumerable<Outcome>> which, bool toDecide)
    {
        var words = data.Words;
        List<Column> columns = [new(words["outcome"]), new(words["number"], ColumnKind.Number), new(words["subjects"])];
        if (toDecide)
            columns.Add(new(words["decision"]));
        DataTable.Write(html, id, caption, columns, () =>
        {
            using var body = html.In("tbody");
            foreach (var same in Outcomes(data, which))
                WriteRow(html, data, [.. same], toDecide);
        }, "outcomes");
    }

    public static bool Any(ReportData data, Func<Assessment, IEnumerable<Outcome>> which) =>
        data.Rows.Any(row => row.All.Any(assessment => which(assessment).Any()));

    private static IEnumerable<IGrouping<(string Code, LocalText Name), (Row Row, Outcome Outcome)>> Outcomes(
        ReportData data, Func<Assessment, IEnumerable<Outcome>> which) => data.Rows
        .SelectMany(row => row.All.SelectMany(which).Select(outcome => (row, outcome)))
        .GroupBy(found => (found.outcome.Code, found.outcome.Name))
        .OrderBy(same => same.Key.Code, StringComparer.Ordinal).ThenBy(same => same.Key.Name.English, StringComparer.Ordinal);

    private static void WriteRow(HtmlWriter html, ReportData data, List<(Row Row, Outcome Outcome)> same, bool toDecide)
    {
        using var line = html.In("tr");
        using (html.In("th", ("scope", "row")))
            html.Text(same[0].Outcome.Name.In(data.Words.Language));

        var subjects = same.GroupBy(found => found.Row.Subject.Id, StringComparer.Ordinal).Select(own => own.ToList()).ToList();
        html.Leaf("td", Words.Number(subjects.Count), ("class", "n strong"));
        using (html.In("td", ("class", "names")))
        {
            WriteNames(html, data, subjects[..Math.Min(ShownAtOnce, subjects.Count)]);
            if (subjects.Count > ShownAtOnce)
            {
                using var more = html.In("details", ("class", "more"));
                html.Leaf("summary", data.Words.Of("more", subjects.Count - ShownAtOnce));
                WriteNames(html, data, subjects[ShownAtOnce..]);
            }
        }

        if (toDecide)
            html.Shape("td", ("class", "decision"));
    }

    private static void WriteNames(HtmlWriter html, ReportData data, IReadOnlyList<List<(Row Row, Outcome Outcome)>> subjects)
    {
        for (var i = 0; i < subjects.Count; i++)
        {
            if (i > 0)
                html.Text(data.Words["list.separator"]);
            html.Name(data.LabelOf(subjects[i][0].Row.Subject));
            if (data.Rounds.Count == 0)
                continue;
            var when = data.Words.List(subjects[i].Select(found => When(found.Outcome)));
            html.Leaf("span", data.Words.Of("in-periods", when), ("class", "when"));
        }

        string When(Outcome outcome) =>
            outcome.Period.Kind == PeriodKind.Year ? data.Words["whole-year"] : data.Words.Part(outcome.Period);
    }
}
