using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Schemes.Conditions;

namespace PartyRules.RuleSets;

/// <summary>Contests between subjects, such as the rotating red flag: ranking in a pool, marks over the rounds of a year, yearly consequences.</summary>
public static class RedFlagRules
{
    /// <summary>New instances of the rules that rank a pool in one round.</summary>
    public static IEnumerable<Rule> Ranking => [new PoolIsRanked()];

    /// <summary>New instances of the rules over the rounds of one subject's year.</summary>
    public static IEnumerable<Rule> Year =>
    [
        new PromiseIsNotAnswered(),
        new OutcomeFollowsFromYear(),
        new YearIsAssessed(),
    ];
}

/// <summary>Subjects of a pool are placed by total and tie-breaks.</summary>
[Name("red-flag/pool-is-ranked")]
[Description("The subjects of a pool are placed by total, the highest first; equals share a place.")]
public sealed class PoolIsRanked : Rule
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

/// <summary>A promise was not answered in the next round.</summary>
[Name("red-flag/promise-is-not-answered")]
[Description("What was promised in one round was not answered, under the same reference, in the next.")]
public sealed class PromiseIsNotAnswered : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Entry promise = null!;
        FollowUpClause clause = null!;
        Dossier next = null!;
        When()
            .Match(() => promise)
            .Match(() => clause, c => c.Promise.Code == promise.Item)
            .Match(() => next, d => d.Period.Number == Period.Containing(promise.Date, d.Period.Kind).Number + 1)
            .Not<Entry>(e => e.Reference == promise.Reference, e => e.Item == clause.Answer.Code && next.Period.Contains(e.Date));
        Then()
            .Yield(_ => new Outcome(next.Subject, next.Period, OutcomeKind.Finding, clause.Finding.Code, clause.Finding.Name, clause.Cites, null));
    }
}

/// <summary>Yearly consequences, from the marks of the year's rounds.</summary>
[Name("red-flag/outcome-follows-from-year")]
[Description("A yearly consequence follows, once all rounds of the year were held.")]
public sealed class OutcomeFollowsFromYear : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        YearCase year = null!;
        Facts<Mark> marks = null!;
        OutcomeClause clause = null!;
        When()
            .Match(() => year, y => y.IsComplete)
            .Query(() => marks, q => q.Match<Mark>().Collect())
            .Match(() => clause, c => c.OnYear && c.When.HoldsFor(year, marks));
        Then()
            .Yield(_ => new Outcome(year.Dossier.Subject, year.Dossier.Period, clause.Kind, clause.Code, clause.Name, clause.Cites, clause));
    }
}

/// <summary>The year's row.</summary>
[Name("red-flag/year-is-assessed")]
[Description("The year's assessment carries the yearly consequences; it has no total of its own.")]
public sealed class YearIsAssessed : Rule
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
            .Query(() => outcomes, q => q.Match<Outcome>(o => o.Period == year.Dossier.Period).Collect());
        Then()
            .Yield(_ => Assessment.OfYear(scheme, year, outcomes));
    }
}
