using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data.Tables;

/// <summary>Where a row stands in a table: its sheet, from 0, and its line.</summary>
internal readonly record struct RowPlace(int Sheet, int Line);

/// <summary>
/// A table of a data set, read row by row, strictly: columns found by name, each value as text. What is wrong is reported, and its row
/// passed over.
/// </summary>
internal abstract class Table(string name, TableShape shape, ProblemLog problems) : IDisposable
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private int[] nameless = [];
    private OddRows? odd;
    private ValueKind?[] used = [];

    /// <summary>The file's name.</summary>
    public string Name => name;

    /// <summary>The names of the columns, in standard form where they are written otherwise; empty for one without a name.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Where the row is: its physical line, from 1, or its number where the format has no lines.</summary>
    public abstract int Line { get; }

    /// <summary>A field of the row as text; empty where the table has no such column.</summary>
    public abstract string this[int column] { get; }

    /// <summary>Where the row is.</summary>
    public virtual RowPlace Place => new(0, Line);

    /// <summary>Whether the row is one more of a cell that counts them, and says the same as the row before on purpose.</summary>
    public virtual bool IsOneMore => false;

    protected TableShape Shape => shape;

    protected ProblemLog Problems => problems;

    /// <summary>Opens a table and reads its columns; null where that fails, with a problem added.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shape">What makes the table.</param>
    /// <param name="problems">Where to add what is wrong.</param>
    /// <param name="beside">Other tables that stand in the same file.</param>
    public static Table? Open(TableFile file, TableShape shape, ProblemLog problems, params IReadOnlyList<TableShape> beside)
    {
        var location = new SourceLocation(file.Name);
        if (!file.Exists)
        {
            problems.Add(DataMessages.Problem("data.no-file", location, file.Neighbours));
            return null;
        }

        Table? table = null;
        try
        {
            table = FileKinds.Open(file, shape, beside, problems);
            if (table is null)
                return null;
            if (table.ReadColumns() is { } columns && table.Take(columns))
                return table;
        }
        catch (Exception exception) when (FileKinds.IsUnreadable(exception))
        {
            problems.Add(FileKinds.Unreadable(exception, location));
        }

        table?.Dispose();
        return null;
    }

    /// <summary>
    /// Opens a register that has a row for each subject as a table of entries; null where that fails, with a problem added.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">What those of its columns mean that hold entries.</param>
    /// <param name="words">The words of the scheme.</param>
    /// <param name="problems">Where to add what is wrong.</param>
    /// <param name="beside">Other tables that stand in the same file.</param>
    public static Table? OpenWide(
        TableFile file,
        IReadOnlyList<MappedColumn> columns,
        SchemeWords words,
        ProblemLog problems,
        params IReadOnlyList<TableShape> beside)
    {
        if (Open(file, TableShapes.Register(words, columns), problems, beside) is not { } register)
            return null;
        var table = new WideTable(register, columns, TableShapes.Entries(words), problems);
        return table.Take(table.ReadColumns()!) ? table : null;
    }

    /// <summary>The standard name of a column; any other name as folding leaves it.</summary>
    public string NameOf(string heading) => shape.NameOf(heading);

    /// <summary>The position of a column, or -1.</summary>
    public int IndexOf(string column) => places.GetValueOrDefault(column, -1);

    /// <summary>Says which columns are read, and as what: what is wrong with a cell of another one does not matter.</summary>
    public void Use(IEnumerable<Column> columns)
    {
        foreach (var column in columns)
        {
            if (IndexOf(column.Name) is >= 0 and var place)
                used[place] = column.Kind;
        }
    }

    /// <summary>Reads the next row that is well formed.</summary>
    public bool Read()
    {
        try
        {
            while (ReadRow())
            {
                if (IsOdd())
                    continue;
                var stray = Array.FindIndex(nameless, column => this[column].AsSpan().Trim().Length > 0);
                if (stray < 0)
                    return true;
                problems.Add(DataMessages.Problem("data.stray-cell", At(nameless[stray])));
            }
        }
        catch (Exception exception) when (FileKinds.IsUnreadable(exception))
        {
            problems.Add(FileKinds.Unreadable(exception, new SourceLocation(name, Line + 1, 1)));
        }

        if (odd is not null)
            problems.Notices.AddRange(odd.NoticesOf(name));
        odd = null;
        return false;
    }

    /// <summary>A field of the row that is to be a number: what it is, not how it is shown.</summary>
    public virtual string Number(int column) => this[column];

    /// <summary>The day that a field means which holds the number by which workbooks count days; null for none.</summary>
    public virtual DateOnly? DayOf(int column) => Dates.OfCount(this[column], isFrom1904: false);

    /// <summary>The place of a field of the row.</summary>
    public abstract SourceLocation At(int column);

    /// <summary>A row in words, for messages about other rows.</summary>
    public virtual string Describe(RowPlace place) => place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Adds a problem about a field of the row.</summary>
    public void Report(string code, int column, params object?[] arguments) =>
        problems.Add(DataMessages.Problem(code, At(column), arguments), arguments is [string word, ..] ? word : null);

    public abstract void Dispose();

    /// <summary>The names of the columns as they are written; null where they cannot be read, with a problem added.</summary>
    protected abstract IReadOnlyList<string>? ReadColumns();

    protected abstract bool ReadRow();

    /// <summary>Whether the row is no record: empty, a total, a signature.</summary>
    protected bool IsOdd() => odd?.Takes(column => this[column], () => Describe(Place)) == true;

    /// <summary>Whether fields that are fewer than the columns are no record.</summary>
    protected bool IsOdd(IReadOnlyList<string> fields) =>
        odd?.Takes(column => column < fields.Count ? fields[column] : "", () => Describe(Place)) == true;

    /// <summary>
    /// Says which rows stand above the names of columns; false where one of them looks as if it named columns itself, which is refused.
    /// </summary>
    /// <param name="above">The rows above, as texts.</param>
    /// <param name="location">Where the names stand.</param>
    /// <param name="line">Their line.</param>
    protected bool PassAbove(IReadOnlyList<IReadOnlyList<string>> above, SourceLocation location, int line)
    {
        var texts = above.Where(row => row.Any(cell => Folding.Fold(cell).Length > 0)).ToList();
        if (texts.Exists(shape.IsLike))
        {
            problems.Add(DataMessages.Problem("data.heading-below", location, line));
            return false;
        }

        if (texts.Count > 0)
            problems.Notices.Add(DataMessages.Notice("notice.rows-above", location, texts.Count,
                texts[0].Select(Folding.Fold).First(text => text.Length > 0)));
        return true;
    }

    /// <summary>Says that the names of columns stand in two rows, with those that are made of both.</summary>
    /// <param name="names">The names.</param>
    /// <param name="location">Where the lower row is.</param>
    protected void NoteTwoRows(IEnumerable<string> names, SourceLocation location)
    {
        const int few = 3;
        var joined = names.Where(name => name.Contains(TwoRowHeading.Joint, StringComparison.Ordinal)).ToList();
        problems.Notices.Add(joined.Count == 0
            ? DataMessages.Notice("notice.two-headings", location)
            : DataMessages.Notice("notice.two-headings.joined", location, string.Join(", ", joined.Take(few)), joined.Count));
    }

    /// <summary>As what a column is read; null for one that is not.</summary>
    protected ValueKind? UseOf(int column) => used[column];

    private LocalText? AlsoCalled(string column) =>
        shape.Headings.Aliases.Where(alias => shape.Headings.CodeOf(alias) == column).ToList() is { Count: > 0 } aliases
            ? DataMessages.Format("data.also-called", string.Join(", ", aliases.Take(4)))
            : null;

    private bool Take(IReadOnlyList<string> written)
    {
        Columns = [.. written.Select(shape.NameOf)];
        used = new ValueKind?[Columns.Count];
        for (var i = 0; i < Columns.Count; i++)
            places.TryAdd(Columns[i], i);
        nameless = [.. Enumerable.Range(0, Columns.Count).Where(column => Columns[column].Length == 0)];
        var location = new SourceLocation(name, 1, 1);
        var named = written.Select((heading, i) => (heading: heading.Trim(), name: Columns[i])).Where(column => column.name.Length > 0);
        foreach (var twins in named.GroupBy(column => column.name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var headings = twins.Select(column => column.heading).Distinct(StringComparer.Ordinal).ToList();
            problems.Add(headings.Count == 1
                ? DataMessages.Problem("data.duplicate-column", location, headings[0])
                : DataMessages.Problem("data.same-column", location, string.Join(", ", headings), twins.Key));
        }

        odd = new OddRows(shape, Columns);
        var missing = shape.MissingIn(Columns).ToList();
        if (missing.Count > 0 && !shape.IsRegister && shape.IsLikeRegister(written))
        {
            var shown = string.Join(", ", Columns.Where(shape.Wide!.IsOne).Take(3));
            problems.Add(DataMessages.Problem("data.wide", location, shown, Mapping.FileName));
            return false;
        }

        foreach (var column in missing)
            problems.Add(DataMessages.Problem("data.missing-column", location, column, AlsoCalled(column)));
        return missing.Count == 0;
    }
}
