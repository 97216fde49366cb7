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
    private const string Further = "rankings";

    /// <inheritdoc/>
    public override string Key => "ranking";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Pool;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => [Key, Further];

    /// <inheritdoc/>
    public override void Declare(Resolving at)
    {
        var further = at.List<FurtherRankingDocument>(Further);
        for (var i = 0; i < further.Count; i++)
        {
            if (!at.Declare<RankingClause>(further[i].Id, further[i].Name))
                at.Report("scheme.duplicate-id", $"$.rankings[{i}].id", further[i].Id);
        }
    }

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        if (at.Section<RankingDocument>(Key) is { } first)
            at.Clauses.Add(Ranking(at, first, "$.ranking", "", null));
        at.Clauses.AddRange(Resolving.Each("$.rankings", at.List<FurtherRankingDocument>(Further), (from, path) =>
            Ranking(at, from, path, at.Id($"{path}.id", from.Id), from.Name)));
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var ranking in scheme.EveryRanking)
        {
            ranking.Among?.LookAt(facts.By(ranking.Cites));
            if (ranking.Pool == PoolKind.Parent)
                facts.By(ranking.Cites).PoolOfParent();
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        scheme.EveryRanking.Count == 0 ? [] : [(Stage.Pool, new PoolIsRanked())];

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) =>
        stage == Stage.Pool && scheme is { EveryRanking.Count: > 0, Grades: { } grades } ? [grades] : [];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        foreach (var ranking in account.Assessment.Scheme.EveryRanking)
            Tell(account, ranking);
    }

    private static void Tell(Telling account, RankingClause ranking)
    {
        var assessment = account.Assessment;
        var which = ranking.Name is { } name ? account.Text("rank.in", name) : "";
        var placing = account.Facts.Of<Placing>().FirstOrDefault(placing => placing.Ranking.Id == ranking.Id
            && placing.Total.Dossier.Subject == assessment.Subject && placing.Total.Dossier.Period == assessment.Period);
        if (placing is not null)
        {
            account.Line("rank", placing.Rank, placing.PoolSize, account.Cited(ranking.Cites), which);
            foreach (var known in ranking.Breaks.Prepend(ranking.By).OfType<TieBreak>().Where(known => known.Measure is not null))
            {
                account.Line(
                    known.LowestFirst ? "rank.lowest" : "rank.highest", known.Name, account.NumberOf(known.Of(placing.Total)));
            }

            return;
        }

        if (assessment.Total is null || !ranking.On.Include(!account.IsYearOfRounds))
            return;
        if (ranking.Among is { } among && account.Known is { } row && !among.Holds(row))
        {
            account.Line("rank.not-among", account.Conditions.Of(among), account.Cited(ranking.Cites), which);
            return;
        }

        var vetoes = account.Facts.Of<Total>().Where(total => total.Dossier.Period == assessment.Period)
            .Select(total => ranking.VetoOf(total, assessment.Scheme.Grades)).OfType<ForcedGradeClause>();
        foreach (var veto in vetoes)
            account.Line("rank.vetoed", veto.Finding.Name, account.Cited(ranking.Cites), which);
    }

    private static RankingClause Ranking(Resolving at, RankingDocument from, string path, string id, LocalText? name)
    {
        var components = at.Clauses.Of<Component>()
            .DistinctBy(component => component.Id)
            .ToDictionary(component => component.Id, StringComparer.Ordinal);
        var compared = from.TieBreaks.Append(from.By).OfType<string>().Distinct().ToDictionary(id => id, StringComparer.Ordinal);
        var lowest = at.Words($"{path}.lowestFirst", from.LowestFirst, compared);
        var breaks = components.Values.Select(component => new TieBreak(component, null, lowest.Contains(component.Id)))
            .Concat(at.Clauses.Of<Measure>().DistinctBy(measure => measure.Id)
                .Where(measure => !components.ContainsKey(measure.Id))
                .Select(measure => new TieBreak(null, measure, lowest.Contains(measure.Id))))
            .ToDictionary(known => known.Component?.Id ?? known.Measure!.Id, StringComparer.Ordinal);
        var tieBreaks = from.TieBreaks.Select((id, i) => at.Word($"{path}.tieBreaks[{i}]", id, breaks)).OfType<TieBreak>().ToList();
        var ofComponents = tieBreaks.Select(known => known.Component).OfType<Component>().ToList();
        var on = at.RowsOf(from.On, $"{path}.on");
        var by = from.By is null ? null : at.Word($"{path}.by", from.By, breaks);
        var ofYear = at.Has("year") ? on : Rows.Round;
        if (ofYear != Rows.Round && by?.IsOfRound == true)
            at.Report("scheme.ranking-of-year", $"{path}.by", from.By);
        for (var i = 0; ofYear == Rows.Year && i < from.TieBreaks.Count; i++)
        {
            if (breaks.GetValueOrDefault(from.TieBreaks[i])?.IsOfRound == true)
                at.Report("scheme.ranking-of-year", $"{path}.tieBreaks[{i}]", from.TieBreaks[i]);
        }

        return new RankingClause(at.Word<PoolKind>($"{path}.pool", from.Pool), ofComponents, at.Cite(from.Cites, $"{path}.cites"))
        {
            Id = id,
            Name = name,
            Among = from.Among is null ? null : at.Condition(from.Among, $"{path}.among", Needs.Total),
            Breaks = tieBreaks,
            By = by,
            Ties = at.Word<TieKind>($"{path}.ties", from.Ties),
            Vetoed = at.Word<VetoedPlace>($"{path}.vetoed", from.Vetoed),
            On = on,
        };
    }
}
