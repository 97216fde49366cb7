using PartyRules.Clauses.Core;
using PartyRules.Engine;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>Points scoring: from the entries of one subject in one period to its components and its total.</summary>
/// <remarks>Thread-safe.</remarks>
public static class PointsRules
{
    /// <summary>The compiled rules that give points by a scheme, with the scheme and its clauses as reference facts.</summary>
    /// <remarks>
    /// Evaluate them on what <c>Scorer.FactsOf</c> gives for a subject. A <see cref="Dossier"/> of one's own and its entries do as well
    /// where the scheme lets no entries lapse and looks back on none. They yield a <c>Credit</c> for each entry that counts, a <c>Tally</c>
    /// for each limit, a <c>ComponentScore</c> for each component and the <c>Total</c>; an <c>Exemption</c> or a <c>MissingComponent</c>
    /// stands in the way of a total; and an <c>Outcome</c> for each finding. They are partitioned by subject: an evaluator takes one
    /// subject at a time, and refuses facts of two.
    /// </remarks>
    /// <param name="scheme">The scheme.</param>
    /// <returns>The rules; immutable and thread-safe.</returns>
    /// <exception cref="ArgumentException">
    /// Amounts of the scheme hold for a time, so that no one set of rules gives its points: give one of <see cref="Scheme.Parts"/>.
    /// </exception>
    /// <exception cref="Diagnostics.ProblemException">Components take points from rules in code; carries a problem for each.</exception>
    public static RuleSet For(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        if (scheme.Parts.Count > 0)
            throw new ArgumentException($"Amounts of the scheme '{scheme.Id}' hold for a time: give one of its parts.", nameof(scheme));
        RegisteredRules.For(scheme, []);
        return RuleSet.Compile("points", scheme.RulesOf(Stage.Points))
            .With([scheme, .. scheme.FactsOf(Stage.Points)])
            .PartitionedBy(PartitionKeys.By<Dossier>(dossier => dossier.Subject.Id).And<Entry>(entry => entry.Subject));
    }
}
