using PartyRules.Clauses.Core;

namespace PartyRules.Clauses.Amounts;

/// <summary>Numbers that differ by subject, each stated where it stands.</summary>
[ToldWithin("Components")]
internal sealed class AmountsKind : ClauseKind;
