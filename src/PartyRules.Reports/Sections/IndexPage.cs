using PartyRules.Reports.Html;
using PartyRules.Reports.Model;

namespace PartyRules.Reports.Sections;

/// <summary>The pages of one parent.</summary>
/// <param name="Parent">The parent's identifier; empty for those who have none.</param>
/// <param name="Report">The file of its report.</param>
/// <param name="Notice">The file of its public notice; null where the scheme has none.</param>
/// <param name="Signature">The file of its sheets to sign.</param>
internal sealed record ParentPages(string Parent, string Report, string? Notice, string Signature);

/// <summary>The page that leads to the pages of every parent.</summary>
internal static class IndexPage
{
    public static void Write(HtmlWriter html, ReportData data, IReadOnlyList<ParentPages> pages)
    {
        var words = data.Words;
        var title = words.Of("page.title", data.Scheme.Name, data.InWords(data.Year));
        var subjects = data.Rows.ToLookup(row => row.Subject.Parent, StringComparer.Ordinal);
        List<Column> columns = [new(words["parent"]), new(words["subjects"], ColumnKind.Number), new(words["mean"], ColumnKind.Number)];
        if (data.Notice is not null)
            columns.Add(new(words["index.notice"]));
        columns.Add(new(words["index.sign"]));
        Document.Write(html, data, title, "report", () => Masthead.Write(html, data), () =>
        {
            using var section = html.In("section", ("aria-labelledby", "index-h"));
            html.Leaf("h2", words["index.title"], ("id", "index-h"));
            DataTable.Write(html, "index", words["index.caption"], columns, () =>
            {
                using var body = html.In("tbody");
                foreach (var own in pages)
                    WriteRow(html, data, own, [.. subjects[own.Parent]]);
            }, rowCount: pages.Count);
        });
    }

    private static void WriteRow(HtmlWriter html, ReportData data, ParentPages own, List<Row> rows)
    {
        using var line = html.In("tr");
        using (html.In("th", ("scope", "row")))
        using (html.In("a", ("href", Uri.EscapeDataString(own.Report))))
            html.Name(own.Parent.Length > 0 ? data.NameOf(own.Parent) : data.Words["index.without"]);
        html.Leaf("td", Words.Number(rows.Count), ("class", "n"));
        var totals = Figures.Of(rows.Where(row => row.Assessment.Total is not null).Select(row => row.Assessment.Total!.Value));
        html.Leaf("td", totals is null ? "–" : Words.Rounded(totals.Mean), ("class", "n"));
        if (own.Notice is { } notice)
            WriteLink(html, notice, data.Words["index.notice"]);
        WriteLink(html, own.Signature, data.Words["index.sign"]);
    }

    private static void WriteLink(HtmlWriter html, string file, string text)
    {
        using var cell = html.In("td");
        html.Leaf("a", text, ("href", Uri.EscapeDataString(file)));
    }
}
