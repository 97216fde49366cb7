using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Schemes.Conditions;

namespace PartyRules.RuleSets;

/// <summary>Points scoring: from the entries of a dossier to a total, by the components and items of a scheme.</summary>
public static class PointsRules
{
    /// <summary>New instances of the rules.</summary>
    public static IEnumerable<Rule> All =>
    [
        new EntryEarnsCredit(),
        new EntryDoesNotApply(),
        new LimitCapsCredits(),
        new OverLimitIsFound(),
        new ComponentAddsUp(),
        new RequiredComponentIsMissing(),
        new MissingComponentIsFound(),
        new ExemptionLeavesOut(),
        new ComponentsMakeTotal(),
        new RequirementIsMissed(),
    ];

    /// <summary>New instances of the rules that a scheme's clauses need.</summary>
    internal static IEnumerable<Rule> For(Scheme scheme) =>
    [
        .. All,
        .. scheme.Items.Any(item => !item.IsDirect) || scheme.Components.Any(component => component.IsCompound) ? CompoundRules.All : [],
        .. scheme.FollowUps.Any(clause => clause.Days is not null) ? [new PromiseIsNotAnsweredInTime()] : Array.Empty<Rule>(),
        .. scheme.Exemptions.Any(clause => clause.IsPending) ? [new PendingIsFound()] : Array.Empty<Rule>(),
    ];
}

/// <summary>Each entry earns what the item that applies to it says.</summary>
[Name("points/entry-earns-credit")]
[Description("An entry earns what the item that applies to it says.")]
public sealed class EntryEarnsCredit : Rule
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
            .Match(() => item, i => i.Code == entry.Item, i => i.IsDirect && i.AppliesTo.Includes(dossier.Subject, entry));
        Then()
            .Yield(_ => new Credit(entry, item));
    }
}

/// <summary>An entry whose item applies to others only counts nothing, and is found.</summary>
[Name("points/entry-does-not-apply")]
[Description("An entry whose item applies only to other subjects or levels counts nothing, and a person should look at it.")]
public sealed class EntryDoesNotApply : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Entry entry = null!;
        When()
            .Match(() => dossier)
            .Match(() => entry)
            .Not<Credit>(c => c.Entry == entry)
            .Not<Candidate>(c => c.Entry == entry)
            .Exists<Item>(i => i.Code == entry.Item);
        Then()
            .Yield(_ => LibraryFinding.ItemNotApplicable(dossier));
    }
}

/// <summary>What credits add up to within a limit's scope is capped.</summary>
[Name("points/limit-caps-credits")]
[Description("What credits add up to within a window is capped by the limit of the item or component.")]
public sealed class LimitCapsCredits : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        FactGroup<LimitScope, Credit> credits = null!;
        When()
            .Query(() => credits, q => q.Match<Credit>(c => c.Limit != null).GroupBy(c => c.Scope));
        Then()
            .Yield(_ => new Tally(credits.Key, credits.Sum(c => c.Points)));
    }
}

/// <summary>Points above a limit that asks for it are found.</summary>
[Name("points/over-limit-is-found")]
[Description("More than a limit allows was recorded, and the limit asks for a finding.")]
public sealed class OverLimitIsFound : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Tally tally = null!;
        When()
            .Match(() => dossier)
            .Match(() => tally, t => t.IsOver && t.Limit.Finding != null);
        Then()
            .Yield(_ => Outcome.Found(dossier, tally.Limit.Finding!, tally.Limit.Cites));
    }
}

/// <summary>A component's score is its start and what its items add or deduct, within its bounds.</summary>
[Name("points/component-adds-up")]
[Description("A component's score is its start plus what its items add, less what they deduct, kept within its minimum and maximum.")]
public sealed class ComponentAddsUp : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Component component = null!;
        Facts<Credit> credits = null!;
        Facts<Tally> tallies = null!;
        When()
            .Match<Dossier>()
            .Match(() => component, c => !c.IsCompound)
            .Query(() => credits, q => q.Match<Credit>(c => c.Item.Component == component, c => c.Limit == null).Collect())
            .Query(() => tallies, q => q.Match<Tally>(t => t.Component == component).Collect());
        Then()
            .Yield(_ => new ComponentScore(component, credits.Sum(c => c.Points) + tallies.Sum(t => t.Counted)));
    }
}

/// <summary>A component that requires an entry has none.</summary>
[Name("points/required-component-is-missing")]
[Description("Nothing is recorded in a component that requires it, neither entries that count nor ratings, and no rules give it points.")]
public sealed class RequiredComponentIsMissing : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Component component = null!;
        When()
            .Match(() => dossier)
            .Match(() => component, c => c.IsRequired)
            .Not<Credit>(c => c.Item.Component == component)
            .Not<Appraisal>(a => a.Item.Component == component)
            .Not<RuleCredit>(c => c.Component == component);
        Then()
            .Yield(_ => new MissingComponent(dossier, component));
    }
}

/// <summary>A missing component is found.</summary>
[Name("points/missing-component-is-found")]
[Description("A component that requires an entry and has none is a finding.")]
public sealed class MissingComponentIsFound : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        MissingComponent missing = null!;
        When()
            .Match(() => missing);
        Then()
            .Yield(_ => LibraryFinding.ComponentMissing(missing));
    }
}

/// <summary>A subject for whom an exemption's condition holds is left out of scoring.</summary>
[Name("points/exemption-leaves-out")]
[Description("A subject for whom an exemption holds is left out of scoring.")]
public sealed class ExemptionLeavesOut : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        ExemptionClause clause = null!;
        When()
            .Match(() => dossier)
            .Match(() => clause, c => c.When.HoldsFor(dossier));
        Then()
            .Yield(_ => new Exemption(dossier, clause));
    }
}

/// <summary>The total is the sum of the components, for subjects who are scored and whose record is complete.</summary>
[Name("points/components-make-total")]
[Description("The total is the sum of all components, unless the subject is exempt or a required component is missing.")]
public sealed class ComponentsMakeTotal : Rule
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

/// <summary>A quantity that must be reached in every window was not.</summary>
[Name("points/requirement-is-missed")]
[Description("A quantity that must be reached in every window was not reached in one.")]
public sealed class RequirementIsMissed : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        RequirementClause requirement = null!;
        Period window = default;
        Facts<Entry> entries = null!;
        When()
            .Match(() => dossier)
            .Match(() => requirement)
            .Query(() => window, q => q.From(() => requirement).SelectMany(r => r.WindowsIn(dossier.Period)))
            .Query(() => entries, q => q.Match<Entry>(e => requirement.Counts(e) && window.Contains(e.Date)).Collect())
            .Having(() => requirement.IsMissedBy(entries.Count, entries.Sum(e => e.Value.GetValueOrDefault())));
        Then()
            .Yield(_ => Outcome.Found(dossier, requirement.Finding, requirement.Cites));
    }
}
