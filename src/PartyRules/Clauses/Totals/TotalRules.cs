using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Totals;

[Name("points/components-make-total")]
[Description("The total is the sum of all components, unless the subject is exempt or a required component is missing.")]
internal sealed class ComponentsMakeTotal : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Scheme scheme = null!;
        Dossier dossier = null!;
        Facts<ComponentScore> scores = null!;
        When()
            .Match(() => scheme)
            .Match(() => dossier)
            .Not<Exemption>()
            .Not<MissingComponent>()
            .Query(() => scores, q => q.Match<ComponentScore>().Collect());
        Then()
            .Yield(_ => new Total(dossier, scores, scheme.Total));
    }
}

[Name("points/forced-total-is-found")]
[Description("The clause that decided the total whatever the scores is a finding; others that hold too are not.")]
internal sealed class ForcedTotalRaisesFinding : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Total total = null!;
        When()
            .Match(() => total, t => t.Forced != null);
        Then()
            .Yield(_ => Outcome.Raised(total.Dossier, total.Forced!.Clause.Finding, total.Forced.Clause.Cites));
    }
}

[Name("outcomes/total-stands")]
[Description("A total, its grade, its places and the shares of its pools make a standing.")]
internal sealed class TotalStands : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Total total = null!;
        Facts<GradeDecision> grades = null!;
        Facts<Placing> placings = null!;
        Facts<PoolShare> shares = null!;
        When()
            .Match(() => total)
            .Query(() => grades, q => q.Match<GradeDecision>(g => g.Dossier == total.Dossier).Collect())
            .Query(() => placings, q => q.Match<Placing>(p => p.Total == total).Collect())
            .Query(() => shares, q => q.Match<PoolShare>(s => s.Period == total.Dossier.Period).Collect());
        Then()
            .Yield(_ => new Standing(total, grades.Count == 0 ? null : grades[0], placings) { Shares = shares });
    }
}
