using System.Globalization;
using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>
/// The names of a long list by their first characters, each leading to its row: a page without scripts has no box to search in.
/// </summary>
internal sealed class NamesSection : ISection
{
    /// <summary>From how many subjects on one looks for a name rather than reads the list.</summary>
    private const int From = 20;

    public string Id => "names";

    public bool IsIn(ReportData data) => data.Rows.Count >= From && data.Rows.All(row => row.Subject.Name.Length > 0);

    public void Write(HtmlWriter html, ReportData data)
    {
        using var details = html.In("details", ("class", "index"));
        html.Leaf("summary", data.Words.Of("names.summary", data.CountOf(data.Rows.Count)));
        using var list = html.In("dl");
        var byFirst = data.Rows.GroupBy(row => StringInfo.GetNextTextElement(row.Subject.Name), StringComparer.Ordinal);
        foreach (var same in byFirst.OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            using (html.In("dt"))
                html.Name(same.Key);
            using var names = html.In("dd");
            foreach (var row in same.OrderBy(row => row.Subject.Name, StringComparer.Ordinal))
            {
                using (html.In("a", ("href", $"#{data.RowAnchorOf(row)}")))
                    html.Name(data.LabelOf(row.Subject));
                html.Text(" ");
            }
        }
    }
}
