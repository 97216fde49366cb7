using PartyRules.Conditions;
using PartyRules.Results;

namespace PartyRules.Schemes;

/// <summary>Something of which the share among a pool's subjects is taken.</summary>
/// <seealso href="docs/schemes/clauses/targets.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Target(string id, LocalText name, PoolKind pool, Condition when, Citation cites)
{
    public string Id { get; } = id;

    public LocalText Name { get; } = name;

    public PoolKind Pool { get; } = pool;

    public Condition When { get; } = when;

    public Citation Cites { get; } = cites;

    /// <summary>The share of one pool in one period.</summary>
    /// <param name="totals">The pool's totals, at least one.</param>
    public PoolShare ShareOf(IReadOnlyList<Total> totals)
    {
        var met = 0;
        for (var i = 0; i < totals.Count; i++)
            met += When.HoldsFor(totals[i]) ? 1 : 0;
        return new PoolShare(this, totals[0].Dossier.Period, met, totals.Count);
    }
}
