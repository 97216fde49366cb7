using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>A total given whatever the scores.</summary>
/// <param name="Id">The identifier, unique among those that set the total.</param>
/// <param name="Effect">Whether it is exactly these points, or at most or at least them.</param>
/// <param name="Points">The points.</param>
/// <param name="When">The condition; it may look at the scores, and not at the total.</param>
/// <param name="Finding">The finding that says so.</param>
/// <param name="Cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/totals.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed record ForcedTotalClause(
    string Id, ForcedEffect Effect, Amount Points, Condition When, FindingText Finding, Citation Cites);
