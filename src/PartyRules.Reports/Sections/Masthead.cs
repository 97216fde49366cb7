using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Results;

namespace PartyRules.Reports.Sections;

/// <summary>What the report is about, and what it rests on.</summary>
internal static class Masthead
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        var words = data.Words;
        using var header = html.In("header", ("class", "masthead"));
        html.Leaf("p", words["kicker"], ("class", "kicker"));
        html.Leaf("h1", data.Scheme.Name.In(words.Language));
        html.Leaf(
            "p",
            data.Terms.Parent.Length == 0
                ? data.InWords(data.Year)
                : words.Of("period.of-parent", data.InWords(data.Year), data.NameOf(data.Terms.Parent)),
            ("class", "period"));
        WriteFigures(html, data);
        using (html.In("dl", ("class", "facts")))
        {
            var first = data.Scheme.BeginsWithin(data.Year.Year);
            FactList.Pair(
                html,
                words["fact.period"],
                words.Of(
                    first is null ? "fact.period.range" : "fact.period.shorter",
                    words.Date(first ?? data.Year.Start),
                    words.Date(data.Year.End)));
            if (data.AsOf is { } day)
                FactList.Pair(html, words["fact.as-of"], words.Of("fact.as-of.meaning", words.Date(day)), "wide");
            FactList.Pair(html, words["fact.source"], data.Scheme.Source.In(words.Language), "wide");
        }

        html.Leaf("p", words["internal"], ("class", "internal"));
    }

    private static void WriteFigures(HtmlWriter html, ReportData data)
    {
        using var list = html.In("dl", ("class", "figures"));
        FactList.Pair(html, data.Words["figure.subjects"], Words.Number(data.Rows.Count));
        foreach (var status in new[] { AssessmentStatus.Exempt, AssessmentStatus.Incomplete })
        {
            if (data.Rows.Count(row => row.Assessment.Status == status) is var count and > 0)
                FactList.Pair(html, data.Words[$"status.{status}"], Words.Number(count));
        }

        if (data.Rounds.Count > 0)
            FactList.Pair(html, data.Words["figure.rounds"], Words.Number(data.Rounds.Count));
        if (Model.Figures.Of(data.Totals) is { } totals)
        {
            FactList.Pair(html, data.Words["figure.median"], Words.Rounded(totals.Median));
            FactList.Pair(html, data.Words["figure.range"], $"{totals.Lowest}–{totals.Highest}");
        }
    }
}
