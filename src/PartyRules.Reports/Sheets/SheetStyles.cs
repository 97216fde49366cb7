using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartyRules.Reports.Sheets;

/// <summary>The formats of cells, in the order of <see cref="CellStyle"/>.</summary>
internal static class SheetStyles
{
    private const uint DateFormat = 164;

    public static Stylesheet Make(string font) => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(Font(font, 11), Font(font, 11, bold: true), Font(font, 20, bold: true), Font(font, 12)) { Count = 4 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF2EFE8" }) { PatternType = PatternValues.Solid }))
        { Count = 3 },
        new Borders(None(), Thin()) { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(Enum.GetValues<CellStyle>().Select(Format)) { Count = (uint)Enum.GetValues<CellStyle>().Length });

    private static CellFormat Format(CellStyle style) => style switch
    {
        CellStyle.Text => Table(HorizontalAlignmentValues.Left, wrap: true),
        CellStyle.Quoted => With(Table(HorizontalAlignmentValues.Left, wrap: true), format => format.QuotePrefix = true),
        CellStyle.Number => Table(HorizontalAlignmentValues.Right),
        CellStyle.Date => With(
            Aligned(0, HorizontalAlignmentValues.Left), format => (format.NumberFormatId, format.ApplyNumberFormat) = (DateFormat, true)),
        CellStyle.Head => Head(HorizontalAlignmentValues.Left),
        CellStyle.NumberHead => Head(HorizontalAlignmentValues.Right),
        CellStyle.Title => Aligned(2, HorizontalAlignmentValues.Center),
        CellStyle.Subtitle => Aligned(3, HorizontalAlignmentValues.Center),
        CellStyle.Right => Aligned(0, HorizontalAlignmentValues.Right),
        CellStyle.Paragraph => Aligned(0, HorizontalAlignmentValues.Left, wrap: true),
        _ => Aligned(0, HorizontalAlignmentValues.Left),
    };

    private static CellFormat Table(HorizontalAlignmentValues horizontal, bool wrap = false) =>
        With(Aligned(0, horizontal, wrap), format =>
        {
            (format.BorderId, format.ApplyBorder) = (1, true);
            format.GetFirstChild<Alignment>()!.Indent = 1;
        });

    private static CellFormat Head(HorizontalAlignmentValues horizontal) =>
        With(Table(horizontal, wrap: true),
            format => (format.FontId, format.ApplyFont, format.FillId, format.ApplyFill) = (1, true, 2, true));

    private static CellFormat Aligned(uint font, HorizontalAlignmentValues horizontal, bool wrap = false)
    {
        var alignment =
            new Alignment { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = wrap ? true : null };
        return new CellFormat(alignment)
        {
            NumberFormatId = 0,
            FontId = font,
            FillId = 0,
            BorderId = 0,
            FormatId = 0,
            ApplyFont = font > 0 ? true : null,
            ApplyAlignment = true,
        };
    }

    private static CellFormat With(CellFormat format, Action<CellFormat> change)
    {
        change(format);
        return format;
    }

    private static Font Font(string name, double size, bool bold = false)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = name });
        return font;
    }

    private static Border None() => new(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());

    private static Border Thin()
    {
        var grey = new HexBinaryValue("FFB9B2A4");
        return new Border(
            new LeftBorder(new Color { Rgb = grey.Value }) { Style = BorderStyleValues.Thin },
            new RightBorder(new Color { Rgb = grey.Value }) { Style = BorderStyleValues.Thin },
            new TopBorder(new Color { Rgb = grey.Value }) { Style = BorderStyleValues.Thin },
            new BottomBorder(new Color { Rgb = grey.Value }) { Style = BorderStyleValues.Thin },
            new DiagonalBorder());
    }
}
