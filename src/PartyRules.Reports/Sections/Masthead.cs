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
            Fact(
                html,
                words["fact.period"],
                words.Of(
                    first is null ? "fact.period.range" : "fact.period.shorter",
                    words.Date(first ?? data.Year.Start),
                    words.Date(data.Year.End)));
            if (data.AsOf is { } day)
                Fact(html, words["fact.as-of"], words.Of("fact.as-of.meaning", words.Date(day)), "wide");
            Fact(html, words["fact.source"], data.Scheme.Source.In(words.Language), "wide");
        }

        html.Leaf("p", words["internal"], ("class", "internal"));
    }

    private static void WriteFigures(HtmlWriter html, ReportData data)
    {
        using var list = html.In("dl", ("class", "figures"));
        Figure(html, data.Words["figure.subjects"], Words.Number(data.Rows.Count));
        foreach (var status in new[] { AssessmentStatus.Exempt, AssessmentStatus.Incomplete })
        {
            if (data.Rows.Count(row => row.Assessment.Status == status) is var count and > 0)
                Figure(html, data.Words[$"status.{status}"], Words.Number(count));
        }

        if (data.Rounds.Count > 0)
            Figure(html, data.Words["figure.rounds"], Words.Number(data.Rounds.Count));
        if (Model.Figures.Of(data.Totals) is { } totals)
        {
            Figure(html, data.Words["figure.median"], Words.Rounded(totals.Median));
            Figure(html, data.Words["figure.range"], $"{totals.Lowest}–{totals.Highest}");
        }
    }

    private static void Figure(HtmlWriter html, string name, string figure)
    {
        using var pair = html.In("div");
        html.Leaf("dt", name);
        html.Leaf("dd", figure);
    }

    private static void Fact(HtmlWriter html, string name, string value, string? kind = null)
    {
        using var pair = html.In("div", ("class", kind));
        html.Leaf("dt", name);
        html.Leaf("dd", value);
    }
}
