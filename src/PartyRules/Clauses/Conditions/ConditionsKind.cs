using PartyRules.Clauses.Core;

namespace PartyRules.Clauses.Conditions;

/// <summary>When a clause holds.</summary>
internal sealed class ConditionsKind : ClauseKind;
