using PartyRules.Clauses.Components;
using PartyRules.Clauses.Exemptions;
using PartyRules.Clauses.FollowUps;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Requirements;
using PartyRules.Clauses.Totals;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>Points scoring: from the entries of a dossier to a total, by the components and items of a scheme.</summary>
/// <remarks>Thread-safe: each call makes new rules.</remarks>
public static class PointsRules
{
    /// <summary>New instances of the rules.</summary>
    public static IEnumerable<Rule> All =>
    [
        new EntryEarnsCredit(),
        new EntryDoesNotApply(),
        new LimitCapsCredits(),
        new OverLimitIsFound(),
        new ComponentAddsUp(),
        new RequiredComponentIsMissing(),
        new MissingComponentIsFound(),
        new ExemptionLeavesOut(),
        new ComponentsMakeTotal(),
        new RequirementIsMissed(),
    ];

    /// <summary>New instances of the rules that a scheme's clauses need.</summary>
    internal static IEnumerable<Rule> For(Scheme scheme) =>
    [
        .. All,
        .. scheme.Items.Any(item => !item.IsDirect) || scheme.Components.Any(component => component.IsCompound) ? CompoundRules.All : [],
        .. scheme.HasRounds ? [] : FollowUpRules.InTimeFor(scheme),
        .. scheme.Exemptions.Any(clause => clause.IsPending) ? [new PendingIsFound()] : Array.Empty<Rule>(),
    ];
}
