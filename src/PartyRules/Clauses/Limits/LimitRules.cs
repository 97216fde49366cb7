using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Limits;

[Name("points/limit-caps-credits")]
[Description("What credits add up to within a window is capped by the limit of the item or component.")]
internal sealed class LimitCapsCredits : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        FactGroup<LimitWindow, Credit> credits = null!;
        When()
            .Match(() => dossier)
            .Query(() => credits, q => q.Match<Credit>(c => c.Limit != null).GroupBy(c => c.LimitWindow));
        Then()
            .Yield(_ => new Tally(dossier, credits.Key, credits.Sum(c => c.Points), Points.Zero));
    }
}

[Name("points/earlier-round-uses-limit")]
[Description("An entry of an earlier round has used of a limit that spans rounds.")]
internal sealed class EarlierRoundUsesLimit : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Item item = null!;
        Entry entry = null!;
        When()
            .Match(() => dossier)
            .Match(() => item, i => i.IsDirect && i.SpansRounds)
            .Query(() => entry, q => q.From(() => item).SelectMany(i => i.EarlierOf(dossier)));
        Then()
            .Yield(_ => new EarlierCredit(new Credit(entry, item, dossier)));
    }
}

[Name("points/limit-caps-credits-over-rounds")]
[Description(
    "What credits add up to within a window is capped by the limit of the item or component; where it spans "
    + "rounds, by what earlier ones leave.")]
internal sealed class LimitCapsCreditsOverRounds : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        FactGroup<LimitWindow, Credit> credits = null!;
        Facts<EarlierCredit> earlier = null!;
        When()
            .Match(() => dossier)
            .Query(() => credits, q => q.Match<Credit>(c => c.Limit != null).GroupBy(c => c.LimitWindow))
            .Query(() => earlier, q => q.Match<EarlierCredit>(e => e.Credit.LimitWindow == credits.Key).Collect());
        Then()
            .Yield(_ => new Tally(dossier, credits.Key, credits.Sum(c => c.Points), earlier.Sum(e => e.Credit.Points)));
    }
}

[Name("points/over-limit-is-found")]
[Description("More than a limit allows was recorded, and the limit asks for a finding.")]
internal sealed class OverLimitRaisesFinding : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Tally tally = default;
        When()
            .Match(() => dossier)
            .Match(() => tally, t => t.IsOver && t.Limit.Finding != null);
        Then()
            .Yield(_ => Outcome.Raised(dossier, tally.Limit.Finding!, tally.Limit.Cites));
    }
}

[Name("points/limit-caps-tallies")]
[Description("A component's limit caps what counts in its window after the limits of its items.")]
internal sealed class LimitCapsTallies : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        FactGroup<ComponentWindow, Tally> tallies = null!;
        When()
            .Match(() => dossier)
            .Query(() => tallies, q => q.Match<Tally>(t => t.IsLimitedAgain && !t.Component.SplitsTallies).GroupBy(t => t.ComponentWindow));
        Then()
            .Yield(_ => new ComponentTally(tallies.Key, tallies.Sum(t => t.Counted), dossier));
    }
}

[Name("points/limit-is-split")]
[Description(
    "Where windows of an item's limit reach over those of the component's, what counts is told apart by these, earliest entries first.")]
internal sealed class LimitIsSplit : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Tally tally = default;
        Facts<Credit> credits = null!;
        TallyPart part = null!;
        When()
            .Match(() => tally, t => t.Component.SplitsTallies && t.IsLimitedAgain)
            .Query(() => credits, q => q.Match<Credit>(c => c.Limit != null, c => c.LimitWindow == tally.Of).Collect())
            .Query(() => part, q => q.From(() => credits).SelectMany(c => TallyPart.Split(tally, c)));
        Then()
            .Yield(_ => part);
    }
}

[Name("points/limit-caps-parts")]
[Description("A component's limit caps what counts in its window of limits whose windows reach over it.")]
internal sealed class LimitCapsParts : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        FactGroup<ComponentWindow, TallyPart> parts = null!;
        When()
            .Match(() => dossier)
            .Query(() => parts, q => q.Match<TallyPart>().GroupBy(p => p.Window));
        Then()
            .Yield(_ => new ComponentTally(parts.Key, parts.Sum(p => p.Counted), dossier));
    }
}

[Name("points/over-component-limit-is-found")]
[Description("More than a component's limit allows was left by the limits of its items, and the limit asks for a finding.")]
internal sealed class OverComponentLimitRaisesFinding : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        ComponentTally tally = null!;
        When()
            .Match(() => dossier)
            .Match(() => tally, t => t.IsOver && t.Limit!.Finding != null);
        Then()
            .Yield(_ => Outcome.Raised(dossier, tally.Limit!.Finding!, tally.Limit.Cites));
    }
}
