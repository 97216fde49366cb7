using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Targets;

[Name("red-flag/pool-share-is-taken")]
[Description("The share of a pool's subjects of which a target's condition holds is taken.")]
internal sealed class PoolShareIsTaken : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Target target = null!;
        Facts<Total> totals = null!;
        When()
            .Match(() => target)
            .Query(() => totals, q => q.Match<Total>().Collect());
        Then()
            .Yield(_ => target.ShareOf(totals));
    }
}
