using PartyRules.Engine;
using PartyRules.Reports.Charts;
using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Results;

namespace PartyRules.Reports.Sections;

/// <summary>What was recorded for a subject in each month of a year, as a line and as numbers.</summary>
/// <remarks>
/// It shows what each entry is worth by its item, before limits, bounds and multipliers: a month is no part of the total, and the table
/// says so.
/// </remarks>
internal static class MonthsTable
{
    /// <summary>Writes the table where the result is of a whole year and rests on entries of at least two months.</summary>
    public static void Write(HtmlWriter html, ReportData data, Assessment assessment)
    {
        if (assessment.Period.Kind != PeriodKind.Year || assessment.Derivation is null)
            return;
        var months = MonthsOf(assessment.Derivation, assessment.Period);
        if (months.Count(month => month is not null) < 2)
            return;
        var words = data.Words;
        using var figure = html.In("div", ("class", "months"));
        html.Leaf("p", words["months.lead"], ("class", "small"));
        using (html.In("div", ("class", "course")))
            Sparkline.Write(html, months, Points.Min(0, months.Min(Recorded)), months.Max(Recorded));
        using var list = html.In("dl");
        for (var i = 0; i < months.Length; i++)
        {
            using var pair = html.In("div");
            html.Leaf("dt", words[$"month.{((assessment.Period.FirstMonth - 1 + i) % months.Length) + 1}"]);
            html.Leaf("dd", months[i]?.ToString() ?? "–");
        }

        static Points Recorded(Points? points) => points ?? 0;
    }

    /// <summary>What was recorded in each month of the year, in its order; entries of earlier years that still count are in none.</summary>
    private static Points?[] MonthsOf(Derivation derivation, Period year)
    {
        var months = new Points?[12];
        var seen = new HashSet<Derivation>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Derivation>([derivation]);
        while (open.TryPop(out var step))
        {
            if (!seen.Add(step))
                continue;
            if (step.Fact is Credit { Entry.Date: var date } credit && year.Contains(date))
            {
                var month = (date.Month - year.FirstMonth + months.Length) % months.Length;
                months[month] = (months[month] ?? 0) + credit.Points;
            }

            foreach (var premise in step.Premises)
                open.Push(premise);
        }

        return months;
    }
}
