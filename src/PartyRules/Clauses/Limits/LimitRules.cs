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
            .Query(() => credits, q => q.Match<Credit>(c => c.IsLimitedOnce).GroupBy(c => c.LimitWindow));
        Then()
            .Yield(_ => new Tally(dossier, credits.Key, credits.Sum(c => c.Points)));
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

[Name("points/limits-cap-one-after-the-other")]
[Description(
    "Where a limit caps what another has left, or spans rounds, the limits of a component and its items are kept one after the other.")]
internal sealed class LimitsCapOneAfterTheOther : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        Component component = null!;
        Facts<Credit> credits = null!;
        Facts<EarlierCredit> earlier = null!;
        When()
            .Match(() => dossier)
            .Match(() => component, c => c.Cascades)
            .Query(() => credits, q => q.Match<Credit>(c => c.CascadesIn == component).Collect())
            .Query(() => earlier, q => q.Match<EarlierCredit>(e => e.Credit.CascadesIn == component).Collect());
        Then()
            .Yield(_ => new Cascade(component, dossier, credits, earlier));
    }
}

[Name("points/each-limit-is-tallied")]
[Description("What each of several limits has capped in a window is told.")]
internal sealed class EachLimitIsTallied : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Cascade cascade = null!;
        Tally tally = default;
        When()
            .Match(() => cascade)
            .Query(() => tally, q => q.From(() => cascade).SelectMany(c => c.Tallies));
        Then()
            .Yield(_ => tally);
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
