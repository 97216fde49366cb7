using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Reports.Notices;

namespace PartyRules.Reports.Sections;

/// <summary>The public notice: results without anything that is not for the public, how long they are up, and where to object.</summary>
internal static class Notice
{
    public static void Write(HtmlWriter html, ReportData data, string heading)
    {
        var words = data.Words;
        var notice = new NoticeContents(data);
        html.Leaf(heading, notice.Title, ("class", "notice-title"), ("id", "notice-h"));
        html.Leaf("p", notice.Subtitle, ("class", "notice-subtitle"));
        html.Leaf("p", notice.Opening);
        DataTable.Write(html, "notice", words["notice.caption"], notice.Columns, () =>
        {
            using var body = html.In("tbody");
            foreach (var row in notice.Rows)
                WriteRow(html, notice, row);
        }, "notice-table", notice.Rows.Count);
        if (notice.Masking is { } masking)
            html.Leaf("p", masking, ("class", "small"));
        html.Leaf("p", notice.Objections);
        using (html.In("dl", ("class", "contact")))
        {
            html.Leaf("dt", words["notice.period"]);
            html.Leaf("dd", notice.Period);
            html.Leaf("dt", words["notice.contact"]);
            html.Leaf("dd", notice.Contact);
        }

        using var signature = html.In("div", ("class", "signature"));
        html.Leaf("p", words["notice.seal"]);
        html.Leaf("p", notice.SignedOn);
    }

    private static void WriteRow(HtmlWriter html, NoticeContents notice, NoticeRow row)
    {
        using var line = html.In("tr");
        for (var i = 0; i < row.Cells.Count; i++)
        {
            using var cell = i == notice.NameColumn ? html.In("th", ("scope", "row")) : html.In("td", ("class", notice.Columns[i].Class));
            if (notice.Columns[i].Kind == ColumnKind.Words)
                html.Name(row.Cells[i].Text);
            else
                html.Text(row.Cells[i].Text);
        }
    }
}

/// <summary>The notice as a page of the report.</summary>
internal sealed class NoticeSection : ISection
{
    public string Id => "notice";

    public bool IsIn(ReportData data) => data.Notice is not null && data.Rows.Count > 0;

    public bool WritesHeading => true;

    public void Write(HtmlWriter html, ReportData data) => Notice.Write(html, data, "h2");
}

/// <summary>The notice alone, for the board.</summary>
internal static class NoticePage
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        var title = data.Words["notice.title"];
        _ = data.Notice ?? throw new InvalidOperationException($"{data.Scheme} has no notice clause.");
        Document.Write(html, data, title, "notice-page", () => { }, () =>
        {
            using var section = html.In("section", ("class", "notice"), ("aria-labelledby", "notice-h"));
            Notice.Write(html, data, "h1");
        });
    }
}
