using System.Text.Json.Serialization;
using PartyRules.Arithmetic;

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

/// <summary>Which entries count where not all do, or what each counts by its place among the others.</summary>
/// <seealso href="docs/schemes/clauses/selections.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Selection(
    string id, Keep keep, int atMost, IReadOnlyList<OrdinalFactor> factors, Rounding rounding, PeriodKind? window, Citation cites)
{
    public string Id { get; } = id;

    public Keep Keep { get; } = keep;

    /// <summary>How many count.</summary>
    public int AtMost { get; } = atMost;

    /// <summary>By what entries are multiplied from which place on; empty where those that count do so in full.</summary>
    public IReadOnlyList<OrdinalFactor> Factors { get; } = factors;

    public PeriodKind? Window { get; } = window;

    /// <summary>The month in which the scheme's years begin.</summary>
    public int FirstMonth { get; init; } = 1;

    public Citation Cites { get; } = cites;

    /// <summary>What the entry in a place counts.</summary>
    /// <param name="place">The place, from 1.</param>
    /// <param name="points">What it is worth by itself.</param>
    public Points Counted(int place, Points points) =>
        Factors.LastOrDefault(factor => factor.From <= place) is { } factor
            ? rounding.Round(Exact.Of(points) * Exact.Of(factor.Factor))
            : points;

    /// <summary>Among which entries an entry is selected.</summary>
    public SelectionKey KeyOf(Entry entry) => Window is { } kind
        ? new SelectionKey(this, Period.Containing(entry.Date, kind, FirstMonth), "")
        : new SelectionKey(this, default, entry.Reference);
}

/// <summary>By what an entry is multiplied because of its place.</summary>
/// <param name="From">The first place, from 1.</param>
/// <param name="Factor">The factor, zero or more.</param>
internal sealed record OrdinalFactor(int From, Points Factor);

/// <summary>Entries among which is selected.</summary>
/// <param name="Selection">The selection.</param>
/// <param name="Window">The window; the default where it is by reference.</param>
/// <param name="Reference">The reference; empty where it is by window.</param>
internal readonly record struct SelectionKey(Selection Selection, Period Window, string Reference);
