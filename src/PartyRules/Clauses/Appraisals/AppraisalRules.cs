using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Appraisals;

[Name("points/ratings-make-appraisal")]
[Description("The evaluators' average ratings, weighed, make the item's points.")]
internal sealed class RatingsMakeAppraisal : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactGroup<Item, Candidate> ratings = null!;
        When()
            .Query(() => ratings, q => q.Match<Candidate>(c => c.Item.Appraisal != null).GroupBy(c => c.Item));
        Then()
            .Yield(_ => Appraising.Of(ratings.Key, ratings));
    }
}

[Name("points/rating-is-missing")]
[Description("An evaluator without whom the result is incomplete gave no rating of a subject to whom the item applies.")]
internal sealed class RatingIsMissing : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Item item = null!;
        string evaluator = null!;
        When()
            .Match(() => dossier)
            .Match(() => item, i => i.Appraisal != null, i => i.AppliesTo.MayInclude(dossier.Subject, dossier.Period))
            .Query(() => evaluator, q => q.From(() => item).SelectMany(i => i.Appraisal!.Required))
            .Not<Candidate>(c => c.Item == item, c => c.Entry.Evaluator == evaluator);
        Then()
            .Yield(_ => new MissingComponent(dossier, item.Component));
    }
}
