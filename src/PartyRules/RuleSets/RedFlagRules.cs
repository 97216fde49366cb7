using PartyRules.Clauses.Core;
using PartyRules.Engine;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>Red-flag rotation: from the totals of a pool that competes to the places in it.</summary>
/// <remarks>Thread-safe.</remarks>
public static class RedFlagRules
{
    /// <summary>The compiled rules that rank a pool by a scheme, with its ranking as the reference fact.</summary>
    /// <remarks>
    /// Evaluate them on the <c>Total</c>s of one pool in one round: those of subjects with one <see cref="RankingClause.PoolOf"/>. They
    /// yield a
    /// <c>Placing</c> for each.
    /// </remarks>
    /// <param name="scheme">The scheme.</param>
    /// <returns>The rules; immutable and thread-safe.</returns>
    /// <exception cref="ArgumentException">The scheme ranks nobody.</exception>
    public static RuleSet For(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return scheme.Ranking is not null
            ? RuleSet.Compile("red-flag", scheme.RulesOf(Stage.Pool)).With(scheme.FactsOf(Stage.Pool))
            : throw new ArgumentException($"The scheme '{scheme.Id}' ranks nobody.", nameof(scheme));
    }
}
