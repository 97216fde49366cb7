using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Reports.Notices;

namespace PartyRules.Reports.Sheets;

/// <summary>The public notice as a sheet.</summary>
internal static class NoticeSheet
{
    /// <summary>Up to how many names a notice is put on one page, where they can still be read from a board.</summary>
    private const int OnePage = 35;

    public static void Write(Stream output, ReportData data)
    {
        var words = data.Words;
        var notice = new NoticeContents(data);
        var widths = notice.Columns
            .Select((column, index) => Sheet.ColumnWidth(column.Heading, notice.Rows.Select(row => row.Cells[index].Text))).ToList();
        List<SheetRow> rows =
        [
            new([Cell.Of(notice.Title, CellStyle.Title)], 34, widths.Count),
            Sheet.Paragraph(notice.Subtitle, widths, CellStyle.Subtitle),
            Sheet.Paragraph(notice.Opening, widths),
            new([.. notice.Columns.Select(Head)], 24),
        ];
        var head = rows.Count;
        rows.AddRange(notice.Rows.Select(row => new SheetRow([.. row.Cells.Select(CellOf)])));
        var last = rows.Count;
        if (notice.Masking is { } masking)
            rows.Add(Sheet.Paragraph(masking, widths));
        rows.Add(Sheet.Paragraph(notice.Objections, widths));
        if (notice.Days is var (first, final))
        {
            rows.Add(new([Cell.Of(words["notice.first-day"], CellStyle.Plain), Cell.Of("", CellStyle.Plain), Cell.Of(first)]));
            var lastDay = words.Of("notice.last-day", notice.ObjectionDays);
            rows.Add(new([Cell.Of(lastDay, CellStyle.Plain), Cell.Of("", CellStyle.Plain), Cell.Of(final)]));
        }
        else
        {
            rows.Add(Sheet.Paragraph($"{words["notice.period"]}{words["colon"]}{notice.Period}", widths));
        }

        rows.Add(Sheet.Paragraph($"{words["notice.contact"]}{words["colon"]}{notice.Contact}", widths));
        rows.Add(new([Cell.Of(words["notice.seal"], CellStyle.Right)], 24, widths.Count));
        rows.Add(new([Cell.Of(notice.SignedOn, CellStyle.Right)], 20, widths.Count));
        var sheet = new Sheet(words["sheet.notice"], widths, rows, head, last, IsWide: false, words["sheet.page"], words["sheet.font"]);
        Workbook.Write(output, sheet with { FitsOnePage = notice.Rows.Count <= OnePage });
    }

    private static Cell Head(Column column) =>
        Cell.Of(column.Heading, column.Kind == ColumnKind.Number ? CellStyle.NumberHead : CellStyle.Head);

    private static Cell CellOf(NoticeCell cell) => cell.Number is { } number ? Cell.Of(number) : Cell.Of(cell.Text);
}
