namespace PartyRules.Data.Workbooks;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">The name on its tab.</param>
/// <param name="IsHidden">Whether nobody sees it.</param>
/// <param name="Part">Where the workbook keeps it: the name of its part, or its number.</param>
internal sealed record SheetInfo(string Name, bool IsHidden, string Part);

/// <summary>A cell of a sheet.</summary>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct BookCell(int Column, CellText Text);

/// <summary>Cells that are shown as one, from 0 each, both ends included.</summary>
internal readonly record struct CellRange(string Name, int FirstColumn, int FirstLine, int LastColumn, int LastLine);

/// <summary>A workbook, whichever format it has.</summary>
/// <remarks>Not thread-safe.</remarks>
internal abstract class Book : IDisposable
{
    /// <summary>The sheets, in the order of their tabs.</summary>
    public abstract IReadOnlyList<SheetInfo> Sheets { get; }

    /// <summary>Whether days are counted from 1904.</summary>
    public bool IsFrom1904 { get; protected set; }

    /// <summary>Opens a sheet.</summary>
    public abstract SheetRows Open(SheetInfo sheet);

    /// <summary>About how many bytes a sheet has.</summary>
    public abstract long SizeOf(SheetInfo sheet);

    public abstract void Dispose();
}

/// <summary>Reads the rows of a sheet, one at a time.</summary>
internal abstract class SheetRows : IDisposable
{
    /// <summary>The line of the row, from 1.</summary>
    public int Line { get; protected set; }

    /// <summary>Whether nobody sees the row.</summary>
    public bool IsHidden { get; protected set; }

    /// <summary>The cells of the row that are there.</summary>
    public List<BookCell> Cells { get; } = [];

    /// <summary>Cells that are merged; complete when there is no row left.</summary>
    public List<CellRange> Merged { get; } = [];

    /// <summary>Reads the next row.</summary>
    public abstract bool Read();

    /// <summary>The letters of a column.</summary>
    public static string LettersOf(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : LettersOf((column / 26) - 1) + (char)('A' + (column % 26));

    public abstract void Dispose();
}
