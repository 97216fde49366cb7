using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Asking;

/// <summary>A claim that is made of clauses of one kind, and tried.</summary>
/// <param name="Code">The stable code, which is also the key of its texts.</param>
/// <param name="Severity">How much harm it does where it does not hold.</param>
internal sealed record Question(string Code, Severity Severity);
