using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules;

/// <summary>Assesses subjects by one scheme.</summary>
public sealed class Scorer
{
    /// <summary>Makes a scorer.</summary>
    public Scorer(Scheme scheme, ScorerOptions? options = null)
    {
        Scheme = scheme;
        _ = options;
    }

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>Assesses every subject of the scheme's kind. Results come in the order of the subjects, then by period.</summary>
    public IReadOnlyList<Assessment> Score(
        IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries, int year, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}

/// <summary>How a scorer works.</summary>
public sealed record ScorerOptions
{
    /// <summary>Whether assessments carry their derivation; false by default.</summary>
    public bool Derivations { get; init; }
}
