using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.RuleSets;
using PartyRules.Schemes;

namespace PartyRules;

/// <summary>Assesses subjects by one scheme.</summary>
/// <remarks>
/// The result does not depend on the order of subjects and entries, beyond the order in which results are listed. Thread-safe; each call
/// works on its own.
/// </remarks>
public sealed class Scorer
{
    private readonly ScorerOptions options;
    private readonly RuleSet perPeriod;
    private readonly RuleSet? perPool;
    private readonly RuleSet? perYear;

    /// <summary>Makes a scorer. The rules are compiled here, once.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="RuleDefinitionException">A further rule of the options is not valid, or does not fit the others.</exception>
    public Scorer(Scheme scheme, ScorerOptions? options = null)
    {
        Scheme = scheme;
        this.options = options ?? new ScorerOptions();
        var points = PointsRules.All.Concat(GradingRules.All);
        IEnumerable<object> clauses = [scheme, .. scheme.Items, .. scheme.Components, .. scheme.Exemptions, .. scheme.Requirements];
        if (scheme.Grades is { } grades)
            clauses = clauses.Append(grades);
        IEnumerable<object> consequences = [.. scheme.Marks, .. scheme.Outcomes];
        var isContest = scheme.HasRounds || scheme.Ranking is not null;
        if (!isContest)
        {
            perPeriod = RuleSet.Compile("assessment", [.. points, .. OutcomeRules.All, .. this.options.Rules]).With([.. clauses, .. consequences]);
            return;
        }

        perPeriod = RuleSet.Compile("points", [.. points, .. this.options.Rules]).With(clauses);
        perPool = scheme.Ranking is { } ranking ? RuleSet.Compile("ranking", RedFlagRules.Ranking).With([ranking]) : null;
        perYear = RuleSet.Compile("year", [.. OutcomeRules.All, .. RedFlagRules.Year]).With([scheme, .. consequences, .. scheme.FollowUps]);
    }

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>The plans of the compiled rules, for people.</summary>
    public string Explain() => string.Join('\n', new[] { perPeriod, perPool, perYear }.OfType<RuleSet>().Select(ruleSet => ruleSet.Explain()));

    /// <summary>Assesses every subject of the scheme's kind for a year.</summary>
    /// <param name="subjects">The subjects; their identifiers must differ. Those of other kinds are passed over.</param>
    /// <param name="entries">The entries; those of other years, or about subjects of other kinds, are passed over.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="progress">Told how many subjects are done, now and then; may be null.</param>
    /// <param name="cancellationToken">Asks to give up.</param>
    /// <returns>Assessments in the order of the subjects, then by period, the year last.</returns>
    /// <exception cref="ArgumentException">Two subjects have one identifier, or an entry is about an unknown subject.</exception>
    /// <exception cref="RuleEvaluationException">A rule failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public IReadOnlyList<Assessment> Score(
        IReadOnlyList<Subject> subjects,
        IReadOnlyList<Entry> entries,
        int year,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var assessed = subjects.Where(subject => subject.Kind == Scheme.SubjectKind).ToList();
        var entriesOf = BySubject(subjects, entries, year);
        return perYear is null
            ? ScoreEach(assessed, entriesOf, year, progress, cancellationToken)
            : new Contest(this, assessed, entriesOf, year, progress, cancellationToken).Score();
    }

    private static Dictionary<string, List<Entry>> BySubject(IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries, int year)
    {
        var bySubject = new Dictionary<string, List<Entry>>(subjects.Count, StringComparer.Ordinal);
        foreach (var subject in subjects)
        {
            if (!bySubject.TryAdd(subject.Id, []))
                throw new ArgumentException($"Two subjects have the identifier '{subject.Id}'.", nameof(subjects));
        }

        foreach (var entry in entries)
        {
            if (!bySubject.TryGetValue(entry.Subject, out var own))
                throw new ArgumentException($"Entry '{entry.Id}' is about the unknown subject '{entry.Subject}'.", nameof(entries));
            if (entry.Date.Year == year)
                own.Add(entry);
        }

        foreach (var own in bySubject.Values)
            own.Sort((left, right) => left.Date != right.Date ? left.Date.CompareTo(right.Date) : string.CompareOrdinal(left.Id, right.Id));
        return bySubject;
    }

    private List<Assessment> ScoreEach(
        List<Subject> subjects, Dictionary<string, List<Entry>> entriesOf, int year, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var results = new List<Assessment>(subjects.Count);
        var evaluator = perPeriod.CreateEvaluator(options.Derivations);
        var period = Period.OfYear(year);
        foreach (var subject in subjects)
        {
            EvaluateDossier(evaluator, new Dossier(subject, period, entriesOf[subject.Id]), cancellationToken);
            results.Add(Finished(evaluator, evaluator.Facts<Assessment>()[0]));
            Report(progress, results.Count, subjects.Count);
        }

        return results;
    }

    private static void EvaluateDossier(Evaluator evaluator, Dossier dossier, CancellationToken cancellationToken)
    {
        evaluator.Reset();
        evaluator.Add(dossier);
        evaluator.AddAll(dossier.Entries);
        evaluator.Run(cancellationToken);
    }

    private Assessment Finished(Evaluator evaluator, Assessment assessment) =>
        options.Derivations ? assessment.With(evaluator.DerivationOf(assessment)) : assessment;

    private static void Report(IProgress<int>? progress, int done, int all)
    {
        if (progress is not null && (done % 1024 == 0 || done == all))
            progress.Report(done);
    }

    /// <summary>One run of a scheme with rounds or ranks: each round of each subject, then each pool of each round, then each subject's year.</summary>
    private sealed class Contest(
        Scorer scorer, List<Subject> subjects, Dictionary<string, List<Entry>> entriesOf, int year, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        private readonly Dictionary<string, List<Derivation>> known = subjects.ToDictionary(subject => subject.Id, _ => new List<Derivation>(), StringComparer.Ordinal);
        private readonly Dictionary<(string Pool, Period Round), List<Derivation>> pools = [];

        public List<Assessment> Score()
        {
            var held = Period.AllIn(year, scorer.Scheme.Round)
                .Where(round => subjects.Exists(subject => entriesOf[subject.Id].Exists(entry => round.Contains(entry.Date))))
                .ToList();
            ScoreRounds(held);
            RankPools();
            return AssessYears(held.Count == Period.CountPerYear(scorer.Scheme.Round));
        }

        private void ScoreRounds(List<Period> held)
        {
            var evaluator = scorer.perPeriod.CreateEvaluator(scorer.options.Derivations);
            foreach (var subject in subjects)
            {
                foreach (var round in held)
                {
                    var dossier = new Dossier(subject, round, entriesOf[subject.Id].FindAll(entry => round.Contains(entry.Date)));
                    EvaluateDossier(evaluator, dossier, cancellationToken);
                    Keep<Dossier>(evaluator, subject);
                    Keep<Exemption>(evaluator, subject);
                    Keep<MissingComponent>(evaluator, subject);
                    Keep<GradeDecision>(evaluator, subject);
                    Keep<Outcome>(evaluator, subject);
                    foreach (var total in Keep<Total>(evaluator, subject))
                        Pool(subject, round).Add(total);
                }
            }
        }

        private void RankPools()
        {
            if (scorer.perPool is null)
                return;
            var evaluator = scorer.perPool.CreateEvaluator(scorer.options.Derivations);
            foreach (var pool in pools.Values)
            {
                evaluator.Reset();
                pool.ForEach(evaluator.AddDerived);
                evaluator.Run(cancellationToken);
                foreach (var placing in evaluator.Facts<Placing>())
                    known[placing.Total.Dossier.Subject.Id].Add(Derived(evaluator, placing));
            }
        }

        private List<Assessment> AssessYears(bool isComplete)
        {
            var results = new List<Assessment>();
            var evaluator = scorer.perYear!.CreateEvaluator(scorer.options.Derivations);
            for (var i = 0; i < subjects.Count; i++)
            {
                evaluator.Reset();
                known[subjects[i].Id].ForEach(evaluator.AddDerived);
                evaluator.AddAll(entriesOf[subjects[i].Id]);
                if (scorer.Scheme.HasRounds)
                    evaluator.Add(new YearCase(new Dossier(subjects[i], Period.OfYear(year), entriesOf[subjects[i].Id]), isComplete));
                evaluator.Run(cancellationToken);
                results.AddRange(evaluator.Facts<Assessment>().OrderBy(assessment => assessment.Period).Select(assessment => scorer.Finished(evaluator, assessment)));
                Report(progress, i + 1, subjects.Count);
            }

            return results;
        }

        private List<Derivation> Pool(Subject subject, Period round)
        {
            var key = (scorer.Scheme.Ranking?.PoolOf(subject) ?? "", round);
            if (!pools.TryGetValue(key, out var pool))
                pools.Add(key, pool = []);
            return pool;
        }

        private List<Derivation> Keep<TFact>(Evaluator evaluator, Subject subject)
            where TFact : notnull
        {
            var facts = evaluator.Facts<TFact>().Select(fact => Derived(evaluator, fact)).ToList();
            known[subject.Id].AddRange(facts);
            return facts;
        }

        private Derivation Derived(Evaluator evaluator, object fact) =>
            scorer.options.Derivations ? evaluator.DerivationOf(fact) : Derivation.Given(fact);
    }
}

/// <summary>How a scorer works.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ScorerOptions
{
    /// <summary>Whether assessments carry their derivation; false by default.</summary>
    public bool Derivations { get; init; }

    /// <summary>
    /// Further rules that run beside the built-in ones on each dossier, and may read and yield the same facts; none by default. An
    /// <see cref="Outcome"/> that they yield stands in the assessment like any other.
    /// </summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];
}
