using PartyRules.Conditions;
using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Scoring;

/// <summary>
/// One run over subjects that are looked at together, or over several rounds: each round of each subject, then each subject's year, then
/// each pool, then what follows for each subject.
/// </summary>
/// <param name="plan">The rules of the version.</param>
/// <param name="subjects">The subjects.</param>
/// <param name="entriesOf">Their entries.</param>
/// <param name="dossiers">Makes dossiers.</param>
/// <param name="year">The calendar year.</param>
/// <param name="owns">The rounds that are the version's.</param>
/// <param name="before">What the versions before it left; given what this one leaves.</param>
/// <param name="progress">Told how many subjects are done; may be null.</param>
internal sealed class Contest(
    YearPlan plan,
    List<Subject> subjects,
    IReadOnlyDictionary<string, SubjectEntries> entriesOf,
    Dossiers dossiers,
    int year,
    Func<Period, bool> owns,
    RoundsBefore before,
    IProgress<int>? progress)
{
    private readonly Dictionary<string, List<Derivation>> known =
        subjects.ToDictionary(subject => subject.Id, _ => new List<Derivation>(), StringComparer.Ordinal);

    private readonly List<(Total Total, Derivation Derivation)> totals = [];
    private readonly List<Mark> marks = [];
    private readonly Dictionary<Period, PoolNumbers> ofPools = [];
    private readonly Dictionary<string, YearCase> years = new(StringComparer.Ordinal);

    private Scheme Scheme => plan.Scheme;

    /// <summary>Assesses the rounds that are the version's, and the year as far as it is known.</summary>
    /// <returns>The assessments by subject, then by period.</returns>
    public List<Assessment> Score(CancellationToken cancellationToken)
    {
        var held = Scheme.RoundsOf(year).Where(owns).Where(IsHeld).ToList();
        ScoreRounds(held, cancellationToken);
        if (Scheme.HasRounds)
            AddUpRounds([.. before.Held, .. held], cancellationToken);
        RankPools(cancellationToken);
        TakeShares(cancellationToken);
        var results = AssessYears(cancellationToken);
        before.Add(held, totals.Select(ranked => ranked.Total).Where(total => total.IsOfRound), marks);
        return results;
    }

    /// <summary>
    /// Whether a round was held: it is over, and somebody has an entry in it, or, in a component that only carries over, a result of it.
    /// </summary>
    private bool IsHeld(Period round) =>
        !Scheme.HasRounds || (!(round.End > plan.AsOf)
            && (subjects.Exists(subject => entriesOf[subject.Id].OfYear.Any(entry => round.Contains(entry.Date)))
                || subjects.Exists(subject => dossiers.Carries(subject, round))));

    private Dossier Make(Subject subject, Period period)
    {
        if (Scheme.Pooled.Count == 0)
            return dossiers.Make(subject, period, entriesOf[subject.Id]);
        if (!ofPools.TryGetValue(period, out var numbers))
        {
            numbers = new PoolNumbers(Scheme, subjects.Select(each => dossiers.Make(each, period, entriesOf[each.Id])));
            ofPools.Add(period, numbers);
        }

        return dossiers.Make(subject, period, entriesOf[subject.Id], numbers.Of(subject));
    }

    private void ScoreRounds(List<Period> held, CancellationToken cancellationToken)
    {
        var evaluator = plan.EvaluatorOf(plan.Points);
        foreach (var subject in subjects)
        {
            foreach (var round in held)
            {
                plan.Evaluate(evaluator, Make(subject, round), cancellationToken);
                Keep<Dossier>(evaluator, subject);
                Keep<Exemption>(evaluator, subject);
                Keep<MissingComponent>(evaluator, subject);
                Keep<Outcome>(evaluator, subject);
                foreach (var total in evaluator.Facts<Total>())
                    Keep(subject, total, DerivationOf(evaluator, total));
            }
        }
    }

    private void AddUpRounds(HashSet<Period> held, CancellationToken cancellationToken)
    {
        List<Period> notHeld = [.. Scheme.RoundsOf(year).Where(round => !held.Contains(round))];
        List<Period> leftOut = Scheme.Year is { LeavesOutNotHeld: true } ? notHeld.FindAll(round => !(round.End > plan.AsOf)) : [];
        notHeld.RemoveAll(leftOut.Contains);
        foreach (var subject in subjects)
        {
            var dossier = Make(subject, Scheme.WholeOf(year));
            years.Add(subject.Id, new YearCase(dossier, notHeld, LackingOf(subject, held), leftOut));
        }

        if (plan.Rounds is null)
            return;
        var evaluator = plan.EvaluatorOf(plan.Rounds);
        foreach (var subject in subjects)
        {
            evaluator.Reset();
            evaluator.Add(years[subject.Id]);
            foreach (var total in known[subject.Id].Where(fact => fact.Fact is Total))
                evaluator.AddDerived(total);
            foreach (var total in before.TotalsOf(subject))
                evaluator.Add(total);
            plan.Run(evaluator, subject, entriesOf[subject.Id].OfYear, cancellationToken);
            foreach (var ofYear in evaluator.Facts<YearTotal>())
                Keep(subject, ofYear.Total, Derivation.Given(ofYear.Total));
        }
    }

    /// <summary>The rounds that were held, and in which a subject has no total.</summary>
    private List<Period> LackingOf(Subject subject, HashSet<Period> held)
    {
        var totals = known[subject.Id].Select(fact => fact.Fact).OfType<Total>().Concat(before.TotalsOf(subject));
        var lacking = held.Except(totals.Select(total => total.Dossier.Period));
        return [.. lacking.Order()];
    }

    private void RankPools(CancellationToken cancellationToken)
    {
        foreach (var ranking in Scheme.EveryRanking)
        {
            var evaluator = plan.EvaluatorOf(plan.Pool!.With([ranking]));
            foreach (var pool in Pools(ranking.Pool).Where(pool => ranking.On.Include(pool[0].Total.IsOfRound)))
            {
                CheckPlaces(ranking, pool);
                Evaluate(evaluator, pool, cancellationToken);
                foreach (var placing in evaluator.Facts<Placing>())
                    known[placing.Total.Dossier.Subject.Id].Add(DerivationOf(evaluator, placing));
            }
        }
    }

    /// <summary>Refuses a pool of which two subjects state different numbers of places.</summary>
    private void CheckPlaces(RankingClause ranking, List<(Total Total, Derivation Derivation)> pool)
    {
        foreach (var (column, _) in SchemeUses.Of(Scheme).Facts.PlacesOfPools.Where(places => places.Ranking == ranking.Id))
        {
            var first = pool[0].Total.Dossier.Subject;
            var other = pool.Select(ranked => ranked.Total.Dossier.Subject)
                .FirstOrDefault(subject => StatedPlaces.NumberOf(subject, column) != StatedPlaces.NumberOf(first, column));
            if (other is not null)
                throw new ProblemException(FactChecker.PlacesDiffer(column, first, other));
        }
    }

    private void TakeShares(CancellationToken cancellationToken)
    {
        foreach (var kind in Scheme.Targets.Select(target => target.Pool).Distinct())
        {
            var evaluator = plan.EvaluatorOf(plan.Shares!.With(Scheme.Targets.Where(target => target.Pool == kind)));
            foreach (var pool in Pools(kind))
            {
                Evaluate(evaluator, pool, cancellationToken);
                foreach (var share in evaluator.Facts<PoolShare>())
                {
                    foreach (var (total, _) in pool)
                        known[total.Dossier.Subject.Id].Add(DerivationOf(evaluator, share));
                }
            }
        }
    }

    private List<Assessment> AssessYears(CancellationToken cancellationToken)
    {
        var results = new List<Assessment>();
        var evaluator = plan.EvaluatorOf(plan.Standing!);
        for (var i = 0; i < subjects.Count; i++)
        {
            var (subject, ofYear) = (subjects[i], entriesOf[subjects[i].Id].OfYear);
            evaluator.Reset();
            known[subject.Id].ForEach(evaluator.AddDerived);
            evaluator.AddAll(ofYear);
            if (years.TryGetValue(subject.Id, out var yearCase))
                evaluator.Add(yearCase);
            foreach (var mark in before.MarksOf(subject, Scheme))
                evaluator.Add(mark);
            plan.Run(evaluator, subject, ofYear, cancellationToken);
            marks.AddRange(evaluator.Facts<Mark>().Where(mark => owns(mark.Period)));
            var rows = evaluator.Facts<Assessment>().OrderBy(assessment => assessment.Period);
            results.AddRange(rows.Select(assessment => plan.Finish(evaluator, assessment)));
            progress.ReportNowAndThen(i + 1, subjects.Count);
        }

        return results;
    }

    private IEnumerable<List<(Total Total, Derivation Derivation)>> Pools(PoolKind kind) => totals
        .GroupBy(ranked => (RankingClause.KeyOf(kind, ranked.Total.Dossier.Subject), ranked.Total.Dossier.Period))
        .Select(pool => pool.ToList());

    private static void Evaluate(IEvaluator evaluator, List<(Total Total, Derivation Derivation)> pool, CancellationToken cancellationToken)
    {
        evaluator.Reset();
        foreach (var (_, derivation) in pool)
            evaluator.AddDerived(derivation);
        YearPlan.Run(evaluator, cancellationToken);
    }

    private void Keep<TFact>(IEvaluator evaluator, Subject subject)
        where TFact : notnull => known[subject.Id].AddRange(evaluator.Facts<TFact>().Select(fact => DerivationOf(evaluator, fact)));

    private void Keep(Subject subject, Total total, Derivation derivation)
    {
        known[subject.Id].Add(derivation);
        totals.Add((total, derivation));
    }

    private Derivation DerivationOf(IEvaluator evaluator, object fact) =>
        plan.RecordsDerivations ? evaluator.DerivationOf(fact) : Derivation.Given(fact);
}
