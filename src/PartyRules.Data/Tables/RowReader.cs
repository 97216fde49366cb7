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
    private readonly Cell?[] cells;

    public RowReader(Table table, IEnumerable<Column> columns, SchemeWords words, ProblemLog problems)
    {
        (this.table, this.problems) = (table, problems);
        vocabularies = new Vocabulary?[table.Columns.Count];
        percentages = new long[table.Columns.Count];
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

    /// <summary>Reads the next row; false at the end, where it is said what was read in another way than it is written.</summary>
    public bool Read()
    {
        Array.Clear(cells);
        if (table.Read())
            return true;
        for (var i = 0; i < percentages.Length; i++)
        {
            if (percentages[i] > 0)
                problems.Notices.Add(
                    DataMessages.Notice("notice.percentages", new SourceLocation(table.Name, path: table.Columns[i]), percentages[i]));
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

    private Cell CellAt(Column column, int place) => column.Kind switch
    {
        ValueKind.Text => Cell.Of(texts.Share(table[place])),
        ValueKind.Identity => Cell.Of(Identity(column, place)),
        ValueKind.Number => NumberAt(place),
        ValueKind.Whole => WholeAt(place),
        _ => DateAt(place),
    };

    private string Identity(Column column, int place)
    {
        var text = IsGuarded ? FormulaGuard.Unguard(table[place]) : table[place];
        var meant = vocabularies[place] is { } words ? words.CodeOf(text) : Folding.Fold(text);
        return column.IsUnique ? meant : texts.Share(meant);
    }

    private Cell NumberAt(int place)
    {
        var text = Folding.Fold(IsGuarded ? FormulaGuard.Unguard(table.Number(place)) : table.Number(place));
        if (text.Length == 0)
            return Cell.Empty;
        var isPercentage = text.EndsWith('%');
        if (Points.TryParse(isPercentage ? text[..^1].TrimEnd() : text, out var number))
        {
            percentages[place] += isPercentage ? 1 : 0;
            return Cell.Of(number);
        }

        table.Report("data.bad-number", place, table.Number(place));
        return Cell.Of(Points.Zero);
    }

    private Cell WholeAt(int place)
    {
        var text = Folding.Fold(IsGuarded ? FormulaGuard.Unguard(table.Number(place)) : table.Number(place));
        if (text.Length == 0)
            return Cell.Empty;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Cell.Of(number);
        table.Report("data.bad-number", place, table.Number(place));
        return Cell.Empty;
    }

    private Cell DateAt(int place)
    {
        if (Dates.TryParse(Folding.Fold(table[place]), out var date))
            return Cell.Of(date);
        if (table.DayOf(place) is { } day)
            table.Report("data.date-number", place, table.Number(place), day.ToString("O", CultureInfo.InvariantCulture));
        else
            table.Report("data.bad-date", place, table[place]);
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
