using System.Globalization;
using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data.Tables;

/// <summary>Reads the rows of a table as typed values; what is no value of its column's kind is reported, once it is asked for.</summary>
internal sealed class RowReader : ICells
{
    private readonly Table table;
    private readonly ProblemLog problems;
    private readonly StringPool texts = new();
    private readonly Dictionary<Column, int> places = [];
    private readonly Vocabulary?[] vocabularies;
    private readonly long[] percentages;
    private readonly ReadAs?[] readAs;
    private readonly Cell?[] cells;
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);

    public RowReader(Table table, IEnumerable<Column> columns, SchemeWords words, ProblemLog problems)
    {
        (this.table, this.problems) = (table, problems);
        vocabularies = new Vocabulary?[table.Columns.Count];
        percentages = new long[table.Columns.Count];
        readAs = new ReadAs?[table.Columns.Count];
        cells = new Cell?[table.Columns.Count];
        var read = columns.ToList();
        table.Use(read.Where(column => column.IsUsed));
        foreach (var column in read)
        {
            var place = table.IndexOf(column.Name);
            places.Add(column, place);
            if (place >= 0 && column.Words is { } meanings)
                vocabularies[place] = Vocabulary.OfValues(meanings(words));
        }
    }

    /// <summary>Whether text that a spreadsheet would run as a formula was written with an apostrophe in front, as results are.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Whether the values of the row count points, so that 分 behind them says nothing else; null for always.</summary>
    public Func<RowReader, bool>? CountsPoints { get; init; }

    /// <summary>Reads the next row; false at the end, where it is said what was read in another way than it is written.</summary>
    public bool Read()
    {
        Array.Clear(cells);
        refused.Clear();
        if (table.Read())
            return true;
        for (var i = 0; i < percentages.Length; i++)
        {
            if (percentages[i] > 0)
                problems.Notices.Add(
                    DataMessages.Notice("notice.percentages", new SourceLocation(table.Name, path: table.Columns[i]), percentages[i]));
            if (readAs[i] is { } told)
                problems.Notices.Add(told.NoticeAt(new SourceLocation(table.Name, path: table.Columns[i])));
        }

        return false;
    }

    /// <summary>Where a column stands, or -1.</summary>
    public int PlaceOf(Column column) => places[column];

    /// <summary>A value of the row; empty where it is none of the kind, which is reported.</summary>
    public Cell this[Column column]
    {
        get
        {
            var place = places[column];
            return place < 0 ? Cell.Empty : cells[place] ??= CellAt(column, place);
        }
    }

    /// <summary>
    /// Whether what stands in a column of the row is no value of its kind, which was reported, so that it is not lacking there.
    /// </summary>
    public bool IsRefused(string column) => refused.Contains(column);

    private Cell CellAt(Column column, int place) => column.Kind switch
    {
        ValueKind.Text => Cell.Of(texts.Share(table[place])),
        ValueKind.Identity => Cell.Of(Identity(column, place)),
        ValueKind.Number => NumberAt(place),
        ValueKind.Whole => WholeAt(place),
        ValueKind.Time => TimeAt(place),
        _ => DateAt(place),
    };

    private string Identity(Column column, int place)
    {
        var text = IsGuarded ? FormulaGuard.Unguard(table[place]) : table[place];
        var meant = vocabularies[place] is { } words ? words.CodeOf(text) : Folding.Fold(text);
        return column.IsUnique ? meant : texts.Share(meant);
    }

    private Cell NumberAt(int place) => NumberOf(place) is { } number ? Cell.Of(number) : Cell.Empty;

    private Cell WholeAt(int place)
    {
        if (NumberOf(place) is not { } number)
            return Cell.Empty;
        if (number >= 0 && number <= int.MaxValue && number.Millionths % 1_000_000 == 0)
            return Cell.Of((int)(number.Millionths / 1_000_000));
        table.Report("data.not-whole", place, table.Number(place));
        return Cell.Empty;
    }

    /// <summary>The number at a place; zero where what stands there is none, which is reported; null where nothing does.</summary>
    private Points? NumberOf(int place)
    {
        var text = IsGuarded ? FormulaGuard.Unguard(table.Number(place)) : table.Number(place);
        if (text.Length == 0 || Folding.Fold(text).Length == 0)
            return null;
        var written = WrittenNumbers.Read(text);
        if (written.Number is not { } number)
        {
            if (WrittenNumbers.Hidden(text) is { } hidden)
                table.Report("data.number-character", place, WrittenNumbers.Shown(text), WrittenNumbers.Number(hidden));
            else
                table.Report("data.bad-number", place, text);
            return Points.Zero;
        }

        if (written.IsOfPoints && CountsPoints?.Invoke(this) == false)
        {
            table.Report("data.number-unit", place, text, number);
            return Points.Zero;
        }

        percentages[place] += written.IsPercentage ? 1 : 0;
        if (written.IsReadAs)
            (readAs[place] ??= new ReadAs()).Add(text, number.ToString() + (written.IsPercentage ? "%" : ""));
        return number;
    }

    /// <summary>The text of the time of day at a place; empty where what stands there is none, which is reported.</summary>
    private Cell TimeAt(int place)
    {
        var text = table[place];
        if (TimeOfDay.TryParse(text, out var plain))
            return Cell.Of(TimeOfDay.TextOf(plain));
        var folded = Folding.Fold(text);
        if (folded.Length == 0)
            return Cell.Empty;
        var written = WrittenTimes.Read(folded);
        if (written.Time is { } time)
        {
            (readAs[place] ??= new ReadAs()).Add(text, TimeOfDay.TextOf(time));
            return Cell.Of(TimeOfDay.TextOf(time));
        }

        if (WrittenTimes.OfCount(table.Number(place)) is { } counted)
            table.Report("data.time-number", place, table.Number(place), counted);
        else
            table.Report(written.Trouble!, place, text);
        refused.Add(table.Columns[place]);
        return Cell.Empty;
    }

    private Cell DateAt(int place)
    {
        if (Dates.TryParse(table[place], out var plain))
            return Cell.Of(plain);
        var folded = Folding.Fold(table[place]);
        var written = WrittenDates.Read(folded);
        if (written.Date is { } date)
        {
            (readAs[place] ??= new ReadAs()).Add(table[place], date.ToString("O", CultureInfo.InvariantCulture));
            return Cell.Of(date);
        }

        if (table.DayOf(place) is { } day)
            table.Report("data.date-number", place, table.Number(place), day.ToString("O", CultureInfo.InvariantCulture));
        else if (folded.Length == 0)
            table.Report("data.empty", place, EntryColumns.Date.Name);
        else
            table.Report(written.Trouble!, place, table[place]);
        return Cell.Empty;
    }
}

/// <summary>Keeps one copy of texts that repeat.</summary>
internal sealed class StringPool
{
    private const int Most = 100_000;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public string Share(string text)
    {
        if (text.Length == 0)
            return "";
        if (known.TryGetValue(text, out var shared))
            return shared;
        if (known.Count < Most)
            known.Add(text);
        return text;
    }
}
