using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using PartyRules.Data.Columns;
using PartyRules.Data.Summaries;
using PartyRules.Validation;

namespace PartyRules.Data.Streaming;

/// <summary>
/// Reads entries from rows as fast as can be: it takes only what is surely right, and leaves everything else to the strict reading.
/// </summary>
/// <remarks>Not thread-safe: one for each thread.</remarks>
internal sealed class EntryRows(StreamedTables tables, FactChecker checker)
{
    private readonly int columns = tables.Entries.Columns.Count;
    private readonly int id = tables.PlaceOf(EntryColumns.Id), subject = tables.PlaceOf(EntryColumns.Subject);
    private readonly int item = tables.PlaceOf(EntryColumns.Item), date = tables.PlaceOf(EntryColumns.Date);
    private readonly int value = tables.PlaceOf(EntryColumns.Value), level = tables.PlaceOf(EntryColumns.Level);
    private readonly int reference = tables.PlaceOf(EntryColumns.Reference), evaluator = tables.PlaceOf(EntryColumns.Evaluator);
    private readonly WordCache references = new();
    private readonly WordCache items = Words(EntryColumns.Item, tables), levels = Words(EntryColumns.Level, tables);
    private readonly WordCache evaluators = Words(EntryColumns.Evaluator, tables);
    private readonly List<FactProblem> found = [];

    /// <summary>Whether the same fields may be right in one entry and wrong in another.</summary>
    private readonly bool dependsOnMore = checker.DependsOnDate || checker.DependsOnItem || tables.EntryAttributes.Count > 0;

    /// <summary>What rows carry though nothing looks at it.</summary>
    public UnusedFields UnusedFields { get; } = new(checker);

    /// <summary>For each item, which simple combinations of fields were found right.</summary>
    private byte[] checkedItems = new byte[64];

    /// <summary>The subject's identifier in the row.</summary>
    public ReadOnlySpan<byte> Subject(RowFields row) => row[subject];

    /// <summary>The entry's identifier in the row.</summary>
    public ReadOnlySpan<byte> Id(RowFields row) => row[id];

    /// <summary>The entry in the row, or null where it needs the strict reading.</summary>
    /// <param name="row">The row.</param>
    /// <param name="about">The subject it is about.</param>
    /// <param name="areIdsFolded">Whether nothing in the rows can need folding.</param>
    public Entry? Read(RowFields row, Subject about, bool areIdsFolded)
    {
        if (row.Count != columns)
            return null;
        ReadOnlySpan<byte> own = row[id], text = value < 0 ? default : row[value];
        IReadOnlyDictionary<string, string>? attributes = ReadOnlyDictionary<string, string>.Empty;
        if (tables.EntryAttributes.Count > 0 && (attributes = Attributes(row)) is null)
            return null;
        Points points = default;
        if (own.IsEmpty || (!areIdsFolded && !Folding.IsFolded(own))
            || !Fields.TryDate(row[date], out var day) || (!text.IsEmpty && !Fields.TryPoints(text, out points)))
            return null;
        var entry = new Entry(own, about.Id, items.Find(row[item], out var number), day)
        {
            Value = text.IsEmpty ? null : points,
            Level = Optional(row, level, levels),
            Reference = Optional(row, reference, references),
            Evaluator = Optional(row, evaluator, evaluators),
            Attributes = attributes,
        };
        return IsRight(entry, about, number) ? entry : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsRight(Entry entry, Subject about, int number)
    {
        if (entry.Value < 0)
            return false;
        if (number < 0 || entry.Level.Length > 0 || entry.Evaluator.Length > 0 || dependsOnMore)
            return IsRight(entry, about);
        if (number >= checkedItems.Length)
            Array.Resize(ref checkedItems, Math.Max(number + 1, checkedItems.Length * 2));
        var combination = (byte)(1 << ((entry.Value is null ? 0 : 1) + (entry.Reference.Length == 0 ? 0 : 2)));
        if ((checkedItems[number] & combination) != 0)
            return true;
        if (!IsRight(entry, about))
            return false;
        checkedItems[number] |= combination;
        return true;
    }

    private bool IsRight(Entry entry, Subject about)
    {
        checker.Check(entry, about, found);
        UnusedFields.Add(entry);
        return found.Count == 0;
    }

    /// <summary>
    /// The numbers and times of day in further columns, as the strict reading writes them; null where one is not surely what it should be.
    /// </summary>
    private Dictionary<string, string>? Attributes(RowFields row)
    {
        var attributes = new Dictionary<string, string>(tables.EntryAttributes.Count, StringComparer.Ordinal);
        foreach (var (name, place, isTime) in tables.EntryAttributes)
        {
            var text = row[place];
            var written = text.IsEmpty ? ""
                : isTime ? Fields.TryTime(text, out var time) ? TimeOfDay.TextOf(time) : null
                : Fields.TryPoints(text, out var number) ? number.ToString()
                : null;
            if (written is null)
                return null;
            attributes.Add(name, written);
        }

        return attributes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static string Optional(RowFields row, int column, WordCache words) =>
        column >= 0 && row[column] is { IsEmpty: false } word ? words.Text(word) : "";

    private static WordCache Words(Column<Entry> column, StreamedTables tables) => new(Vocabulary.OfValues(column.Words!(tables.Words)));
}
