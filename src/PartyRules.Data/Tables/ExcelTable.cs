using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Workbooks;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>All visible sheets of a workbook that are headed by the columns of a table; the first row of each names them.</summary>
internal sealed class ExcelTable(TableFile file, TableShape shape, IReadOnlyList<TableShape> beside, ProblemLog problems)
    : Table(file.Name, shape, problems)
{
    private const int LeastSerial = 10_000;
    private const int MostSerial = 80_000;
    private const int MostRowsAbove = 20;
    private const int DigitsOfExcel = 15;
    private readonly Workbook book = new(file.Path);
    private readonly List<SheetInfo> sheets = [];
    private int[][] columnsOfSheets = [];
    private int sheet = -1;
    private SheetReader? rows;
    private CellText[] row = [];
    private int[] places = [];
    private Dictionary<int, int> columnAt = [];
    private int headingLine;
    private int hiddenRows;

    public override int Line => rows?.Line ?? 0;

    public override RowPlace Place => new(Math.Max(0, sheet), Line);

    public override string this[int column] => column < 0 ? "" : row[column].Shown;

    public override string Number(int column) => column < 0 ? "" : row[column].Number;

    public override SourceLocation At(int column)
    {
        var letters = column >= 0 && column < places.Length && places[column] >= 0 ? SheetReader.LettersOf(places[column]) : "A";
        return new SourceLocation($"{Name}[{sheets[Place.Sheet].Name}!{letters}{Line}]", path: column < 0 ? null : Columns[column]);
    }

    public override string Describe(RowPlace place) => sheets.Count == 1 ? base.Describe(place)
        : $"{sheets[place.Sheet].Name}!{place.Line}";

    /// <summary>The day that a number means which is not shown as a date.</summary>
    public override DateOnly? DayOf(int column) =>
        column >= 0 && row[column].Serial is > LeastSerial and < MostSerial and var serial
            && Dates.OfSerial(serial, book.IsFrom1904) is { } day
            ? DateOnly.FromDateTime(day)
            : null;

    public override void Dispose()
    {
        rows?.Dispose();
        book.Dispose();
    }

    protected override IReadOnlyList<string>? ReadColumns()
    {
        var found = book.Sheets.Where(IsShown).Select(each => (Sheet: each, Cells: HeadingOf(each))).Where(each => each.Cells.Count > 0)
            .ToList();
        var headed = found.Where(each => Shape.IsHeadedBy(Texts(each.Cells))).ToList();
        var others = found.Except(headed).Where(each => !beside.Any(other => other.IsHeadedBy(Texts(each.Cells)))).ToList();
        if (headed.Count == 0)
            return ReadWrongSheet(others);
        if (file.IsShared)
            Problems.Notices.Add(DataMessages.Notice("notice.shared-workbook", new SourceLocation(Name)));
        foreach (var (other, cells) in others)
            Pass(other, cells);
        var first = NamesOf(headed[0].Cells);
        foreach (var (other, cells) in headed.Skip(1))
        {
            if (NamesOf(cells).Except(first).Concat(first.Except(NamesOf(cells))).Order(StringComparer.Ordinal)
                .ToList() is { Count: > 0 } differing)
            {
                var location = new SourceLocation($"{Name}[{other.Name}]");
                Problems.Add(DataMessages.Problem("data.sheet-columns", location, headed[0].Sheet.Name, string.Join(", ", differing)));
                return null;
            }
        }

        sheets.AddRange(headed.Select(each => each.Sheet));
        var headings = headed[0].Cells.ConvertAll(cell => cell.Text);
        columnsOfSheets = [.. headed.Select(each => PlacesIn(each.Cells, headed[0].Cells))];
        return headings;
    }

    protected override bool ReadRow()
    {
        while (true)
        {
            if (rows is null && !OpenNext())
                return false;
            while (rows!.Read())
            {
                if (rows.Line > headingLine && TakeRow())
                    return true;
            }

            CloseSheet();
        }
    }

    protected override int? FindHeadingBelow()
    {
        using var reader = book.Open(sheets[0]);
        for (var i = 0; i < MostRowsAbove && reader.Read(); i++)
        {
            if (Shape.IsHeadedBy(Texts(CellsOf(reader))))
                return reader.Line;
        }

        return null;
    }

    private static IEnumerable<string> Texts(List<(int Column, string Text)> cells) => cells.Select(cell => cell.Text);

    private HashSet<string> NamesOf(List<(int Column, string Text)> cells) => Texts(cells).Select(Shape.NameOf)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Where the columns of the table stand in a sheet.</summary>
    private int[] PlacesIn(List<(int Column, string Text)> cells, List<(int Column, string Text)> first) => ReferenceEquals(cells, first)
        ? [.. first.Select(cell => cell.Column)]
        : PlacesIn(
            cells.DistinctBy(cell => Shape.NameOf(cell.Text)).ToDictionary(cell => Shape.NameOf(cell.Text), cell => cell.Column), first);

    private int[] PlacesIn(Dictionary<string, int> columnOf, List<(int Column, string Text)> first) =>
        [.. first.Select(cell => columnOf[Shape.NameOf(cell.Text)])];

    /// <summary>A hidden sheet is not read, which is said where there is anything in it.</summary>
    private bool IsShown(SheetInfo each)
    {
        if (each.IsHidden && HeadingOf(each).Count > 0)
            Problems.Notices.Add(DataMessages.Notice("notice.hidden-sheet", new SourceLocation($"{Name}[{each.Name}]")));
        return !each.IsHidden;
    }

    /// <summary>A sheet of another kind is passed over, which is said; one with a mistake in its headings is refused.</summary>
    private void Pass(SheetInfo other, List<(int Column, string Text)> cells)
    {
        var location = new SourceLocation($"{Name}[{other.Name}]");
        if (IsLikeTable(other, cells))
        {
            var missing = Shape.Required.Except(NamesOf(cells), StringComparer.Ordinal);
            Problems.Add(DataMessages.Problem("data.sheet-headings", location, string.Join(", ", missing)));
        }
        else
        {
            Problems.Notices.Add(DataMessages.Notice("notice.other-sheet", location));
        }
    }

    private bool IsLikeTable(SheetInfo other, List<(int Column, string Text)> cells)
    {
        if (Shape.IsLike(Texts(cells)))
            return true;
        using var reader = book.Open(other);
        for (var i = 0; i < MostRowsAbove && reader.Read(); i++)
        {
            if (Shape.IsHeadedBy(Texts(CellsOf(reader))))
                return true;
        }

        return false;
    }

    /// <summary>Where no sheet is headed as it should be, what is wrong is told of the one that comes nearest.</summary>
    private IReadOnlyList<string>? ReadWrongSheet(List<(SheetInfo Sheet, List<(int Column, string Text)> Cells)> others)
    {
        if (others.Count == 0 && !file.IsShared)
        {
            var location = new SourceLocation(Name, 1);
            Problems.Add(DataMessages.Problem("data.empty-file", location, string.Join(',', Shape.Required)));
            return null;
        }

        var nearest = others.Find(each => IsLikeTable(each.Sheet, each.Cells));
        if (file.IsShared && nearest.Sheet is null)
        {
            Problems.Add(DataMessages.Problem("data.no-file", new SourceLocation(Shape.Table + ".csv"), file.Neighbours));
            return null;
        }

        var (sheet, cells) = nearest.Sheet is null ? others[0] : nearest;
        sheets.Add(sheet);
        return cells.ConvertAll(cell => cell.Text);
    }

    private List<(int Column, string Text)> HeadingOf(SheetInfo each)
    {
        using var reader = book.Open(each);
        while (reader.Read())
        {
            if (CellsOf(reader) is { Count: > 0 } cells)
                return cells;
        }

        return [];
    }

    private List<(int Column, string Text)> CellsOf(SheetReader reader) =>
        [.. reader.Cells.Select(cell => (cell.Column, Text: CellText.Of(cell, book).Shown))
            .Where(cell => Folding.Fold(cell.Text).Length > 0)];

    private bool OpenNext()
    {
        if (++sheet >= sheets.Count)
        {
            sheet = sheets.Count - 1;
            return false;
        }

        rows = book.Open(sheets[sheet]);
        places = columnsOfSheets[sheet];
        columnAt = new Dictionary<int, int>(places.Length);
        for (var i = 0; i < places.Length; i++)
            columnAt.TryAdd(places[i], i);
        (row, hiddenRows) = (new CellText[places.Length], 0);
        while (rows.Read() && CellsOf(rows).Count == 0)
        {
            // Rows above the headings are empty.
        }

        headingLine = rows.Line;
        return true;
    }

    private void CloseSheet()
    {
        int[] read = [.. Enumerable.Range(0, places.Length).Where(i => UseOf(i) is not null).Select(i => places[i]).Order()];
        foreach (var range in rows!.Merged.Where(range => IsRead(range, read)))
        {
            var location = new SourceLocation($"{Name}[{sheets[sheet].Name}!{range.Name}]");
            Problems.Add(DataMessages.Problem("data.merged", location, range.Name));
        }

        if (hiddenRows > 0)
            Problems.Notices.Add(
                DataMessages.Notice("notice.hidden-rows", new SourceLocation($"{Name}[{sheets[sheet].Name}]"), hiddenRows));
        rows.Dispose();
        rows = null;
    }

    /// <summary>Whether merged cells hide what is read: all but the first of them are empty.</summary>
    /// <param name="range">The cells that are merged.</param>
    /// <param name="read">The columns of the sheet that are read, in order.</param>
    private bool IsRead(CellRange range, int[] read)
    {
        if (range.LastLine <= headingLine || (range.FirstLine, range.FirstColumn) == (range.LastLine, range.LastColumn))
            return false;
        var first = Array.BinarySearch(read, range.FirstColumn);
        first = first < 0 ? ~first : first;
        return first < read.Length && read[first] <= range.LastColumn;
    }

    private bool TakeRow()
    {
        Array.Fill(row, new CellText("", ""));
        var isEmpty = true;
        var isSound = true;
        foreach (var cell in rows!.Cells)
        {
            var text = CellText.Of(cell, book);
            isEmpty &= text is { Shown.Length: 0, Trouble: null };
            var column = columnAt.GetValueOrDefault(cell.Column, -1);
            if (column >= 0)
                row[column] = text;
            if (column < 0 && Folding.Fold(text.Shown).Length > 0)
            {
                var location = new SourceLocation($"{Name}[{sheets[sheet].Name}!{SheetReader.LettersOf(cell.Column)}{Line}]");
                Problems.Add(DataMessages.Problem("data.stray-cell", location));
                isSound = false;
            }
        }

        if (isEmpty || !isSound)
            return false;
        for (var i = 0; i < row.Length; i++)
            isSound &= IsSound(i);
        hiddenRows += rows.IsHidden ? 1 : 0;
        return isSound;
    }

    /// <summary>Whether a cell can be read as what it is; where it cannot, that is reported.</summary>
    private bool IsSound(int column)
    {
        if (UseOf(column) is null)
            return true;
        if (row[column].Trouble is { } trouble)
            Report(trouble, column, trouble == "data.lost-digits" ? DigitsOfExcel : row[column].Shown);
        else if (row[column].IsScaled)
            Report("data.scaled", column, row[column].Shown);
        else
            return true;
        return false;
    }
}
