using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>The totals of the subjects of each parent, such as the members of each branch.</summary>
/// <remarks>In the order of the parents' identifiers: who is compared with whom is for the scheme to say.</remarks>
internal sealed class ParentsSection : ISection
{
    public string Id => "parents";

    public bool IsIn(ReportData data) => Parents(data).Skip(1).Any();

    public string Heading(ReportData data) => data.HeadingOf("section.parents");

    public void Write(HtmlWriter html, ReportData data)
    {
        var words = data.Words;
        html.Leaf("p", words["parents.lead"], ("class", "lead"));
        List<Column> columns =
            [new(words["parent"]), new(words["number"], ColumnKind.Number), .. Spread.Columns(words)];
        var whole = Figures.Of(data.Totals)!;
        var parents = Parents(data).OrderBy(own => own.Key, StringComparer.Ordinal).ToList();
        DataTable.Write(html, "parents", words["parents.caption"], columns, () =>
        {
            using var body = html.In("tbody");
            foreach (var own in parents)
                WriteRow(html, data.NameOf(own.Key), Figures.Of(own.Select(row => row.Assessment.Total!.Value))!, whole);
        }, "spans", parents.Count);
        html.Leaf("p", words["components.legend"], ("class", "legend"));
    }

    private static void WriteRow(HtmlWriter html, string name, Figures figures, Figures whole)
    {
        using var line = html.In("tr");
        using (html.In("th", ("scope", "row")))
            html.Name(name);
        html.Leaf("td", Words.Number(figures.Count), ("class", "n"));
        Spread.WriteCells(html, figures, whole.Lowest, whole.Highest);
    }

    private static IEnumerable<IGrouping<string, Row>> Parents(ReportData data) => data.Rows
        .Where(row => row.Subject.Parent.Length > 0 && row.Assessment.Total is not null)
        .GroupBy(row => row.Subject.Parent, StringComparer.Ordinal);
}
