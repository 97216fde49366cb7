using PartyRules.Schemes;

namespace PartyRules;

/// <summary>An entry stopped counting.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Clause">The clause that says so.</param>
internal sealed record Lapsed(Entry Entry, Lapse Clause);
