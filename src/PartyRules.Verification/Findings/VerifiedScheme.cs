using PartyRules.Schemes;

namespace PartyRules.Verification.Findings;

/// <summary>What was proved of a scheme, what was refuted, and what is not known.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class VerifiedScheme
{
    internal VerifiedScheme(Scheme scheme, IReadOnlyList<int> years, IReadOnlyList<Finding> findings) =>
        (Scheme, Years, Findings) = (scheme, years, findings);

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>The calendar years for which it was verified: one for each time in which its amounts differ.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Every claim that was tried, in a stable order: kind by kind, clause by clause.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Whether the scheme should not be published so: an error is refuted.</summary>
    public bool HasErrors => Findings.Any(finding => finding.IsError);

    /// <summary>What was refuted, errors first, then warnings, then remarks.</summary>
    public IEnumerable<Finding> Refuted =>
        Findings.Where(finding => finding.Verdict == Verdict.Refuted).OrderBy(finding => finding.Severity);

    /// <summary>What is not known.</summary>
    public IEnumerable<Finding> Undecided => Findings.Where(finding => finding.Verdict == Verdict.Undecided);
}
