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
        var stated = scheme.Components.Select(component => component.Limit).Concat(scheme.Items.Select(item => item.Limit));
        foreach (var limit in stated.OfType<Limit>().SelectMany(limit => limit.AndWider))
            limit.Points.LookAt(facts.By(limit.Cites));
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
    [
        (Stage.Points, new LimitCapsCredits()),
        (Stage.Points, new OverLimitRaisesFinding()),
        .. scheme.LimitsSpanRounds ? new (Stage, Rule)[] { (Stage.Points, new EarlierRoundUsesLimit()) } : [],
        .. scheme.Components.Any(component => component.Cascades)
            ? new (Stage, Rule)[] { (Stage.Points, new LimitsCapOneAfterTheOther()), (Stage.Points, new EachLimitIsTallied()) }
            : [],
    ];
}
