using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Years;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.FollowUps;

/// <summary>Promises that must be answered.</summary>
internal sealed class FollowUpsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "followUps";

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var followUps = at.List<FollowUpDocument>(Key);
        at.CheckUnique("$.followUps", followUps.Select(followUp => followUp.Id));
        at.Clauses.AddRange(Resolving.Each("$.followUps", followUps, (from, path) => FollowUp(at, from, path)));
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var clause in scheme.FollowUps)
        {
            facts.Absence();
            facts.EntriesOf(clause.Promise.Code, clause.Answer.Code);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme)
    {
        if (scheme.FollowUps.Any(clause => clause.Days is not null))
            yield return (scheme.HasRounds ? Stage.Standing : Stage.Points, new PromiseIsNotAnsweredInTime());
        if (scheme.HasRounds && scheme.FollowUps.Any(clause => clause.Days is null))
            yield return (Stage.Standing, new PromiseIsNotAnswered());
    }

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) =>
        stage is Stage.Points or Stage.Standing ? scheme.FollowUps : [];

    private static FollowUpClause FollowUp(Resolving at, FollowUpDocument from, string path)
    {
        if (from.Days is null && at.Round == PeriodKind.Year)
            at.Report("scheme.follow-up-round", path, string.Join(", ", RowReading.ShorterRounds));
        at.RequireReference([from.Promise, from.Answer]);
        return new FollowUpClause(
            at.Id($"{path}.id", from.Id),
            at.Record($"{path}.promise", from.Promise),
            at.Record($"{path}.answer", from.Answer),
            at.Finding(from.Finding, $"{path}.finding"),
            at.Cite(from.Cites, $"{path}.cites"))
        {
            Days = from.Days is null ? null : at.Range(from.Days, $"{path}.days", RangeOf.WholeNumbers),
        };
    }
}
