using System.Runtime.CompilerServices;
using CsvHelper;
using PartyRules.Clauses.Conditions;
using PartyRules.Validation;

namespace PartyRules.Data.Streaming;

/// <summary>Reads entries from rows, quickly, and only such as are surely right.</summary>
/// <remarks>Not thread-safe: one for each thread.</remarks>
internal sealed class EntryRows(Tables tables, FactChecker checker)
{
    private readonly int columns = tables.Entries.Columns.Count;
    private readonly int id = tables.EntryColumns[0], subject = tables.EntryColumns[1], item = tables.EntryColumns[2], date = tables.EntryColumns[3], value = tables.EntryColumns[4];
    private readonly int level = tables.EntryColumns[5], reference = tables.EntryColumns[6], evaluator = tables.EntryColumns[8];
    private readonly WordCache references = new();
    private readonly WordCache items = new(tables.Words.Items), levels = new(tables.Words.Levels), evaluators = new(tables.Words.Evaluators);
    private readonly List<FactProblem> found = [];

    /// <summary>For each item, which simple combinations of fields were found right.</summary>
    private byte[] checkedItems = new byte[64];

    /// <summary>The subject's identifier in the row.</summary>
    public ReadOnlySpan<byte> Subject(CsvReader row) => row.GetSpan(subject);

    /// <summary>The entry's identifier in the row.</summary>
    public ReadOnlySpan<byte> Id(CsvReader row) => row.GetSpan(id);

    /// <summary>The entry in the row, or null where something about it is doubtful.</summary>
    public Entry? Read(CsvReader row, string subjectId)
    {
        if (row.FieldCount != columns)
            return null;
        ReadOnlySpan<byte> own = row.GetSpan(id), text = value < 0 ? default : row.GetSpan(value);
        Points points = default;
        if (own.IsEmpty || !Fields.TryDate(row.GetSpan(date), out var day) || (!text.IsEmpty && !Fields.TryPoints(text, out points)))
            return null;
        var entry = new Entry(own, subjectId, items.Find(row.GetSpan(item), out var number), day)
        {
            Value = text.IsEmpty ? null : points,
            Level = Optional(row, level, levels),
            Reference = Optional(row, reference, references),
            Evaluator = Optional(row, evaluator, evaluators),
        };
        return IsRight(entry, number) ? entry : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsRight(Entry entry, int number)
    {
        if (entry.Value < 0)
            return false;
        if (number < 0 || entry.Level.Length > 0 || entry.Evaluator.Length > 0 || checker.DependsOnDate)
            return IsRight(entry);
        if (number >= checkedItems.Length)
            Array.Resize(ref checkedItems, Math.Max(number + 1, checkedItems.Length * 2));
        var combination = (byte)(1 << ((entry.Value is null ? 0 : 1) + (entry.Reference.Length == 0 ? 0 : 2)));
        if ((checkedItems[number] & combination) != 0)
            return true;
        if (!IsRight(entry))
            return false;
        checkedItems[number] |= combination;
        return true;
    }

    private bool IsRight(Entry entry)
    {
        checker.Check(entry, found);
        return found.Count == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static string Optional(CsvReader row, int column, WordCache words) =>
        column >= 0 && row.GetSpan(column) is { IsEmpty: false } word ? words.Text(word) : "";
}
