using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Appraisals;

/// <summary>How ratings by several evaluators make one.</summary>
[ToldWithin("Components")]
internal sealed class AppraisalsKind : ClauseKind
{
    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) => scheme.Items.Any(item => item.Appraisal is not null)
        ? [(Stage.Points, new RatingsMakeAppraisal()), (Stage.Points, new RatingIsMissing())]
        : [];
}
