using PartyRules.Clauses.Core;

namespace PartyRules.Clauses.Worth;

/// <summary>How many points an entry is worth.</summary>
internal sealed class WorthKind : ClauseKind;
