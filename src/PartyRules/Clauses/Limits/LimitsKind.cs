using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Limits;

/// <summary>How much counts within a window.</summary>
[ToldWithin("Components")]
internal sealed class LimitsKind : ClauseKind
{
    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var limit in scheme.Components.Select(component => component.Limit).Concat(scheme.Items.Select(item => item.Limit)))
            limit?.Points.LookAt(facts.By(limit.Cites));
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
    [
        .. scheme.LimitsSpanRounds
            ? new (Stage, Rule)[] { (Stage.Points, new EarlierRoundUsesLimit()), (Stage.Points, new LimitCapsCreditsOverRounds()) }
            : [(Stage.Points, new LimitCapsCredits())],
        (Stage.Points, new OverLimitRaisesFinding()),
        .. scheme.Components.Any(component => component.LimitsTallies)
            ? new (Stage, Rule)[] { (Stage.Points, new LimitCapsTallies()), (Stage.Points, new OverComponentLimitRaisesFinding()) }
            : [],
        .. scheme.Components.Any(component => component.SplitsTallies)
            ? new (Stage, Rule)[] { (Stage.Points, new LimitIsSplit()), (Stage.Points, new LimitCapsParts()) }
            : [],
    ];
}
