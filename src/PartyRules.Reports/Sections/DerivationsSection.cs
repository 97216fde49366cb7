using PartyRules.Explanations;
using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Results;

namespace PartyRules.Reports.Sections;

/// <summary>How each result came about, down to the entries and clauses.</summary>
internal sealed class DerivationsSection : ISection
{
    public string Id => "derivations";

    public bool IsIn(ReportData data) => data.Explained.Count > 0;

    public void Write(HtmlWriter html, ReportData data)
    {
        var words = data.Words;
        html.Leaf("p", words[data.Explained.Count == data.Rows.Count ? "derivations.lead" : "derivations.lead.some"], ("class", "lead"));
        if (data.Explained.Count < data.Rows.Count)
            html.Leaf("p", words.Of("derivations.bound", data.Explained.Count, data.Rows.Count, data.Scheme.Id), ("class", "lead"));
        foreach (var row in data.Explained)
            WriteSubject(html, data, row);
    }

    private static void WriteSubject(HtmlWriter html, ReportData data, Row row)
    {
        using var details = html.In("details", ("class", "derivation"));
        using (html.In("summary"))
        {
            html.Name(row.Subject.ToString());
            var result = new[] { TotalOf(data, row.Assessment), row.Assessment.Grade?.Name.In(data.Words.Language) }.OfType<string>()
                .DefaultIfEmpty(data.Words[$"status.{row.Assessment.Status}"]);
            html.Leaf("span", string.Join(" · ", result), ("class", "sub"));
        }

        using var account = html.In("div", ("id", data.AnchorOf(row)), ("class", "account"));
        foreach (var assessment in row.All.Where(assessment => assessment.Derivation is not null))
            WriteAccount(html, Explainer.Explain(assessment, data.Words.Language));
    }

    private static string? TotalOf(ReportData data, Assessment assessment) => assessment.RoundedTotal is { } rounded
        ? data.Words.Of("total.rounded", assessment.Total, rounded)
        : assessment.Total?.ToString();

    /// <summary>Lines of an account that stand in belong to the line before them.</summary>
    private static void WriteAccount(HtmlWriter html, string account)
    {
        var lines = account.TrimEnd('\n').Split('\n');
        html.Leaf("h3", lines[0]);
        for (var i = 1; i < lines.Length;)
        {
            html.Leaf("p", lines[i++]);
            if (i == lines.Length || !lines[i].StartsWith(' '))
                continue;
            using var list = html.In("ul");
            while (i < lines.Length && lines[i].StartsWith(' '))
                html.Leaf("li", lines[i++].Trim());
        }
    }
}
