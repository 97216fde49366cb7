using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

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
            html.Leaf("p", words.Of("derivations.bound", data.Explained.Count, data.Rows.Count), ("class", "lead"));
        foreach (var row in data.Explained)
            WriteSubject(html, data, row);
    }

    private static void WriteSubject(HtmlWriter html, ReportData data, Row row)
    {
        using var details = html.In("details", ("class", "derivation"));
        using (html.In("summary"))
        {
            html.Name(row.Subject.ToString());
            html.Leaf("span", Account.ResultOf(data, row.Assessment), ("class", "sub"));
        }

        using var account = html.In("div", ("id", data.AnchorOf(row)), ("class", "account"));
        foreach (var assessment in row.All.Where(assessment => assessment.Derivation is not null))
            Account.Write(html, data, assessment);
    }
}
