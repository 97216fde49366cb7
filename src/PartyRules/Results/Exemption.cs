using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>A subject is left out of scoring.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
/// <param name="Dossier">Who, and when.</param>
/// <param name="Clause">The clause that says so.</param>
public sealed record Exemption(Dossier Dossier, ExemptionClause Clause);
