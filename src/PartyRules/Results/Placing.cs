using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>The place of a subject in its pool in one round, in one ranking.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
public sealed class Placing : IKnownPlace
{
    internal Placing(RankingClause ranking, Total total, int rank, bool isLast, int poolSize) =>
        (Ranking, Total, Rank, IsLast, PoolSize) = (ranking, total, rank, isLast, poolSize);

    /// <summary>In which of the scheme's rankings.</summary>
    public RankingClause Ranking { get; }

    /// <summary>The total that was ranked.</summary>
    public Total Total { get; }

    /// <summary>The rank; 1 is the best. Equals share one as the scheme says: 1, 2, 2, 4 or 1, 2, 2, 3 or 1, 3, 3, 4.</summary>
    public int Rank { get; }

    /// <summary>Whether nobody ranks lower and somebody ranks higher.</summary>
    public bool IsLast { get; }

    /// <summary>How many competed.</summary>
    public int PoolSize { get; }

    /// <summary>How many in the pool are better.</summary>
    internal int Better { get; init; }

    /// <summary>How many in the pool are better or equal, this one included.</summary>
    internal int NoWorse { get; init; }

    /// <summary>How many of the pool have a total, those included who do not compete.</summary>
    internal int Assessed { get; init; }

    string IKnownPlace.Ranking => Ranking.Id;

    int IKnownPlace.Assessed => Assessed;

    int IKnownPlace.Better => Better;

    int IKnownPlace.NoWorse => NoWorse;

    /// <summary>Subject, period, rank and size of the pool.</summary>
    public override string ToString() => $"{Total.Dossier} {Rank}/{PoolSize}";
}
