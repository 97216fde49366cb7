using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Years;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Rankings;

/// <summary>How subjects are placed in a pool.</summary>
internal sealed class RankingsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "ranking";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Pool;

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        if (at.Section<RankingDocument>(Key) is not { } from)
            return;
        var ties = at.Word<TieKind>("$.ranking.ties", from.Ties);
        var components = at.Clauses.Of<Component>()
            .DistinctBy(component => component.Id)
            .ToDictionary(component => component.Id, StringComparer.Ordinal);
        var compared = from.TieBreaks.Append(from.By).OfType<string>().Distinct().ToDictionary(id => id, StringComparer.Ordinal);
        var lowest = at.Words("$.ranking.lowestFirst", from.LowestFirst, compared);
        var breaks = components.Values.Select(component => new TieBreak(component, null, lowest.Contains(component.Id)))
            .Concat(at.Clauses.Of<Measure>().DistinctBy(measure => measure.Id)
                .Where(measure => !components.ContainsKey(measure.Id))
                .Select(measure => new TieBreak(null, measure, lowest.Contains(measure.Id))))
            .ToDictionary(known => known.Component?.Id ?? known.Measure!.Id, StringComparer.Ordinal);
        var tieBreaks = from.TieBreaks.Select((id, i) => at.Word($"$.ranking.tieBreaks[{i}]", id, breaks)).OfType<TieBreak>().ToList();
        var pool = at.Word<PoolKind>("$.ranking.pool", from.Pool);
        var ofComponents = tieBreaks.Select(known => known.Component).OfType<Component>().ToList();
        at.Clauses.Add(new RankingClause(pool, ofComponents, at.Cite(from.Cites, "$.ranking.cites"))
        {
            Among = from.Among is null ? null : at.Condition(from.Among, "$.ranking.among", Needs.Total),
            Breaks = tieBreaks,
            By = from.By is null ? null : at.Word("$.ranking.by", from.By, breaks),
            Ties = ties,
            Vetoed = at.Word<VetoedPlace>("$.ranking.vetoed", from.Vetoed),
            On = at.RowsOf(from.On, "$.ranking.on"),
        });
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        if (scheme.Ranking is not { } ranking)
            return;
        ranking.Among?.LookAt(facts.By(ranking.Cites));
        if (ranking.Pool == PoolKind.Parent)
            facts.By(ranking.Cites).PoolOfParent();
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        scheme.Ranking is null ? [] : [(Stage.Pool, new PoolIsRanked())];

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) =>
        stage == Stage.Pool && scheme.Ranking is { } ranking ? scheme.Grades is { } grades ? [ranking, grades] : [ranking] : [];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        var assessment = account.Assessment;
        var placings = account.Facts.Of<Placing>()
            .Where(placing => placing.Total.Dossier.Subject == assessment.Subject && placing.Total.Dossier.Period == assessment.Period);
        foreach (var placing in placings)
        {
            var ranked = assessment.Scheme.Ranking!;
            account.Line("rank", placing.Rank, placing.PoolSize, account.Cited(ranked.Cites));
            foreach (var known in ranked.Breaks.Prepend(ranked.By).OfType<TieBreak>().Where(known => known.Measure is not null))
                account.Line(
                    known.LowestFirst ? "rank.lowest" : "rank.highest", known.Name, account.NumberOf(known.Of(placing.Total)));
        }

        if (assessment is not { Total: not null, Rank: null } || assessment.Scheme.Ranking is not { } ranking)
            return;
        if (ranking.Among is { } among && account.Known is { } row && !among.Holds(row))
        {
            account.Line("rank.not-among", account.Conditions.Of(among), account.Cited(ranking.Cites));
            return;
        }

        var vetoes = account.Facts.Of<Total>().Where(total => total.Dossier.Period == assessment.Period)
            .Select(total => ranking.VetoOf(total, assessment.Scheme.Grades)).OfType<ForcedGradeClause>();
        foreach (var veto in vetoes)
            account.Line("rank.vetoed", veto.Finding.Name, account.Cited(ranking.Cites));
    }
}
