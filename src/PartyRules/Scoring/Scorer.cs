using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Selections;
using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.RuleSets;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Scoring;

/// <summary>Assesses subjects by one scheme.</summary>
/// <remarks>
/// The result does not depend on the order of subjects and entries, beyond the order in which results are listed. Thread-safe; each call
/// works on its own.
/// </remarks>
public sealed partial class Scorer
{
    private readonly ScorerOptions options;
    private readonly RuleSet perPeriod;
    private readonly RuleSet? perPool;
    private readonly RuleSet? perTargetPool;
    private readonly RuleSet? perYear;
    private readonly RuleSet? perRoundsOfYear;
    private readonly RuleSet? perRecords;
    private readonly List<ComponentRules> componentRules;
    private readonly VersionedScorer? parts;

    /// <summary>Makes a scorer. The rules are compiled here, once.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="RuleDefinitionException">A further rule of the options is not valid, or does not fit the others.</exception>
    /// <exception cref="ProblemException">
    /// Components ask for rules in code that the options do not have; carries a problem for each.
    /// </exception>
    public Scorer(Scheme scheme, ScorerOptions? options = null)
    {
        Scheme = scheme;
        parts = scheme.Parts.Count == 0 ? null : new VersionedScorer(new SchemeVersions([scheme]), options);
        this.options = options ?? new ScorerOptions();
        componentRules = RegisteredRules.For(scheme, this.options.ComponentRules);
        perRecords = SetOf("records", Stage.Records);
        IEnumerable<Rule> points =
            [.. scheme.RulesOf(Stage.Points), .. componentRules.SelectMany(rules => rules.Rules), .. this.options.Rules];
        if (!scheme.ComparesSubjects)
        {
            IEnumerable<object> facts = [scheme, .. scheme.FactsOf(Stage.Points), .. scheme.FactsOf(Stage.Standing)];
            perPeriod = RuleSet.Compile("assessment", [.. points, .. scheme.RulesOf(Stage.Standing)]).With(facts.Distinct());
            return;
        }

        perPeriod = RuleSet.Compile("points", points).With([scheme, .. scheme.FactsOf(Stage.Points)]);
        perPool = SetOf("ranking", Stage.Pool);
        perTargetPool = SetOf("shares", Stage.Shares);
        perRoundsOfYear = SetOf("rounds", Stage.Rounds);
        perYear = RuleSet.Compile("year", scheme.RulesOf(Stage.Standing)).With([scheme, .. scheme.FactsOf(Stage.Standing)]);
    }

    /// <summary>The rules of a stage with their facts; null where the scheme needs none.</summary>
    private RuleSet? SetOf(string name, Stage stage) =>
        Scheme.RulesOf(stage).ToList() is { Count: > 0 } rules ? RuleSet.Compile(name, rules).With(Scheme.FactsOf(stage)) : null;

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>How it works.</summary>
    internal ScorerOptions Options => options;

    /// <summary>Whether a subject's result may depend on other subjects, or on whether others took part in a round.</summary>
    public bool ComparesSubjects => perYear is not null;

    /// <summary>Whether assessments carry their derivation, as the options ask.</summary>
    public bool GivesDerivations => options.Derivations;

    /// <summary>
    /// The rules by which a subject is assessed, with the scheme's clauses as reference facts: for each year, evaluated on what
    /// <see cref="FactsOf"/> gives. Null where the scheme compares subjects or has rounds, so that no single evaluation assesses them, or
    /// has amounts that hold for a time.
    /// </summary>
    public RuleSet? Rules => ComparesSubjects || parts is not null ? null : perPeriod;

    /// <summary>
    /// The facts on which a subject is assessed for a year, the dossier first: what <see cref="Rules"/> are evaluated on.
    /// </summary>
    /// <param name="subject">The subject.</param>
    /// <param name="entries">The entries about the subject, of any year.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="earlier">Results that the scheme's inputs name; null for none.</param>
    /// <returns>The dossier, its entries, and the facts of rules in code.</returns>
    public IReadOnlyList<object> FactsOf(
        Subject subject, IReadOnlyList<Entry> entries, int year, IReadOnlyList<EarlierResult>? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entries);
        if (parts?.Of(year) is { } yearly)
            return yearly.FactsOf(subject, entries, year, earlier);
        var own = SubjectEntries.Of(entries, year, Scheme.LookBackMonths > 0);
        var dossier = CreateDossierMaker(EarlierBySubject(earlier)).Make(subject, Period.OfYear(year), own);
        return [dossier, .. dossier.Entries, .. componentRules.SelectMany(rules => rules.FactsFor(dossier))];
    }

    /// <summary>The plans of the compiled rules, for people.</summary>
    public string Explain()
    {
        var ruleSets = new[] { perRecords, perPeriod, perRoundsOfYear, perPool, perTargetPool, perYear };
        return string.Join('\n', ruleSets.OfType<RuleSet>().Select(ruleSet => ruleSet.Explain()));
    }

    /// <summary>Assesses every subject of the scheme's kind for a year.</summary>
    /// <param name="subjects">The subjects; their identifiers must differ. Those of other kinds are passed over.</param>
    /// <param name="entries">The entries; those of other years, or about subjects of other kinds, are passed over.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="progress">Told how many subjects are done, now and then; may be null.</param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <param name="cancellationToken">Cancels the assessment.</param>
    /// <returns>Assessments in the order of the subjects, then by period, the year last.</returns>
    /// <exception cref="ArgumentException">Two subjects have one identifier, or an entry is about an unknown subject.</exception>
    /// <exception cref="ProblemException">
    /// The points of a subject go beyond the range of <see cref="Points"/>; names the subject.
    /// </exception>
    /// <exception cref="RuleEvaluationException">A rule failed.</exception>
    /// <exception cref="OperationCanceledException">The assessment was cancelled.</exception>
    public IReadOnlyList<Assessment> Score(
        IReadOnlyList<Subject> subjects,
        IReadOnlyList<Entry> entries,
        int year,
        IProgress<int>? progress = null,
        IReadOnlyList<EarlierResult>? earlier = null,
        CancellationToken cancellationToken = default)
    {
        if (parts is not null)
            return parts.Score(subjects, entries, year, progress, earlier, cancellationToken);
        return perYear is null
            ? ScoreEach(
                OfKind(subjects),
                BySubject(subjects, entries),
                new ScoringWorker(this, year, EarlierBySubject(earlier)),
                progress,
                cancellationToken)
            : Contested(subjects, entries, year, progress, earlier, null, cancellationToken);
    }

    /// <summary>Assesses the rounds that one version of a scheme owns, and the year as far as it is known.</summary>
    internal IReadOnlyList<Assessment> ScorePart(
        IReadOnlyList<Subject> subjects,
        IReadOnlyList<Entry> entries,
        int year,
        ContestPart part,
        IProgress<int>? progress,
        IReadOnlyList<EarlierResult>? earlier,
        CancellationToken cancellationToken) =>
        Contested(subjects, entries, year, progress, earlier, part, cancellationToken);

    private List<Assessment> Contested(
        IReadOnlyList<Subject> subjects,
        IReadOnlyList<Entry> entries,
        int year,
        IProgress<int>? progress,
        IReadOnlyList<EarlierResult>? earlier,
        ContestPart? part,
        CancellationToken cancellationToken) => new Contest(
            this,
            OfKind(subjects),
            BySubject(subjects, entries)
                .ToDictionary(own => own.Key, own => SubjectEntries.Of(own.Value, year, Scheme.LookBackMonths > 0), StringComparer.Ordinal),
            CreateDossierMaker(EarlierBySubject(earlier)),
            year,
            progress,
            cancellationToken,
            part).Score();

    private List<Subject> OfKind(IReadOnlyList<Subject> subjects) => [.. subjects.Where(subject => subject.Kind == Scheme.SubjectKind)];

    private static Dictionary<string, List<Entry>> BySubject(IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries)
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
            own.Add(entry);
        }

        return bySubject;
    }

    private static List<Assessment> ScoreEach(
        List<Subject> subjects,
        Dictionary<string, List<Entry>> entriesOf,
        ScoringWorker worker,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var results = new List<Assessment>(subjects.Count);
        foreach (var subject in subjects)
        {
            results.Add(worker.Assess(subject, entriesOf[subject.Id], cancellationToken));
            Report(progress, results.Count, subjects.Count);
        }

        return results;
    }

    private IEvaluator EvaluatorOf(RuleSet ruleSet) => options.Engine.CreateEvaluator(ruleSet, options.Derivations);

    private void EvaluateDossier(IEvaluator evaluator, Dossier dossier, CancellationToken cancellationToken)
    {
        evaluator.Reset();
        evaluator.Add(dossier);
        evaluator.AddAll(dossier.Entries);
        foreach (var rules in componentRules)
        {
            foreach (var fact in rules.FactsFor(dossier))
                evaluator.Add(fact);
        }

        Run(evaluator, dossier.Subject, dossier.Entries, cancellationToken);
    }

    /// <summary>
    /// Evaluates what is about one subject. Values or amounts so large that no points can hold what comes of them are a mistake in the
    /// data.
    /// </summary>
    private void Run(IEvaluator evaluator, Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        try
        {
            evaluator.Run(cancellationToken);
        }
        catch (RuleEvaluationException exception) when (exception.InnerException is OverflowException && !IsFurther(exception.RuleName))
        {
            throw new ProblemException(FactChecker.TooLarge(subject, entries));
        }
    }

    /// <summary>Whether a rule is the application's own, so that what it throws is for the application.</summary>
    private bool IsFurther(string rule) =>
        options.Rules.Concat(componentRules.SelectMany(rules => rules.Rules)).Any(further => further.ToDefinition().Name == rule);

    private Assessment Finished(IEvaluator evaluator, Assessment assessment) =>
        options.Derivations ? assessment.With(evaluator.DerivationOf(assessment)) : assessment;

    private static void Report(IProgress<int>? progress, int done, int all)
    {
        if (progress is not null && (done % 1024 == 0 || done == all))
            progress.Report(done);
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
    /// <see cref="Outcome"/> that they yield stands in the assessment like any other. Where a scheme has rounds, ranks or targets, grades
    /// are decided after ranks, so that these rules see totals but no grades.
    /// </summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>What runs the rules; the compiled evaluator by default. The results are the same on every engine.</summary>
    public IRuleEngine Engine { get; init; } = RuleEngine.Compiled;

    /// <summary>
    /// Rules in code for the components that ask for them by name; none by default. Those for which no component asks do not run.
    /// </summary>
    public IReadOnlyList<ComponentRules> ComponentRules { get; init; } = [];
}
