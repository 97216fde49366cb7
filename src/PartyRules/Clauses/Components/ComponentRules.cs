using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Components;

[Name("points/component-adds-up")]
[Description("A component's score is its start plus what its items add, less what they deduct, kept within its minimum and maximum.")]
internal sealed class ComponentAddsUp : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Component component = null!;
        Facts<Credit> credits = null!;
        Facts<Tally> tallies = null!;
        When()
            .Match(() => dossier)
            .Match(() => component, c => !c.IsCompound)
            .Query(() => credits, q => q.Match<Credit>(c => c.UnlimitedIn == component).Collect())
            .Query(() => tallies, q => q.Match<Tally>(t => t.Component == component).Collect());
        Then()
            .Yield(_ => new ComponentScore(component, credits.Sum(c => c.Points) + tallies.Sum(t => t.Kept), dossier));
    }
}

[Name("points/required-component-is-missing")]
[Description("Nothing is recorded in a component that requires it, neither entries that count nor ratings, and no rules give it points.")]
internal sealed class RequiredComponentIsMissing : Rule
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

[Name("points/missing-component-is-found")]
[Description("A component that requires an entry and has none is a finding.")]
internal sealed class MissingComponentRaisesFinding : Rule
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

[Name("points/component-is-overdrawn")]
[Description("More was spent of a component's points than was there on the day.")]
internal sealed class ComponentIsOverdrawn : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Component component = null!;
        Facts<Credit> credits = null!;
        When()
            .Match(() => dossier)
            .Match(() => component, c => c.Balance != null)
            .Query(() => credits, q => q.Match<Credit>(c => c.Item.Component == component).Collect())
            .Having(() => component.Overdrawing(credits, dossier).Count > 0);
        Then()
            .Yield(_ => Outcome.Raised(dossier, component.Balance!.Finding, component.Balance.Cites));
    }
}

[Name("points/compound-component-adds-up")]
[Description(
    "A component adds up what counts, what is carried over and what appraisals, adjustments and rules in code give, and is multiplied, "
    + "within its minimum and maximum.")]
internal sealed class CompoundComponentAddsUp : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Component component = null!;
        Facts<Credit> credits = null!;
        Facts<Tally> tallies = null!;
        Facts<Appraisal> appraisals = null!;
        Facts<RuleCredit> ruled = null!;
        Facts<Adjustment> adjustments = null!;
        When()
            .Match(() => dossier)
            .Match(() => component, c => c.IsCompound)
            .Query(() => credits, q => q.Match<Credit>(c => c.UnlimitedIn == component).Collect())
            .Query(() => tallies, q => q.Match<Tally>(t => t.Component == component).Collect())
            .Query(() => appraisals, q => q.Match<Appraisal>(a => a.Item.Component == component).Collect())
            .Query(() => ruled, q => q.Match<RuleCredit>(c => c.Component == component).Collect())
            .Query(() => adjustments, q => q.Match<Adjustment>(a => a.Clause.Component == component.Id).Collect());
        Then()
            .Yield(_ => new ComponentScore(component, component.ExactOf(
                component.Counted(credits, dossier)
                + tallies.Sum(t => t.Kept)
                + appraisals.Sum(a => a.Points)
                + ruled.Sum(c => c.Points)
                + adjustments.Sum(a => a.Points),
                !component.TellsAdditions ? Points.Zero
                    : credits.Sum(c => Added(c.Points))
                    + tallies.Sum(t => Added(t.Kept))
                    + appraisals.Sum(a => Added(a.Points))
                    + ruled.Sum(c => Added(c.Points))
                    + adjustments.Sum(a => Added(a.Points)),
                dossier), dossier));
    }

    private static Points Added(Points points) => Points.Max(points, Points.Zero);
}
