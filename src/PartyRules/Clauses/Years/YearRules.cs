using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Years;

[Name("red-flag/rounds-make-year")]
[Description("Once all rounds of the year were held, their totals, weighed, make the year's.")]
internal sealed class RoundsMakeYear : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        YearClause clause = null!;
        YearCase year = null!;
        Facts<Total> rounds = null!;
        YearTotal total = null!;
        When()
            .Match(() => clause)
            .Match(() => year, y => y.IsComplete)
            .Query(() => rounds, q => q.Match<Total>().Collect())
            .Query(() => total, q => q.From(() => clause).SelectMany(c => c.TotalOf(year, rounds)));
        Then()
            .Yield(_ => total);
    }
}

[Name("red-flag/year-is-assessed")]
[Description("The year's assessment carries the yearly consequences; it has no total of its own.")]
internal sealed class YearIsAssessed : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Scheme scheme = null!;
        YearCase year = null!;
        Facts<Outcome> outcomes = null!;
        When()
            .Match(() => scheme)
            .Match(() => year)
            .Not<Total>(t => !t.IsOfRound)
            .Query(() => outcomes, q => q.Match<Outcome>(o => o.Period == year.Dossier.Period).Collect());
        Then()
            .Yield(_ => Assessment.OfYear(scheme, year, outcomes));
    }
}
