using PartyRules.Data.Columns;
using PartyRules.Data.Workbooks;

namespace PartyRules.Data.Tables;

/// <summary>
/// Cells of a sheet that are merged: where several rows of one column are, each of the rows has what stands in the first; of others nobody
/// can know what the hidden cells would hold.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class MergedCells
{
    private const long FewBytes = 16L * 1024 * 1024;
    private readonly List<CellRange> ranges;
    private readonly Dictionary<(int Column, int Line), CellRange> below = [];
    private readonly Dictionary<CellRange, CellText> firsts = [];
    private readonly HashSet<CellRange> filled = [];
    private readonly HashSet<int> passedOver = [];
    private readonly int[] places;

    private MergedCells(IEnumerable<CellRange> merged, SheetHeading heading, int[] places)
    {
        this.places = places;
        ranges = [.. merged.Where(range => range.LastLine > heading.Line
            && (range.FirstLine, range.FirstColumn) != (range.LastLine, range.LastColumn)
            && places.Any(place => place >= range.FirstColumn && place <= range.LastColumn))];
        foreach (var range in ranges.Where(range => range.FirstColumn == range.LastColumn && range.FirstLine > heading.Line))
        {
            for (var line = range.FirstLine; line <= Math.Min(range.LastLine, range.FirstLine + 10_000); line++)
                below[(range.FirstColumn, line)] = range;
        }
    }

    /// <summary>The ranges whose first cell was taken for all of their rows.</summary>
    public IReadOnlyCollection<string> Filled => [.. filled.Select(range => range.Name)];

    /// <summary>Looks for merged cells before the rows are read; null in a sheet so long that it is read once only.</summary>
    public static MergedCells? In(Book book, SheetHeading heading, int[] places)
    {
        if (book.SizeOf(heading.Sheet) > FewBytes)
            return null;
        using var rows = book.Open(heading.Sheet);
        while (rows.Read())
        {
            // They stand behind all rows.
        }

        return new MergedCells(rows.Merged, heading, places);
    }

    /// <summary>Those of a sheet that was read.</summary>
    public static MergedCells Of(IEnumerable<CellRange> merged, SheetHeading heading, int[] places) => new(merged, heading, places);

    /// <summary>Takes note of a row that is no record, whose merged cells hide nothing that is read.</summary>
    public void PassOver(int line) => passedOver.Add(line);

    /// <summary>Fills the cells of a row from the first cell of the ranges in which they are.</summary>
    public void Fill(int line, CellText[] row, Func<int, ValueKind?> use)
    {
        for (var i = 0; i < places.Length && below.Count > 0; i++)
        {
            if (!IsFillable(use(i)) || !below.TryGetValue((places[i], line), out var range))
                continue;
            if (line == range.FirstLine)
            {
                firsts[range] = row[i];
            }
            else if (row[i].Shown.Length == 0 && firsts.TryGetValue(range, out var first) && first.Shown.Length > 0)
            {
                row[i] = first;
                filled.Add(range);
            }
        }
    }

    /// <summary>Those that hide what is read.</summary>
    public IEnumerable<CellRange> Unread(Func<int, ValueKind?> use) => ranges.Where(range =>
        !Enumerable.Range(range.FirstLine, range.LastLine - range.FirstLine + 1).All(passedOver.Contains)
        && !(firsts.ContainsKey(range) && (filled.Contains(range) || firsts[range].Shown.Length == 0))
        && Enumerable.Range(0, places.Length)
            .Any(i => use(i) is not null && places[i] >= range.FirstColumn && places[i] <= range.LastColumn));

    /// <summary>Whether what stands in a column may be that of several rows: a number counts once.</summary>
    private static bool IsFillable(ValueKind? kind) => kind is ValueKind.Identity or ValueKind.Text or ValueKind.Date or ValueKind.Time;
}
