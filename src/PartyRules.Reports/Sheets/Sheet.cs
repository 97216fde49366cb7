using System.Globalization;
using PartyRules.Reports.Html;

namespace PartyRules.Reports.Sheets;

/// <summary>How a cell is set; the order is that of the formats in <see cref="SheetStyles"/>.</summary>
internal enum CellStyle
{
    /// <summary>Words in a table.</summary>
    Text,

    /// <summary>Words that a spreadsheet would take for a formula, were they typed.</summary>
    Quoted,

    /// <summary>A number in a table.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>The head of a column of words.</summary>
    Head,

    /// <summary>The head of a column of numbers.</summary>
    NumberHead,

    /// <summary>The title over the sheet.</summary>
    Title,

    /// <summary>The line under the title.</summary>
    Subtitle,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>Words at the right edge.</summary>
    Right,

    /// <summary>Words outside the table.</summary>
    Plain,
}

/// <summary>A cell.</summary>
/// <param name="Style">How it is set.</param>
/// <param name="Text">Its words; null for a number or date.</param>
/// <param name="Number">Its number, or the serial number of its date; null for words.</param>
internal readonly record struct Cell(CellStyle Style, string? Text, string? Number = null)
{
    private const int LongestText = 32_767;
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Words; a leading sign that would start a formula stays, and the cell says that it is none.</summary>
    public static Cell Of(string text, CellStyle style = CellStyle.Text)
    {
        var visible = SafeText.Visible(text);
        if (visible.Length > LongestText)
            visible = visible[..(char.IsHighSurrogate(visible[LongestText - 2]) ? LongestText - 2 : LongestText - 1)] + "…";
        return new Cell(
            style == CellStyle.Text && visible is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? CellStyle.Quoted : style, visible);
    }

    /// <summary>A number.</summary>
    public static Cell Of(decimal number) => new(CellStyle.Number, null, number.ToString("0.######", CultureInfo.InvariantCulture));

    /// <summary>A date, as spreadsheets count days.</summary>
    public static Cell Of(DateOnly date) =>
        new(CellStyle.Date, null, (date.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture));
}

/// <summary>A row.</summary>
/// <param name="Cells">The cells, from the first column.</param>
/// <param name="Height">The height in points; null for that of its contents.</param>
/// <param name="Spans">How many columns the first cell spans.</param>
internal sealed record SheetRow(IReadOnlyList<Cell> Cells, double? Height = null, int Spans = 1);

/// <summary>A sheet as it is written.</summary>
/// <param name="Name">The name on its tab.</param>
/// <param name="Widths">The widths of its columns, in characters.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="HeadRow">Which row, from 1, is the head of the table: it stays in sight, and paper repeats it.</param>
/// <param name="LastTableRow">The last row of the table, from 1.</param>
/// <param name="IsWide">Whether the paper lies on its side.</param>
/// <param name="Footer">The foot of each page, in the codes of spreadsheets.</param>
/// <param name="Font">The typeface.</param>
internal sealed record Sheet(
    string Name,
    IReadOnlyList<double> Widths,
    IReadOnlyList<SheetRow> Rows,
    int HeadRow,
    int LastTableRow,
    bool IsWide,
    string Footer,
    string Font)
{
    /// <summary>Whether the table can be filtered by its head.</summary>
    public bool HasFilter { get; init; }

    /// <summary>Whether it is printed on one page, made smaller where it must be; else it takes as many pages as it needs.</summary>
    public bool FitsOnePage { get; init; }

    /// <summary>How wide text is, in characters of the digits' width: those of Chinese take two.</summary>
    public static int WidthOf(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x1100 ? 1 : 2);

    /// <summary>The width of a column for its head and what stands under it, within bounds that paper allows.</summary>
    public static double ColumnWidth(string head, IEnumerable<string> texts, int most = 40) =>
        Math.Clamp(
            Math.Max(Math.Max(WidthOf(head) / 2.0, LongestWord(head)), texts.Select(WidthOf).DefaultIfEmpty(0).Max()) + 3.5, 7, most);

    private static int LongestWord(string text) =>
        text.Split(' ').Max(word => WidthOf(word) / (word.Any(letter => letter >= 0x1100) ? 2 : 1));

    /// <summary>A paragraph over the whole width, as high as its text needs.</summary>
    public static SheetRow Paragraph(string text, IReadOnlyList<double> widths, CellStyle style = CellStyle.Paragraph)
    {
        var lines = Math.Ceiling((WidthOf(text) + 4) / Math.Max(10, widths.Sum() * 0.92));
        return new SheetRow([Cell.Of(text, style)], 17 * lines, widths.Count);
    }
}
