using System.Globalization;
using System.Xml;

namespace PartyRules.Data.Workbooks;

/// <summary>What a cell holds.</summary>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Type">
/// What its value is: the standard's word, such as <c>n</c>, <c>s</c>, <c>str</c>, <c>inlineStr</c>, <c>b</c>, <c>e</c>, <c>d</c>.
/// </param>
/// <param name="Style">The number of its style.</param>
/// <param name="Value">What is stored; null for nothing.</param>
/// <param name="HasFormula">Whether a formula gives the value.</param>
internal readonly record struct SheetCell(int Column, string Type, int Style, string? Value, bool HasFormula);

/// <summary>Reads the rows of a sheet that is XML, one at a time.</summary>
internal sealed class SheetReader(XmlReader xml, Workbook book) : SheetRows
{
    private const int MostColumns = 16_384;

    public override bool Read()
    {
        while (xml.Read())
        {
            if (xml.IsMain("mergeCell") && RangeOf(xml.GetAttribute("ref") ?? "") is { } range)
                Merged.Add(range);
            if (!xml.IsMain("row"))
                continue;
            Line = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : Line + 1;
            IsHidden = xml.Flag("hidden");
            Cells.Clear();
            if (!xml.IsEmptyElement)
                ReadCells(xml.Depth);
            return true;
        }

        return false;
    }

    public override void Dispose() => xml.Dispose();

    private void ReadCells(int depth)
    {
        var next = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (!xml.IsMain("c"))
                continue;
            var column = PlaceOf(xml.GetAttribute("r") ?? "") is var (place, _) ? place : next;
            next = column + 1;
            var type = xml.GetAttribute("t") ?? "n";
            _ = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style);
            var (value, hasFormula) = xml.IsEmptyElement ? (null, false) : ReadContent(xml.Depth);
            Cells.Add(new BookCell(column, CellText.Of(new SheetCell(column, type, style, value, hasFormula), book)));
        }
    }

    private (string? Value, bool HasFormula) ReadContent(int depth)
    {
        string? value = null;
        var hasFormula = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.IsMain("f"))
                hasFormula = true;
            if (xml.IsMain("is"))
                value = xml.ReadRichText();
            else if (xml.IsMain("v"))
                value = xml.ReadText();
        }

        return (value, hasFormula);
    }

    private static CellRange? RangeOf(string name)
    {
        var ends = name.Split(':');
        return PlaceOf(ends[0]) is var (firstColumn, firstLine) && PlaceOf(ends[^1]) is var (lastColumn, lastLine)
            ? new CellRange(name, firstColumn, firstLine, lastColumn, lastLine)
            : null;
    }

    private static (int Column, int Line)? PlaceOf(string reference)
    {
        var (column, i) = (0, 0);
        var name = reference.Replace("$", "", StringComparison.Ordinal).Trim();
        for (; i < name.Length && char.IsAsciiLetter(name[i]) && column <= MostColumns; i++)
            column = (column * 26) + (char.ToUpperInvariant(name[i]) - 'A') + 1;
        return i > 0 && column <= MostColumns && int.TryParse(name.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? (column - 1, line)
            : null;
    }
}
