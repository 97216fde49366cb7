using System.Text.Json.Serialization;

namespace PartyRules.Schemes;

/// <summary>Which of several entries count.</summary>
internal enum Keep
{
    /// <summary>Those with the highest points.</summary>
    [JsonStringEnumMemberName("highest")]
    Highest,

    /// <summary>The first by date.</summary>
    [JsonStringEnumMemberName("first")]
    First,

    /// <summary>The last by date.</summary>
    [JsonStringEnumMemberName("last")]
    Last,
}

/// <summary>Which entries count where not all do.</summary>
/// <seealso href="docs/schemes/clauses/selections.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Selection(string id, Keep keep, int atMost, PeriodKind? window, Citation cites)
{
    public string Id { get; } = id;

    public Keep Keep { get; } = keep;

    public int AtMost { get; } = atMost;

    public PeriodKind? Window { get; } = window;

    public Citation Cites { get; } = cites;

    /// <summary>Among which entries an entry is selected.</summary>
    public SelectionKey KeyOf(Entry entry) => Window is { } kind
        ? new SelectionKey(this, Period.Containing(entry.Date, kind), "")
        : new SelectionKey(this, default, entry.Reference);
}

/// <summary>Entries among which is selected.</summary>
/// <param name="Selection">The selection.</param>
/// <param name="Window">The window; the default where it is by reference.</param>
/// <param name="Reference">The reference; empty where it is by window.</param>
internal readonly record struct SelectionKey(Selection Selection, Period Window, string Reference);
