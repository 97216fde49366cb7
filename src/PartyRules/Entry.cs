using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace PartyRules;

/// <summary>One recorded event about a subject. The scheme's item of the same code says what it means.</summary>
/// <remarks>
/// A fact for rules. Immutable and thread-safe. Two entries are the same fact only if they are the same object; what makes an
/// entry unique within a data set is its <see cref="Id"/>.
/// </remarks>
public sealed class Entry
{
    private readonly ShortText shortId;
    private readonly Points magnitude;
    private readonly bool hasValue;
    private string? id;

    /// <summary>Makes an entry from its properties.</summary>
    public Entry()
    {
    }

    /// <summary>
    /// Makes an entry whose identifier is at hand as UTF-8 text, as readers of many entries have it: a short one becomes a string only when
    /// somebody asks for it.
    /// </summary>
    /// <param name="id">The identifier; bytes that are no UTF-8 text become U+FFFD.</param>
    /// <param name="subject">The subject's identifier.</param>
    /// <param name="item">The code of the item.</param>
    /// <param name="date">The date.</param>
    [SetsRequiredMembers]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Entry(ReadOnlySpan<byte> id, string subject, string item, DateOnly date)
    {
        Id = ShortText.TryMake(id, out shortId) ? null! : Encoding.UTF8.GetString(id);
        (Subject, Item, Date) = (subject, item, date);
    }

    /// <summary>By date, then by identifier, ordinally: the one order in which entries are listed and compared.</summary>
    internal static IComparer<Entry> Chronological { get; } = Comparer<Entry>.Create(Compare);

    /// <summary>The unique identifier within a data set; compared ordinally.</summary>
    public required string Id
    {
        get => id ??= shortId.ToString();
        init => id = value;
    }

    /// <summary>The identifier of the <see cref="PartyRules.Subject"/> it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The code of the scheme's item, such as <c>task.target</c>.</summary>
    public required string Item { get; init; }

    /// <summary>The calendar date on which it counts.</summary>
    public required DateOnly Date
    {
        get;
        init
        {
            field = value;
            value.Deconstruct(out var year, out var month, out _);
            (Year, Month) = ((short)year, (byte)month);
        }
    }

    /// <summary>The calendar year of the date: worked out once, because every window asks for it.</summary>
    internal short Year { get; private init; }

    /// <summary>The calendar month of the date, 1 to 12.</summary>
    internal byte Month { get; private init; }

    /// <summary>The recorded magnitude, zero or more, or null for none. Whether it adds or takes away is the item's business.</summary>
    public Points? Value
    {
        get => hasValue ? magnitude : null;
        init => (hasValue, magnitude) = (value.HasValue, value.GetValueOrDefault());
    }

    /// <summary>The level, such as <c>county</c>; empty for none.</summary>
    public string Level { get; init; } = "";

    /// <summary>What the entry refers to, so that entries about one matter can be joined; empty for none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who gave the value, where a scheme weighs evaluators; empty for none.</summary>
    public string Evaluator { get; init; } = "";

    /// <summary>
    /// Further columns that the scheme declares for entries, by column name, such as the number of people and hours; empty for none. Text
    /// as it stands in data: a number has at most six decimals and a point, and is zero or more; a time of day is what
    /// <see cref="TimeOfDay.TextOf"/> makes of it.
    /// </summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>A remark for people; no rule reads it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Compares as <see cref="Chronological"/> does.</summary>
    internal static int Compare(Entry left, Entry right)
    {
        var days = left.Date.DayNumber - right.Date.DayNumber;
        return days != 0 ? days : string.CompareOrdinal(left.Id, right.Id);
    }

    /// <summary>Identifier, item, date and value.</summary>
    public override string ToString() => Value is { } value ? $"{Id} {Item} {Date:O} {value}" : $"{Id} {Item} {Date:O}";
}

/// <summary>Lists of entries as the hot paths go through them.</summary>
internal static class EntryLists
{
    /// <summary>The entries of a list; one that is neither an array, a part of one nor a list of its own kind is copied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<Entry> AsSpan(this IReadOnlyList<Entry> entries) =>
        entries.GetType() == typeof(List<Entry>) ? CollectionsMarshal.AsSpan((List<Entry>)entries) : Other(entries);

    private static ReadOnlySpan<Entry> Other(IReadOnlyList<Entry> entries) => entries switch
    {
        Entry[] array => array,
        ArraySegment<Entry> segment => segment,
        var other => other.ToArray(),
    };
}
