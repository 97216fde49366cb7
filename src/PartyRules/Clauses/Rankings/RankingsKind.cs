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
        var tieBreaks = from.TieBreaks.Select((id, i) => at.Word($"$.ranking.tieBreaks[{i}]", id, components)).OfType<Component>().ToList();
        var pool = at.Word<PoolKind>("$.ranking.pool", from.Pool);
        at.Clauses.Add(new RankingClause(pool, tieBreaks, at.Cite(from.Cites, "$.ranking.cites"))
        {
            Ties = ties,
            Vetoed = at.Word<VetoedPlace>("$.ranking.vetoed", from.Vetoed),
            On = at.RowsOf(from.On, "$.ranking.on"),
        });
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        if (scheme.Ranking is { Pool: PoolKind.Parent } ranking)
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
            account.Line("rank", placing.Rank, placing.PoolSize, account.Cited(assessment.Scheme.Ranking!.Cites));
        if (assessment is not { Total: not null, Rank: null } || assessment.Scheme.Ranking is not { } ranking)
            return;
        var vetoes = account.Facts.Of<Total>().Where(total => total.Dossier.Period == assessment.Period)
            .Select(total => ranking.VetoOf(total, assessment.Scheme.Grades)).OfType<ForcedGradeClause>();
        foreach (var veto in vetoes)
            account.Line("rank.vetoed", veto.Finding.Name, account.Cited(ranking.Cites));
    }
}
