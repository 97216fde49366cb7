using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Targets;

/// <summary>How the share of a pool is taken.</summary>
internal static class SharesOfPool
{
    /// <summary>The share of one pool in one period.</summary>
    /// <param name="target">The target.</param>
    /// <param name="totals">The pool's totals, at least one.</param>
    public static PoolShare ShareOf(this Target target, IReadOnlyList<Total> totals)
    {
        var met = 0;
        for (var i = 0; i < totals.Count; i++)
            met += target.When.HoldsFor(totals[i]) ? 1 : 0;
        return new PoolShare(target, totals[0].Dossier.Period, met, totals.Count);
    }
}
