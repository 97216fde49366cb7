namespace PartyRules.Schemes;

/// <summary>That what a component's items take away is spent, of what was there on the day.</summary>
/// <param name="LeavesOut">Whether an entry that spends more than was there does not count; otherwise it counts, and is found.</param>
/// <param name="Finding">The finding raised where more was spent than was there.</param>
/// <param name="Cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/components.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed record Balance(bool LeavesOut, FindingText Finding, Citation Cites);
