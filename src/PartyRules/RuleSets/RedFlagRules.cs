using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Schemes.Arithmetic;
using PartyRules.Schemes.Conditions;

namespace PartyRules.RuleSets;

/// <summary>Contests between subjects, such as the rotating red flag: ranking in a pool, marks over the rounds of a year, yearly consequences.</summary>
public static class RedFlagRules
{
    /// <summary>New instances of the rules that rank a pool in one round.</summary>
    public static IEnumerable<Rule> Ranking => [new PoolIsRanked()];

    /// <summary>New instances of the rules that take a pool's shares.</summary>
    internal static IEnumerable<Rule> Shares => [new PoolShareIsTaken()];

    /// <summary>New instances of the rules by which rounds make a year.</summary>
    internal static IEnumerable<Rule> RollUp => [new RoundsMakeYear()];

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

/// <summary>The totals of the rounds make the year's.</summary>
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

/// <summary>The share of a pool's subjects that meet a target is taken.</summary>
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
            .Match(() => clause, c => c.Promise.Code == promise.Item && c.Days == null)
            .Match(() => next, d => d.Period.Number == Period.Containing(promise.Date, d.Period.Kind).Number + 1)
            .Not<Entry>(e => e.Reference == promise.Reference, e => e.Item == clause.Answer.Code && next.Period.Contains(e.Date));
        Then()
            .Yield(_ => Outcome.Found(next, clause.Finding, clause.Cites));
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
            .Not<Total>(t => !t.IsOfRound)
            .Query(() => marks, q => q.Match<Mark>().Collect())
            .Match(() => clause, c => c.OnYear && (c.When.Needs & ~Needs.Marks) == Needs.None && c.When.HoldsFor(year, marks));
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
            .Not<Total>(t => !t.IsOfRound)
            .Query(() => outcomes, q => q.Match<Outcome>(o => o.Period == year.Dossier.Period).Collect());
        Then()
            .Yield(_ => Assessment.OfYear(scheme, year, outcomes));
    }
}
