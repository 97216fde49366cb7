using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Rankings;

[Name("red-flag/pool-is-ranked")]
[Description("The subjects of a pool are placed by total, the highest first; equals share a place.")]
internal sealed class PoolIsRanked : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        RankingClause ranking = null!;
        Placing placing = null!;
        When()
            .Match(() => ranking)
            .Query(() => placing, q => q.Match<Total>().Collect().SelectMany(totals => ranking.Place(totals)));
        Then()
            .Yield(_ => placing);
    }
}
