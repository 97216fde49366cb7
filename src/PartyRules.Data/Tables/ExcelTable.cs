using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Workbooks;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>
/// All visible sheets of a workbook that are headed by the columns of a table, below at most twenty rows of titles.
/// </summary>
internal sealed class ExcelTable(TableFile file, Book book, TableShape shape, IReadOnlyList<TableShape> beside, ProblemLog problems)
    : Table(file.Name, shape, problems)
{
    private const int DigitsOfExcel = 15;
    private readonly List<SheetHeading> sheets = [];
    private int[][] columnsOfSheets = [];
    private int sheet = -1;
    private SheetRows? rows;
    private MergedCells? merged;
    private CellText[] row = [];
    private int[] places = [];
    private Dictionary<int, int> columnAt = [];
    private int hiddenRows;

    public override int Line => rows?.Line ?? 0;

    public override RowPlace Place => new(Math.Max(0, sheet), Line);

    public override string this[int column] => column < 0 ? "" : row[column].Shown;

    private string SheetName => sheets[Place.Sheet].Sheet.Name;

    public override string Number(int column) => column < 0 ? "" : row[column].Number;

    public override SourceLocation At(int column)
    {
        var letters = column >= 0 && column < places.Length && places[column] >= 0 ? SheetRows.LettersOf(places[column]) : "A";
        return new SourceLocation($"{Name}[{SheetName}!{letters}{Line}]", path: column < 0 ? null : Columns[column]);
    }

    public override string Describe(RowPlace place) => sheets.Count == 1 ? base.Describe(place)
        : $"{sheets[place.Sheet].Sheet.Name}!{place.Line}";

    public override DateOnly? DayOf(int column) => column < 0 ? null : Dates.OfCount(row[column].Number, book.IsFrom1904);

    public override void Dispose()
    {
        rows?.Dispose();
        book.Dispose();
    }

    protected override IReadOnlyList<string>? ReadColumns()
    {
        var found = book.Sheets.Where(IsShown).Select(each => SheetHeading.Find(book, each, Shape)).Where(each => each.Cells.Count > 0)
            .ToList();
        var headed = found.Where(each => each.IsHeading).ToList();
        var others = found.Except(headed)
            .Where(each => !beside.Any(other => SheetHeading.Find(book, each.Sheet, other).IsHeading)).ToList();
        if (headed.Count == 0)
            return ReadWrongSheet(others);
        if (file.IsShared)
            Problems.Notices.Add(DataMessages.Notice("notice.shared-workbook", new SourceLocation(Name)));
        foreach (var other in others)
            Pass(other);
        foreach (var each in headed)
        {
            var location = new SourceLocation($"{Name}[{each.Sheet.Name}!A{each.Line}]");
            if (!PassAbove(each.Above, location, each.Line))
                return null;
            if (each.IsOfTwoRows)
                NoteTwoRows(each.Texts, location);
        }

        var first = NamesOf(headed[0]);
        foreach (var other in headed.Skip(1))
        {
            if (NamesOf(other).Except(first).Concat(first.Except(NamesOf(other))).Order(StringComparer.Ordinal)
                .ToList() is { Count: > 0 } differing)
            {
                var location = new SourceLocation($"{Name}[{other.Sheet.Name}]");
                Problems.Add(DataMessages.Problem("data.sheet-columns", location, headed[0].Sheet.Name, string.Join(", ", differing)));
                return null;
            }
        }

        sheets.AddRange(headed);
        columnsOfSheets = [.. headed.Select(each => PlacesIn(each, headed[0]))];
        return [.. headed[0].Texts];
    }

    protected override bool ReadRow()
    {
        while (true)
        {
            if (rows is null && !OpenNext())
                return false;
            while (rows!.Read())
            {
                if (rows.Line > sheets[sheet].Line && TakeRow())
                    return true;
            }

            CloseSheet();
        }
    }

    private HashSet<string> NamesOf(SheetHeading heading) => heading.Texts.Select(Shape.NameOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where the columns of the table stand in a sheet.</summary>
    private int[] PlacesIn(SheetHeading heading, SheetHeading first) => ReferenceEquals(heading, first)
        ? [.. first.Cells.Select(cell => cell.Column)]
        : PlacesIn(
            heading.Cells.DistinctBy(cell => Shape.NameOf(cell.Text)).ToDictionary(cell => Shape.NameOf(cell.Text), cell => cell.Column),
            first);

    private int[] PlacesIn(Dictionary<string, int> columnOf, SheetHeading first) =>
        [.. first.Cells.Select(cell => columnOf[Shape.NameOf(cell.Text)])];

    /// <summary>A hidden sheet is not read, which is said where there is anything in it.</summary>
    private bool IsShown(SheetInfo each)
    {
        if (each.IsHidden && SheetHeading.Find(book, each, Shape).Cells.Count > 0)
            Problems.Notices.Add(DataMessages.Notice("notice.hidden-sheet", new SourceLocation($"{Name}[{each.Name}]")));
        return !each.IsHidden;
    }

    /// <summary>A sheet of another kind is passed over, which is said; one with a mistake in its headings is refused.</summary>
    private void Pass(SheetHeading other)
    {
        var location = new SourceLocation($"{Name}[{other.Sheet.Name}]");
        if (Shape.IsLike(other.Texts))
        {
            var missing = Shape.MissingIn(NamesOf(other));
            Problems.Add(DataMessages.Problem("data.sheet-headings", location, string.Join(", ", missing)));
        }
        else
        {
            Problems.Notices.Add(DataMessages.Notice("notice.other-sheet", location));
        }
    }

    /// <summary>Where no sheet is headed as it should be, what is wrong is told of the one that comes nearest.</summary>
    private IReadOnlyList<string>? ReadWrongSheet(List<SheetHeading> others)
    {
        if (others.Count == 0 && !file.IsShared)
        {
            var location = new SourceLocation(Name, 1);
            Problems.Add(DataMessages.Problem("data.empty-file", location, string.Join(',', Shape.Usual)));
            return null;
        }

        var nearest = others.Find(each => Shape.IsLike(each.Texts));
        if (file.IsShared && nearest is null)
        {
            Problems.Add(DataMessages.Problem("data.no-file", new SourceLocation(Shape.Table + ".csv"), file.Neighbours));
            return null;
        }

        nearest ??= others[0];
        sheets.Add(nearest);
        return [.. nearest.Texts];
    }

    private bool OpenNext()
    {
        if (++sheet >= sheets.Count)
        {
            sheet = sheets.Count - 1;
            return false;
        }

        places = columnsOfSheets[sheet];
        columnAt = new Dictionary<int, int>(places.Length);
        for (var i = 0; i < places.Length; i++)
            columnAt.TryAdd(places[i], i);
        merged = MergedCells.In(book, sheets[sheet], places);
        rows = book.Open(sheets[sheet].Sheet);
        (row, hiddenRows) = (new CellText[places.Length], 0);
        return true;
    }

    private void CloseSheet()
    {
        merged ??= MergedCells.Of(rows!.Merged, sheets[sheet], places);
        foreach (var range in merged.Unread(UseOf))
        {
            var location = new SourceLocation($"{Name}[{SheetName}!{range.Name}]");
            Problems.Add(DataMessages.Problem("data.merged", location, range.Name));
        }

        var inSheet = new SourceLocation($"{Name}[{SheetName}]");
        if (merged.Filled is { Count: > 0 } filled)
            Problems.Notices.Add(DataMessages.Notice("notice.merged", inSheet, filled.Count, string.Join(", ", filled.Take(3))));
        if (hiddenRows > 0)
            Problems.Notices.Add(DataMessages.Notice("notice.hidden-rows", inSheet, hiddenRows));
        rows!.Dispose();
        (rows, merged) = (null, null);
    }

    private bool TakeRow()
    {
        Array.Fill(row, new CellText("", ""));
        var strays = new List<int>();
        var isEmpty = true;
        foreach (var (place, text) in rows!.Cells)
        {
            isEmpty &= text is { Shown.Length: 0, Trouble: null };
            var column = columnAt.GetValueOrDefault(place, -1);
            if (column >= 0)
                row[column] = text;
            else if (Folding.Fold(text.Shown).Length > 0)
                strays.Add(place);
        }

        if (isEmpty)
            return false;
        if (strays.Count == 0 && IsOdd())
        {
            merged?.PassOver(Line);
            return false;
        }

        merged?.Fill(Line, row, UseOf);
        var isSound = strays.Count == 0;
        foreach (var stray in strays)
        {
            var location = new SourceLocation($"{Name}[{SheetName}!{SheetRows.LettersOf(stray)}{Line}]");
            Problems.Add(DataMessages.Problem("data.stray-cell", location));
        }

        for (var i = 0; isSound && i < row.Length; i++)
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
