namespace PartyRules.Verification.Findings;

/// <summary>What is known about a claim.</summary>
public enum Verdict
{
    /// <summary>
    /// It holds: it follows from the scheme's bounds, or a data set shows it where it claims that something is possible.
    /// </summary>
    Proved,

    /// <summary>It does not hold: it contradicts the scheme's bounds, or a data set shows so.</summary>
    Refuted,

    /// <summary>Neither: the bounds do not decide it, and no data set that was tried shows it.</summary>
    Undecided,
}
