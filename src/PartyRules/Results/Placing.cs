using PartyRules.Conditions;

namespace PartyRules.Results;

/// <summary>The place of a subject in its pool in one round.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
/// <param name="Total">The total that was ranked.</param>
/// <param name="Rank">The rank; 1 is the best. Equals share one as the scheme says: 1, 2, 2, 4 or 1, 2, 2, 3 or 1, 3, 3, 4.</param>
/// <param name="IsLast">Whether nobody ranks lower and somebody ranks higher.</param>
/// <param name="PoolSize">How many competed.</param>
public sealed record Placing(Total Total, int Rank, bool IsLast, int PoolSize) : IKnownPlace
{
    /// <summary>How many in the pool are better.</summary>
    internal int Better { get; init; }

    /// <summary>How many in the pool are better or equal, this one included.</summary>
    internal int NoWorse { get; init; }

    int IKnownPlace.Better => Better;

    int IKnownPlace.NoWorse => NoWorse;
}
