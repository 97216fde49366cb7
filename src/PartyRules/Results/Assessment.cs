using PartyRules.Engine;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>How far an assessment got.</summary>
public enum AssessmentStatus
{
    /// <summary>The subject was assessed.</summary>
    Assessed,

    /// <summary>The subject is left out of scoring.</summary>
    Exempt,

    /// <summary>Something that the scheme requires is not recorded, so there is no total.</summary>
    Incomplete,
}

/// <summary>The result for one subject in one period.</summary>
/// <remarks>
/// Awards, measures and recommendations are proposals for people to decide on. Each list is ordered by code, ordinally, and names a
/// code once. Immutable and thread-safe.
/// </remarks>
public sealed class Assessment
{
    /// <summary>Who was assessed.</summary>
    public required Subject Subject { get; init; }

    /// <summary>For which period.</summary>
    public required Period Period { get; init; }

    /// <summary>By which scheme.</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>How far the assessment got.</summary>
    public required AssessmentStatus Status { get; init; }

    /// <summary>The scores of the scheme's components, in its order; empty where nothing was scored.</summary>
    public IReadOnlyList<ComponentScore> Components { get; init; } = [];

    /// <summary>The sum of the components; null where there is none.</summary>
    public Points? Total { get; init; }

    /// <summary>The grade; null where the scheme gives none or there is no total.</summary>
    public GradeBand? Grade { get; init; }

    /// <summary>The rank in the pool, 1 being the best; null where the scheme ranks nobody or there is no total.</summary>
    public int? Rank { get; init; }

    /// <summary>Proposed awards.</summary>
    public IReadOnlyList<Outcome> Awards { get; init; } = [];

    /// <summary>Proposed recommendations.</summary>
    public IReadOnlyList<Outcome> Recommendations { get; init; } = [];

    /// <summary>Proposed measures.</summary>
    public IReadOnlyList<Outcome> Measures { get; init; } = [];

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<Outcome> Findings { get; init; } = [];

    /// <summary>How the result came about, down to the entries; null unless it was asked for.</summary>
    public Derivation? Derivation { get; init; }

    /// <summary>Subject, period and status.</summary>
    public override string ToString() => $"{Subject.Id} {Period} {Status}";
}
