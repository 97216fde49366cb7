using PartyRules.Reports.Charts;
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
        [
            new(words["parent"]),
            new(words["number"], ColumnKind.Number),
            new(words["mean"], ColumnKind.Number),
            new(words["median"], ColumnKind.Number),
            new(words["lowest"], ColumnKind.Number),
            new(words["highest"], ColumnKind.Number),
            new("", ColumnKind.Chart),
        ];
        var whole = Figures.Of(data.Totals)!;
        var parents = Parents(data).ToList();
        DataTable.Write(html, "parents", words["parents.caption"], columns, () =>
        {
            using var body = html.In("tbody");
            foreach (var (parent, figures) in parents)
                WriteRow(html, data.NameOf(parent), figures, whole);
        }, "spans", parents.Count);
        html.Leaf("p", words["components.legend"], ("class", "legend"));
    }

    private static void WriteRow(HtmlWriter html, string name, Figures figures, Figures whole)
    {
        using var line = html.In("tr");
        using (html.In("th", ("scope", "row")))
            html.Name(name);
        html.Leaf("td", Words.Number(figures.Count), ("class", "n"));
        html.Leaf("td", Words.Rounded(figures.Mean), ("class", "n strong"));
        html.Leaf("td", Words.Rounded(figures.Median), ("class", "n"));
        html.Leaf("td", figures.Lowest.ToString(), ("class", "n"));
        html.Leaf("td", figures.Highest.ToString(), ("class", "n"));
        using (html.In("td", ("class", "c")))
            Bar.WriteSpan(html, figures.Lowest.ToDecimal(), figures.Mean, figures.Highest.ToDecimal(),
                whole.Lowest.ToDecimal(), whole.Highest.ToDecimal());
    }

    private static IEnumerable<(string Parent, Figures Figures)> Parents(ReportData data) => data.Rows
        .Where(row => row.Subject.Parent.Length > 0 && row.Assessment.Total is not null)
        .GroupBy(row => row.Subject.Parent, StringComparer.Ordinal)
        .OrderBy(own => own.Key, StringComparer.Ordinal)
        .Select(own => (own.Key, Figures.Of(own.Select(row => row.Assessment.Total!.Value))!));
}
