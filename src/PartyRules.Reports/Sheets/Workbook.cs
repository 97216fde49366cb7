using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Spread = DocumentFormat.OpenXml.Spreadsheet;

namespace PartyRules.Reports.Sheets;

/// <summary>Writes a sheet as an Excel workbook: A4, its head repeated on every page, the same bytes for the same sheet.</summary>
internal static class Workbook
{
    private const uint A4 = 9;
    private static readonly DateTimeOffset FirstZipDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream output, Sheet sheet)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Make(sheet.Font);
            WriteSheet(workbook.AddNewPart<WorksheetPart>("sheet"), sheet);
            var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'";
            var names = new DefinedNames(
                new DefinedName($"{quoted}!${sheet.HeadRow}:${sheet.HeadRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 });
            if (sheet.HasFilter)
            {
                names.PrependChild(new DefinedName($"{quoted}!{TableRange(sheet, "$")}")
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = 0,
                    Hidden = true,
                });
            }

            workbook.Workbook = new Spread.Workbook(
                new Spread.Sheets(new Spread.Sheet { Name = sheet.Name, SheetId = 1, Id = "sheet" }), names);
        }

        Settle(package);
        package.Position = 0;
        package.CopyTo(output);
    }

    /// <summary>The library stamps the parts with the clock; here they all carry the first day that a zip file knows.</summary>
    private static void Settle(MemoryStream package)
    {
        using var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in zip.Entries)
            entry.LastWriteTime = FirstZipDay;
    }

    private static void WriteSheet(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane
            {
                VerticalSplit = sheet.HeadRow,
                TopLeftCell = $"A{sheet.HeadRow + 1}",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            },
            new Spread.Selection { Pane = PaneValues.BottomLeft })
        { WorkbookViewId = 0, ShowGridLines = false }));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 18, CustomHeight = true });
        writer.WriteElement(new Columns(sheet.Widths.Select((width, index) => ColumnOf((uint)index + 1, width))));
        writer.WriteStartElement(new SheetData());
        for (var i = 0; i < sheet.Rows.Count; i++)
            WriteRow(writer, i + 1, sheet.Rows[i]);
        writer.WriteEndElement();
        if (sheet.HasFilter)
            writer.WriteElement(new AutoFilter { Reference = TableRange(sheet, "") });
        var spans = sheet.Rows.Select((row, index) => (row.Spans, Number: index + 1)).Where(row => row.Spans > 1).ToList();
        if (spans.Count > 0)
        {
            var merged = spans.Select(row => new MergeCell { Reference = $"A{row.Number}:{ColumnName(row.Spans)}{row.Number}" });
            writer.WriteElement(new MergeCells(merged) { Count = (uint)spans.Count });
        }

        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new PageMargins { Left = 0.6, Right = 0.6, Top = 0.7, Bottom = 0.8, Header = 0.3, Footer = 0.4 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = A4,
            Orientation = sheet.IsWide ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = sheet.FitsOnePage ? 1u : 0u,
        });
        writer.WriteElement(new HeaderFooter(new OddFooter($"&C{sheet.Footer}")));
        writer.WriteEndElement();
    }

    private static Spread.Column ColumnOf(uint number, double width) =>
        new() { Min = number, Max = number, Width = width, CustomWidth = true };

    private static void WriteRow(OpenXmlWriter writer, int number, SheetRow row)
    {
        var start = new Row { RowIndex = (uint)number };
        if (row.Height is { } height)
            (start.Height, start.CustomHeight) = (height, true);
        writer.WriteStartElement(start);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            var written = new Spread.Cell
            {
                CellReference = $"{ColumnName(i + 1)}{number.ToString(CultureInfo.InvariantCulture)}",
                StyleIndex = (uint)cell.Style,
            };
            if (cell.Number is { } value)
                written.CellValue = new CellValue(value);
            else if (cell.Text is { Length: > 0 } text)
                (written.DataType, written.InlineString) =
                    (CellValues.InlineString, new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
            writer.WriteElement(written);
        }

        writer.WriteEndElement();
    }

    private static string TableRange(Sheet sheet, string anchor) =>
        $"{anchor}A{anchor}{sheet.HeadRow}:{anchor}{ColumnName(sheet.Widths.Count)}{anchor}{sheet.LastTableRow}";

    private static string ColumnName(int number) =>
        number <= 26 ? ((char)('A' + number - 1)).ToString() : ColumnName((number - 1) / 26) + ColumnName(((number - 1) % 26) + 1);
}
