using PartyRules.Explanations;
using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Results;

namespace PartyRules.Reports.Sections;

/// <summary>The account of one result, as <c>partyrules explain</c> gives it, under the name of its period.</summary>
internal static class Account
{
    /// <summary>The total and the grade in a few words, or how far the assessment got.</summary>
    public static string ResultOf(ReportData data, Assessment assessment)
    {
        var result = new[] { TotalOf(data, assessment), assessment.Grade?.Name.In(data.Words.Language) }.OfType<string>()
            .DefaultIfEmpty(data.Words[$"status.{assessment.Status}"]);
        return string.Join(" · ", result);
    }

    /// <summary>
    /// Writes the account. Its own title names the subject, whom the page has named, and the exact text of the scheme, which stands among
    /// the technical details.
    /// </summary>
    public static void Write(HtmlWriter html, ReportData data, Assessment assessment)
    {
        html.Leaf("h3", data.InWords(assessment.Period));
        MonthsTable.Write(html, data, assessment);
        var lines = Explainer.Explain(assessment, data.Words.Language).TrimEnd('\n').Split('\n')[1..];
        for (var i = 0; i < lines.Length;)
        {
            html.Leaf("p", lines[i++]);
            if (i == lines.Length || !lines[i].StartsWith(' '))
                continue;
            using var list = html.In("ul");
            while (i < lines.Length && lines[i].StartsWith(' '))
                html.Leaf("li", lines[i++].Trim());
        }
    }

    private static string? TotalOf(ReportData data, Assessment assessment) => assessment.RoundedTotal is { } rounded
        ? data.Words.Of("total.rounded", assessment.Total, rounded)
        : assessment.Total?.ToString();
}
