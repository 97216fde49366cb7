namespace PartyRules.Results;

/// <summary>The place of a subject in its pool in one round.</summary>
/// <param name="Total">The total that was ranked.</param>
/// <param name="Rank">The rank; 1 is the best, and equals share one (1, 2, 2, 4).</param>
/// <param name="IsLast">Whether nobody ranks lower and somebody ranks higher.</param>
/// <param name="PoolSize">How many competed.</param>
public sealed record Placing(Total Total, int Rank, bool IsLast, int PoolSize)
{
    /// <summary>How many in the pool are better.</summary>
    internal int Better { get; init; }

    /// <summary>How many in the pool are better or equal, this one included.</summary>
    internal int NoWorse { get; init; }
}
