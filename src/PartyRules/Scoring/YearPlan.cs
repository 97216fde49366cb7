using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.RuleSets;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Scoring;

/// <summary>How a year is worked out by one version of a scheme: its rules, compiled stage by stage.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class YearPlan
{
    private readonly ScorerOptions options;
    private readonly List<ComponentRules> componentRules;
    private readonly HashSet<string> ownNames;

    /// <summary>Compiles the rules.</summary>
    /// <param name="scheme">The version.</param>
    /// <param name="options">How the scorer works.</param>
    /// <exception cref="RuleDefinitionException">A further rule of the options is not valid, or does not fit the others.</exception>
    /// <exception cref="ProblemException">Components ask for rules in code that the options do not have.</exception>
    public YearPlan(Scheme scheme, ScorerOptions options)
    {
        Scheme = scheme;
        this.options = options;
        componentRules = RegisteredRules.For(scheme, options.ComponentRules);
        IReadOnlyList<Rule> further = [.. componentRules.SelectMany(rules => rules.Rules), .. options.Rules];
        ownNames = further.Select(rule => rule.ToDefinition().Name).ToHashSet(StringComparer.Ordinal);
        IEnumerable<Rule> points = [.. scheme.RulesOf(Stage.Points), .. further];
        Records = SetOf("records", Stage.Records);
        if (!scheme.ComparesSubjects)
        {
            IEnumerable<object> facts = [scheme, .. scheme.FactsOf(Stage.Points), .. scheme.FactsOf(Stage.Standing)];
            Points = RuleSet.Compile("assessment", [.. points, .. scheme.RulesOf(Stage.Standing)]).With(facts.Distinct());
            return;
        }

        Points = RuleSet.Compile("points", points).With([scheme, .. scheme.FactsOf(Stage.Points)]);
        Rounds = SetOf("rounds", Stage.Rounds);
        Pool = SetOf("ranking", Stage.Pool);
        Shares = SetOf("shares", Stage.Shares);
        Standing = RuleSet.Compile("year", scheme.RulesOf(Stage.Standing)).With([scheme, .. scheme.FactsOf(Stage.Standing)]);
    }

    /// <summary>The version.</summary>
    public Scheme Scheme { get; }

    /// <summary>Which entries count; null where all do.</summary>
    public RuleSet? Records { get; }

    /// <summary>
    /// From the entries of one subject in one period to its total; where subjects are not compared, on to the assessment.
    /// </summary>
    public RuleSet Points { get; }

    /// <summary>From the totals of one subject's rounds to that of the year; null where the year has none.</summary>
    public RuleSet? Rounds { get; }

    /// <summary>From the totals of a pool to places; null where nobody is ranked.</summary>
    public RuleSet? Pool { get; }

    /// <summary>From the totals of a pool to the shares that meet a target; null without targets.</summary>
    public RuleSet? Shares { get; }

    /// <summary>From totals and places of one subject to assessments; null where subjects are not compared.</summary>
    public RuleSet? Standing { get; }

    /// <summary>The day as of which subjects are judged; null for the end of each period.</summary>
    public DateOnly? AsOf => options.AsOf;

    /// <summary>Takes the entries of a subject apart; those after the day as of which it is judged are left out.</summary>
    public SubjectEntries EntriesOf(IReadOnlyList<Entry> entries, int year) =>
        SubjectEntries.Of(entries, Scheme.WholeOf(year), Scheme.LookBackMonths > 0, options.AsOf ?? DateOnly.MaxValue);

    /// <summary>Whether assessments carry their derivation.</summary>
    public bool RecordsDerivations => options.Derivations;

    /// <summary>An evaluator of one of the rule sets.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="explains">Whether it records how facts come about, even where the options do not ask for it.</param>
    public IEvaluator EvaluatorOf(RuleSet ruleSet, bool explains = false) =>
        options.Engine.CreateEvaluator(ruleSet, options.Derivations || explains);

    /// <summary>Makes dossiers, for one thread.</summary>
    /// <param name="earlier">The earlier results; null for none.</param>
    public Dossiers CreateDossiers(OtherResults? earlier) =>
        new(Scheme, Records is null ? null : options.Engine.CreateEvaluator(Records), earlier, options.AsOf);

    /// <summary>The earlier results as the scheme looks at them; null where it looks at none.</summary>
    public OtherResults? LookedAt(IReadOnlyList<EarlierResult>? earlier) => OtherResults.Of(Scheme, earlier);

    /// <summary>The facts on which a dossier is assessed: the dossier first, its entries, and the facts of rules in code.</summary>
    public IEnumerable<object> FactsOf(Dossier dossier) =>
        [dossier, .. dossier.Earlier, .. dossier.Entries, .. componentRules.SelectMany(rules => rules.FactsFor(dossier))];

    /// <summary>Evaluates the points of a dossier.</summary>
    public void Evaluate(IEvaluator evaluator, Dossier dossier, CancellationToken cancellationToken)
    {
        evaluator.Reset();
        evaluator.Add(dossier);
        evaluator.AddAll(dossier.Earlier);
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
    /// data, unless a rule of the application found them: what that throws is for the application.
    /// </summary>
    public void Run(IEvaluator evaluator, Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        try
        {
            Run(evaluator, cancellationToken);
        }
        catch (RuleEvaluationException exception) when (
            exception.InnerException is OverflowException && !ownNames.Contains(exception.RuleName))
        {
            throw new ProblemException(FactChecker.TooLarge(subject, entries));
        }
    }

    /// <summary>Evaluates. A working day of a year that the scheme's calendar lacks is a mistake in the scheme.</summary>
    public static void Run(IEvaluator evaluator, CancellationToken cancellationToken)
    {
        try
        {
            evaluator.Run(cancellationToken);
        }
        catch (RuleEvaluationException exception) when (
            exception.InnerException is ProblemException { Problems: [{ Code: WorkingCalendar.MissingYear } problem] })
        {
            throw new ProblemException(problem);
        }
    }

    /// <summary>The assessment with its derivation, where the options or the call ask for it.</summary>
    public Assessment Finish(IEvaluator evaluator, Assessment assessment, bool explains = false) =>
        options.Derivations || explains ? assessment.With(evaluator.DerivationOf(assessment)) : assessment;

    /// <summary>The plans of the compiled rules, for people.</summary>
    public string Explain() =>
        string.Join('\n', new[] { Records, Points, Rounds, Pool, Shares, Standing }.OfType<RuleSet>().Select(ruleSet => ruleSet.Explain()));

    /// <summary>The rules of a stage with their facts; null where the scheme needs none.</summary>
    private RuleSet? SetOf(string name, Stage stage) =>
        Scheme.RulesOf(stage).ToList() is { Count: > 0 } rules ? RuleSet.Compile(name, rules).With(Scheme.FactsOf(stage)) : null;
}
