using PartyRules.Clauses.Core;
using PartyRules.Engine;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>Red-flag rotation: from the totals of a pool that competes to the places in it.</summary>
/// <remarks>Thread-safe.</remarks>
public static class RedFlagRules
{
    /// <summary>
    /// The compiled rules that rank a pool by a scheme, with its ranking, and its grades for their vetoes, as the reference facts.
    /// </summary>
    /// <remarks>
    /// Evaluate them on the <c>Total</c>s of one pool in one round: those of subjects with one <see cref="RankingClause.PoolOf"/>. They
    /// yield a <c>Placing</c> for each that competes: for all, but for who is vetoed where the scheme does not rank them. They are
    /// partitioned by pool and period: an evaluator takes one at a time, and refuses totals of two.
    /// </remarks>
    /// <param name="scheme">The scheme.</param>
    /// <returns>The rules; immutable and thread-safe.</returns>
    /// <exception cref="ArgumentException">
    /// The scheme ranks nobody; or it leaves out who is vetoed, and amounts of it hold for a time, so that no one set of rules does: give
    /// one of <see cref="Scheme.Parts"/>.
    /// </exception>
    public static RuleSet For(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        if (scheme.Parts.Count > 0 && scheme is { Ranking.Vetoed: VetoedPlace.Out, Grades.Forced.Count: > 0 })
            throw new ArgumentException($"Amounts of the scheme '{scheme.Id}' hold for a time: give one of its parts.", nameof(scheme));
        if (scheme.Ranking is not { } ranking)
            throw new ArgumentException($"The scheme '{scheme.Id}' ranks nobody.", nameof(scheme));
        return RuleSet.Compile("red-flag", scheme.RulesOf(Stage.Pool))
            .With([ranking, .. scheme.FactsOf(Stage.Pool)])
            .PartitionedBy(PartitionKeys.By<Total>(total => $"{total.Dossier.Period} {ranking.PoolOf(total.Dossier.Subject)}"));
    }
}
