using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Schemes.Records;

namespace PartyRules.RuleSets;

/// <summary>Scoring that compares entries with each other: selections, appraisals, limits above limits, multipliers.</summary>
internal static class CompoundRules
{
    /// <summary>New instances of the rules.</summary>
    public static IEnumerable<Rule> All =>
    [
        new EntryIsCandidate(),
        new SelectionKeepsCredits(),
        new RatingsMakeAppraisal(),
        new RatingIsMissing(),
        new CarriedResultIsMissing(),
        new LimitCapsTallies(),
        new OverComponentLimitIsFound(),
        new CompoundComponentAddsUp(),
    ];
}

/// <summary>An entry that is compared with others is a candidate.</summary>
[Name("points/entry-is-candidate")]
[Description("An entry whose item selects among entries, or weighs evaluators, is compared with the others first.")]
internal sealed class EntryIsCandidate : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Entry entry = null!;
        Item item = null!;
        When()
            .Match(() => dossier)
            .Match(() => entry)
            .Match(() => item, i => i.Code == entry.Item, i => !i.IsDirect && i.AppliesTo.Includes(dossier.Subject, entry));
        Then()
            .Yield(_ => new Candidate(entry, item));
    }
}

/// <summary>Of the entries that are compared, those that the selection keeps count.</summary>
[Name("points/selection-keeps-credits")]
[Description("Of entries with one reference, or in one window, only those that the selection keeps count.")]
internal sealed class SelectionKeepsCredits : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactGroup<SelectionKey, Candidate> candidates = null!;
        Credit credit = null!;
        When()
            .Query(() => candidates, q => q.Match<Candidate>(c => c.Item.Selection != null).GroupBy(c => c.Key))
            .Query(() => credit, q => q.From(() => candidates).SelectMany(c => c.Key.Selection.Select(c)));
        Then()
            .Yield(_ => credit);
    }
}

/// <summary>The ratings of an item by several evaluators make one.</summary>
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
            .Yield(_ => new Appraisal(ratings.Key, ratings));
    }
}

/// <summary>An evaluator without whom the result is incomplete gave no rating.</summary>
[Name("points/rating-is-missing")]
[Description("An evaluator without whom the result is incomplete gave no rating.")]
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
            .Match(() => item, i => i.Appraisal != null)
            .Query(() => evaluator, q => q.From(() => item).SelectMany(i => i.Appraisal!.Required))
            .Not<Candidate>(c => c.Item == item, c => c.Entry.Evaluator == evaluator);
        Then()
            .Yield(_ => new MissingComponent(dossier, item.Component));
    }
}

/// <summary>Another result without which this one is incomplete is not known.</summary>
[Name("points/carried-result-is-missing")]
[Description("Another result that counts towards a component, and without which it is incomplete, is not known.")]
internal sealed class CarriedResultIsMissing : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Component component = null!;
        When()
            .Match(() => dossier)
            .Match(() => component, c => c.LacksCarried(dossier));
        Then()
            .Yield(_ => new MissingComponent(dossier, component));
    }
}

/// <summary>A component's limit caps what the limits of its items have left.</summary>
[Name("points/limit-caps-tallies")]
[Description("A component's limit caps what counts in its window after the limits of its items.")]
internal sealed class LimitCapsTallies : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactGroup<ComponentWindow, Tally> tallies = null!;
        When()
            .Query(() => tallies, q => q.Match<Tally>(t => t.Component.LimitsTallies).GroupBy(t => t.ComponentWindow));
        Then()
            .Yield(_ => new ComponentTally(tallies.Key.Component, tallies.Key.Window, tallies.Sum(t => t.Counted)));
    }
}

/// <summary>Points above a component's limit that asks for it are found.</summary>
[Name("points/over-component-limit-is-found")]
[Description("More than a component's limit allows was left by the limits of its items, and the limit asks for a finding.")]
internal sealed class OverComponentLimitIsFound : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        ComponentTally tally = null!;
        When()
            .Match(() => dossier)
            .Match(() => tally, t => t.IsOver && t.Limit.Finding != null);
        Then()
            .Yield(_ => Outcome.Found(dossier, tally.Limit.Finding!, tally.Limit.Cites));
    }
}

/// <summary>A compound component adds up what credits, limits and appraisals leave, then multiplies.</summary>
[Name("points/compound-component-adds-up")]
[Description("A component adds up what counts, what is carried over and what appraisals and rules in code give, and is multiplied, within its minimum and maximum.")]
internal sealed class CompoundComponentAddsUp : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Component component = null!;
        Facts<Credit> credits = null!;
        Facts<Tally> tallies = null!;
        Facts<ComponentTally> limited = null!;
        Facts<Appraisal> appraisals = null!;
        Facts<RuleCredit> ruled = null!;
        When()
            .Match(() => dossier)
            .Match(() => component, c => c.IsCompound)
            .Query(() => credits, q => q.Match<Credit>(c => c.Item.Component == component, c => c.Limit == null).Collect())
            .Query(() => tallies, q => q.Match<Tally>(t => t.Component == component, t => !t.Component.LimitsTallies).Collect())
            .Query(() => limited, q => q.Match<ComponentTally>(t => t.Component == component).Collect())
            .Query(() => appraisals, q => q.Match<Appraisal>(a => a.Item.Component == component).Collect())
            .Query(() => ruled, q => q.Match<RuleCredit>(c => c.Component == component).Collect());
        Then()
            .Yield(_ => new ComponentScore(component, component.SumOf(
                credits.Sum(c => c.Points) + tallies.Sum(t => t.Counted) + limited.Sum(t => t.Counted) + appraisals.Sum(a => a.Points) + ruled.Sum(c => c.Points), dossier)));
    }
}

/// <summary>A promise was not answered within the days that the scheme states.</summary>
[Name("points/promise-is-not-answered-in-time")]
[Description("What was promised was not answered, under the same reference, within the stated days.")]
internal sealed class PromiseIsNotAnsweredInTime : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        FollowUpClause clause = null!;
        Entry promise = null!;
        When()
            .Match(() => dossier)
            .Match(() => clause, c => c.Days != null)
            .Match(() => promise, p => p.Item == clause.Promise.Code)
            .Not<Entry>(e => clause.IsAnswered(promise, e));
        Then()
            .Yield(_ => Outcome.Found(dossier, clause.Finding, clause.Cites));
    }
}

/// <summary>Lapses: which entries stop counting before anything is scored.</summary>
internal static class LapseRules
{
    /// <summary>New instances of the rules.</summary>
    public static IEnumerable<Rule> All => [new EntryIsStopped(), new EntryExpires()];
}

/// <summary>An entry is stopped by a record of the same reference.</summary>
[Name("records/entry-is-stopped")]
[Description("An entry does not count once it is corrected, or while it is suspended, under the same reference.")]
internal sealed class EntryIsStopped : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Lapse clause = null!;
        Entry entry = null!;
        When()
            .Match(() => clause, c => c.By != null)
            .Match(() => entry, e => clause.Concerns(e))
            .Exists<Entry>(e => e.Reference == entry.Reference, e => e.Item == clause.By)
            .Not<Entry>(e => e.Reference == entry.Reference, e => e.Item == clause.Until);
        Then()
            .Yield(_ => new Lapsed(entry, clause));
    }
}

/// <summary>An entry has expired at the end of the period.</summary>
[Name("records/entry-expires")]
[Description("An entry does not count once it has expired at the end of the period.")]
internal sealed class EntryExpires : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Lapse clause = null!;
        Entry entry = null!;
        When()
            .Match(() => dossier)
            .Match(() => clause)
            .Match(() => entry, e => clause.Concerns(e), e => clause.HasExpired(e, dossier.Period));
        Then()
            .Yield(_ => new Lapsed(entry, clause));
    }
}
