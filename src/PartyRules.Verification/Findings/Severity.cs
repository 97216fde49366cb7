namespace PartyRules.Verification.Findings;

/// <summary>How much harm it does where a claim does not hold.</summary>
public enum Severity
{
    /// <summary>Something that the scheme states has no effect, or nobody can be scored: the scheme should not be published so.</summary>
    Error,

    /// <summary>A result may surprise those whom it concerns: a person should decide whether it is meant so.</summary>
    Warning,

    /// <summary>Worth knowing; nothing need be done.</summary>
    Remark,
}
