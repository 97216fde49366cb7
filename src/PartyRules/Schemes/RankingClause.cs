using System.Text.Json.Serialization;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>What happens to equals in a ranking.</summary>
public enum TieKind
{
    /// <summary>They share the better rank: 1, 2, 2, 4.</summary>
    [JsonStringEnumMemberName("share")]
    Share,

    /// <summary>They share a rank and the next follows: 1, 2, 2, 3.</summary>
    [JsonStringEnumMemberName("dense")]
    Dense,

    /// <summary>They share the lower rank: 1, 3, 3, 4.</summary>
    [JsonStringEnumMemberName("lower")]
    Lower,
}

/// <summary>What ranks equals share.</summary>
internal static class Ties
{
    /// <summary>The rank of equals.</summary>
    /// <param name="ties">What happens to them.</param>
    /// <param name="first">How many are better.</param>
    /// <param name="next">How many are better or equal.</param>
    /// <param name="group">Which group of equals it is, from 1.</param>
    public static int RankOf(this TieKind ties, int first, int next, int group) =>
        ties switch { TieKind.Dense => group, TieKind.Lower => next, _ => first + 1 };
}

/// <summary>Whether whoever is vetoed competes in a ranking.</summary>
internal enum VetoedPlace
{
    /// <summary>They hold no rank, no place of a quota, and do not count in the size of the pool.</summary>
    [JsonStringEnumMemberName("out")]
    Out,

    /// <summary>They are ranked like everybody else.</summary>
    [JsonStringEnumMemberName("in")]
    In,
}

/// <summary>Who competes with whom.</summary>
public enum PoolKind
{
    /// <summary>Subjects of one parent.</summary>
    [JsonStringEnumMemberName("parent")]
    Parent,

    /// <summary>Subjects of one category.</summary>
    [JsonStringEnumMemberName("category")]
    Category,

    /// <summary>All subjects.</summary>
    [JsonStringEnumMemberName("all")]
    All,
}

/// <summary>What subjects are compared by: the score of a component, or a measure, of which what is not known comes last.</summary>
/// <param name="Component">The component; null for a measure.</param>
/// <param name="Measure">The measure; null for a component.</param>
/// <param name="LowestFirst">Whether the lower number is the better one.</param>
internal sealed record TieBreak(Component? Component, Measure? Measure, bool LowestFirst)
{
    /// <summary>What people call it.</summary>
    public LocalText Name => Component?.Name ?? Measure!.Name;

    /// <summary>Whether only rounds have it: the year of a scheme with rounds has no components.</summary>
    public bool IsOfRound => Component is not null || Measure!.Quantity.Needs.HasFlag(Needs.Total);
}

/// <summary>How subjects are ranked in each round: by exact total, the highest first; then by the tie-breaks.</summary>
/// <remarks>Two clauses are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/rankings.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class RankingClause
{
    internal RankingClause(PoolKind pool, IReadOnlyList<Component> tieBreaks, Citation cites) =>
        (Pool, TieBreaks, Cites) = (pool, tieBreaks, cites);

    /// <summary>The identifier; empty for the ranking that gives results their rank.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>The name shown to people; null for the ranking that gives results their rank.</summary>
    public LocalText? Name { get; internal init; }

    /// <summary>Who competes with whom.</summary>
    public PoolKind Pool { get; }

    /// <summary>
    /// Components that break a tie, in order; empty for none. Measures may stand between them. Those whom all leave equal share a rank.
    /// </summary>
    public IReadOnlyList<Component> TieBreaks { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>What must hold of a subject that competes; null where all with a total do.</summary>
    internal Condition? Among { get; init; }

    /// <summary>What breaks a tie, in order: components and measures.</summary>
    internal IReadOnlyList<TieBreak> Breaks { get; init; } = [];

    /// <summary>The measure by which subjects are ranked instead of the total; null for the total.</summary>
    internal TieBreak? By { get; init; }

    /// <summary>What happens to equals.</summary>
    internal TieKind Ties { get; init; }

    /// <summary>Whether whoever is vetoed competes.</summary>
    internal VetoedPlace Vetoed { get; init; }

    /// <summary>Which rows are ranked.</summary>
    internal Rows On { get; init; }

    /// <summary>The key of the pool a subject competes in: its parent, its category, or nothing where all compete.</summary>
    /// <param name="subject">The subject.</param>
    public string PoolOf(Subject subject) => KeyOf(Pool, subject);

    internal static string KeyOf(PoolKind pool, Subject subject) => pool switch
    {
        PoolKind.Parent => subject.Parent,
        PoolKind.Category => subject.Category,
        _ => "",
    };
}
