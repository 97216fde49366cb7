using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Outcomes;

[Name("outcomes/outcome-follows")]
[Description("An award, measure, recommendation or finding follows where its condition holds.")]
internal sealed class OutcomeFollows : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Standing standing = null!;
        Facts<Mark> marks = null!;
        OutcomeClause clause = null!;
        When()
            .Match(() => standing)
            .Query(() => marks, q => q.Match<Mark>().Collect())
            .Match(() => clause, c => c.OnYear != standing.Total.IsOfRound && c.When.HoldsFor(standing, marks));
        Then()
            .Yield(_ => new Outcome(
                standing.Dossier.Subject, standing.Dossier.Period, clause.Kind, clause.Code, clause.Name, clause.Cites, clause));
    }
}

[Name("red-flag/outcome-follows-from-year")]
[Description("A yearly consequence follows, once all rounds of the year were held.")]
internal sealed class OutcomeFollowsFromYear : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        YearCase year = null!;
        Facts<Mark> marks = null!;
        OutcomeClause clause = null!;
        When()
            .Match(() => year, y => y.IsComplete)
            .Not<Total>(t => !t.IsOfRound)
            .Query(() => marks, q => q.Match<Mark>().Collect())
            .Match(() => clause, c => c.OnYear && (c.When.Needs & ~Needs.Marks) == Needs.None && c.When.HoldsFor(year, marks));
        Then()
            .Yield(_ => new Outcome(
                year.Dossier.Subject, year.Dossier.Period, clause.Kind, clause.Code, clause.Name, clause.Cites, clause));
    }
}
