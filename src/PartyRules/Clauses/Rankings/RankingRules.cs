using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Rankings;

[Name("red-flag/pool-is-ranked")]
[Description(
    "The subjects of a pool are placed by total, the highest first; equals share a place, and who is vetoed has none unless the scheme "
    + "says so.")]
internal sealed class PoolIsRanked : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        RankingClause ranking = null!;
        Facts<GradeScale> scales = null!;
        Placing placing = null!;
        When()
            .Match(() => ranking)
            .Query(() => scales, q => q.Match<GradeScale>().Collect())
            .Query(() => placing, q => q.Match<Total>().Collect().SelectMany(totals => ranking.Place(totals, scales)));
        Then()
            .Yield(_ => placing);
    }
}
