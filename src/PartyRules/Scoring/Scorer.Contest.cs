using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Selections;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <content>Schemes whose subjects are looked at together, or over several rounds.</content>
public sealed partial class Scorer
{
    /// <summary>
    /// One run: each round of each subject, then each subject's year, then each pool, then what follows for each subject.
    /// </summary>
    private sealed class Contest(
        Scorer scorer,
        List<Subject> subjects,
        IReadOnlyDictionary<string, SubjectEntries> entriesOf,
        DossierMaker dossiers,
        int year,
        IProgress<int>? progress,
        CancellationToken cancellationToken,
        ContestPart? part = null)
    {
        private readonly Dictionary<string, List<Derivation>> known = subjects.ToDictionary(
            subject => subject.Id, _ => new List<Derivation>(), StringComparer.Ordinal);
        private readonly List<Derivation> totals = [];
        private readonly List<Mark> marks = [];
        private readonly Dictionary<string, YearCase> years = new(StringComparer.Ordinal);

        private Scheme Scheme => scorer.Scheme;

        public List<Assessment> Score()
        {
            var held = Period.AllIn(year, Scheme.Round)
                .Where(round => part?.Owns(round) != false)
                .Where(round => !Scheme.HasRounds
                    || subjects.Exists(subject => entriesOf[subject.Id].OfYear.Any(entry => round.Contains(entry.Date))))
                .ToList();
            ScoreRounds(held);
            if (Scheme.HasRounds)
                AddUpRounds(held.Count + (part?.Before.Held ?? 0) == Period.CountPerYear(Scheme.Round));
            RankPools();
            TakeShares();
            var results = AssessYears();
            part?.Before.Add(held.Count, totals.Select(derived => (Total)derived.Fact).Where(total => total.IsOfRound), marks);
            return results;
        }

        private void ScoreRounds(List<Period> held)
        {
            var evaluator = scorer.EvaluatorOf(scorer.perPeriod);
            foreach (var subject in subjects)
            {
                foreach (var round in held)
                {
                    scorer.EvaluateDossier(evaluator, dossiers.Make(subject, round, entriesOf[subject.Id]), cancellationToken);
                    Keep<Dossier>(evaluator, subject);
                    Keep<Exemption>(evaluator, subject);
                    Keep<MissingComponent>(evaluator, subject);
                    Keep<Outcome>(evaluator, subject);
                    totals.AddRange(Keep<Total>(evaluator, subject));
                }
            }
        }

        private void AddUpRounds(bool isComplete)
        {
            foreach (var subject in subjects)
                years.Add(subject.Id, new YearCase(dossiers.Make(subject, Period.OfYear(year), entriesOf[subject.Id]), isComplete));
            if (scorer.perRoundsOfYear is null)
                return;
            var evaluator = scorer.EvaluatorOf(scorer.perRoundsOfYear);
            foreach (var subject in subjects)
            {
                evaluator.Reset();
                evaluator.Add(years[subject.Id]);
                foreach (var total in known[subject.Id].Where(fact => fact.Fact is Total))
                    evaluator.AddDerived(total);
                foreach (var total in part?.Before.TotalsOf(subject) ?? [])
                    evaluator.Add(total);
                scorer.Run(evaluator, subject, entriesOf[subject.Id].OfYear, cancellationToken);
                foreach (var ofYear in evaluator.Facts<YearTotal>())
                {
                    var derived = Derivation.Given(ofYear.Total);
                    known[subject.Id].Add(derived);
                    totals.Add(derived);
                }
            }
        }

        private void RankPools()
        {
            if (scorer.perPool is null || Scheme.Ranking is not { } ranking)
                return;
            var evaluator = scorer.EvaluatorOf(scorer.perPool);
            foreach (var pool in Pools(ranking.Pool).Where(pool => ranking.On.Include(((Total)pool[0].Fact).IsOfRound)))
            {
                Evaluate(evaluator, pool);
                foreach (var placing in evaluator.Facts<Placing>())
                    known[placing.Total.Dossier.Subject.Id].Add(Derived(evaluator, placing));
            }
        }

        private void TakeShares()
        {
            foreach (var kind in Scheme.Targets.Select(target => target.Pool).Distinct())
            {
                var evaluator = scorer.EvaluatorOf(scorer.perTargetPool!.With(Scheme.Targets.Where(target => target.Pool == kind)));
                foreach (var pool in Pools(kind))
                {
                    Evaluate(evaluator, pool);
                    foreach (var share in evaluator.Facts<PoolShare>())
                    {
                        foreach (var total in pool)
                            known[((Total)total.Fact).Dossier.Subject.Id].Add(Derived(evaluator, share));
                    }
                }
            }
        }

        private IEnumerable<List<Derivation>> Pools(PoolKind kind) => totals
            .GroupBy(derived => (RankingClause.KeyOf(kind, ((Total)derived.Fact).Dossier.Subject), ((Total)derived.Fact).Dossier.Period))
            .Select(pool => pool.ToList());

        private void Evaluate(IEvaluator evaluator, List<Derivation> pool)
        {
            evaluator.Reset();
            pool.ForEach(evaluator.AddDerived);
            evaluator.Run(cancellationToken);
        }

        private List<Assessment> AssessYears()
        {
            var results = new List<Assessment>();
            var evaluator = scorer.EvaluatorOf(scorer.perYear!);
            for (var i = 0; i < subjects.Count; i++)
            {
                evaluator.Reset();
                known[subjects[i].Id].ForEach(evaluator.AddDerived);
                evaluator.AddAll(entriesOf[subjects[i].Id].OfYear);
                if (years.TryGetValue(subjects[i].Id, out var ofYear))
                    evaluator.Add(ofYear);
                foreach (var mark in part?.Before.MarksOf(subjects[i], Scheme) ?? [])
                    evaluator.Add(mark);
                scorer.Run(evaluator, subjects[i], entriesOf[subjects[i].Id].OfYear, cancellationToken);
                if (part is not null)
                    marks.AddRange(evaluator.Facts<Mark>().Where(mark => part.Owns(mark.Period)));
                results.AddRange(evaluator.Facts<Assessment>()
                    .OrderBy(assessment => assessment.Period)
                    .Select(assessment => scorer.Finished(evaluator, assessment)));
                Report(progress, i + 1, subjects.Count);
            }

            return results;
        }

        private List<Derivation> Keep<TFact>(IEvaluator evaluator, Subject subject)
            where TFact : notnull
        {
            var facts = evaluator.Facts<TFact>().Select(fact => Derived(evaluator, fact)).ToList();
            known[subject.Id].AddRange(facts);
            return facts;
        }

        private Derivation Derived(IEvaluator evaluator, object fact) =>
            scorer.options.Derivations ? evaluator.DerivationOf(fact) : Derivation.Given(fact);
    }
}
