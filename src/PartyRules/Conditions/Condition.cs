using PartyRules.Results;

namespace PartyRules.Conditions;

/// <summary>Something that may hold of a subject. A scheme's conditions are data: trees of these, never expressions of a language.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/conditions.md">The kind of clause, its keys and how it is evaluated</seealso>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>What must be known before the condition can be decided.</summary>
    public abstract Needs Needs { get; }

    /// <summary>Whether the condition holds.</summary>
    /// <param name="known">What is known of the subject; at least what <see cref="Needs"/> names.</param>
    public abstract bool Holds(in Known known);
}

/// <summary>What a condition needs to know. Later kinds of knowledge come later in an assessment.</summary>
[Flags]
public enum Needs
{
    /// <summary>Nothing but the subject and its entries.</summary>
    None = 0,

    /// <summary>The total.</summary>
    Total = 1,

    /// <summary>The grade.</summary>
    Grade = 2,

    /// <summary>The rank within the pool.</summary>
    Rank = 4,

    /// <summary>The marks of the year's rounds.</summary>
    Marks = 8,

    /// <summary>The shares of the pool that meet the scheme's targets.</summary>
    Shares = 16,
}

/// <summary>What is known of a subject in a period while conditions are decided.</summary>
/// <remarks>The default knows nothing, and has no dossier. Immutable; as thread-safe as the marks it is given.</remarks>
/// <param name="Dossier">The subject, the period and its entries.</param>
/// <param name="Total">The total; null before it is known.</param>
/// <param name="Grade">The grade; null before it is known or where the scheme gives none.</param>
/// <param name="Placing">The rank; null before it is known or where the scheme ranks nobody.</param>
/// <param name="Marks">The marks of all rounds of the year; null before they are known.</param>
public readonly record struct Known(
    Dossier Dossier,
    Total? Total = null,
    GradeDecision? Grade = null,
    Placing? Placing = null,
    IEnumerable<Mark>? Marks = null)
{
    /// <summary>The shares of the pools; empty before they are known.</summary>
    internal IReadOnlyList<PoolShare> Shares { get; init; } = [];
}

/// <summary>A range of numbers: every bound that is given must hold.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe. Without any bound it holds every number.</remarks>
/// <param name="AtLeast">The lower bound, included; null for none.</param>
/// <param name="Above">The lower bound, not included; null for none.</param>
/// <param name="AtMost">The upper bound, included; null for none.</param>
/// <param name="Below">The upper bound, not included; null for none.</param>
/// <param name="Exactly">The only number; null for any.</param>
public sealed record NumberRange(Points? AtLeast = null, Points? Above = null, Points? AtMost = null, Points? Below = null, Points? Exactly = null)
{
    // Points are whole millionths, so that every bound can be told as one that is included.
    private readonly long lowest = Math.Max(
        Math.Max(AtLeast?.Millionths ?? long.MinValue, Exactly?.Millionths ?? long.MinValue),
        Above is { } above ? Math.Min(above.Millionths, long.MaxValue - 1) + 1 : long.MinValue);

    private readonly long highest = Math.Min(
        Math.Min(AtMost?.Millionths ?? long.MaxValue, Exactly?.Millionths ?? long.MaxValue),
        Below is { } below ? Math.Max(below.Millionths, long.MinValue + 1) - 1 : long.MaxValue);

    /// <summary>Whether no number is in the range.</summary>
    internal bool IsEmpty => lowest > highest;

    /// <summary>Whether a number is in the range.</summary>
    /// <param name="value">The number.</param>
    public bool Contains(Points value) => value.Millionths >= lowest && value.Millionths <= highest;

    /// <summary>Whether a percentage is in the range, exactly, however it divides.</summary>
    internal bool ContainsPercentage(int part, int whole)
    {
        var scaled = (Int128)part * 100 * 1_000_000;
        return (AtLeast is not { } atLeast || scaled >= (Int128)atLeast.Millionths * whole)
            && (Above is not { } above || scaled > (Int128)above.Millionths * whole)
            && (AtMost is not { } atMost || scaled <= (Int128)atMost.Millionths * whole)
            && (Below is not { } below || scaled < (Int128)below.Millionths * whole)
            && (Exactly is not { } exactly || scaled == (Int128)exactly.Millionths * whole);
    }
}
