using System.Runtime.CompilerServices;
using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Partitions;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Scoring;

/// <summary>
/// Assesses subjects for a year by a scheme: by its one version, or each part of the year by the version in force in its time.
/// </summary>
/// <remarks>
/// <para>
/// The result does not depend on the order of subjects and entries, beyond the order in which results are listed. Thread-safe; each call
/// works on its own.
/// </para>
/// <para>
/// A round is assessed by the version in force on the round's first day; the year's row by the last version of the year, from the totals
/// and marks that each round has by its own. In a scheme without rounds an entry is worth what the version in force on its day says, a
/// limit's window is capped by the version in force on its last day, and bounds, grades and outcomes are the last version's, because they
/// look at the year as a whole. Entries of days on which no version is in force are an error.
/// </para>
/// </remarks>
public sealed partial class Scorer : IScorer
{
    private readonly ScorerOptions options;
    private readonly Memo<Scheme, YearPlan> plans;
    private readonly Memo<int, FactChecker> checkers;
    private readonly Lazy<Scorer> explaining;

    /// <summary>
    /// Makes a scorer. The rules of the last version are compiled here, those of others when they are first asked for, each once.
    /// </summary>
    /// <param name="versions">The versions of the scheme; a <see cref="Scheme"/> is the versions of one.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="RuleDefinitionException">A further rule of the options is not valid, or does not fit the others.</exception>
    /// <exception cref="ProblemException">
    /// Components ask for rules in code that the options do not have; carries a problem for each.
    /// </exception>
    public Scorer(SchemeVersions versions, ScorerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(versions);
        Versions = versions;
        this.options = options ?? new ScorerOptions();
        plans = new Memo<Scheme, YearPlan>(version => new YearPlan(version, this.options));
        checkers = new Memo<int, FactChecker>(year => new FactChecker(versions, year));
        explaining = new Lazy<Scorer>(() => GivesDerivations ? this : new Scorer(versions, this.options.WithDerivations()));
        _ = plans[versions.All[^1]];
    }

    /// <summary>The versions of the scheme.</summary>
    public SchemeVersions Versions { get; }

    /// <summary>Whether assessments carry their derivation, as the options ask.</summary>
    public bool GivesDerivations => options.Derivations;

    /// <summary>
    /// The same scorer, whose assessments carry their derivations; itself where the options ask for them. Compiled when first asked for.
    /// </summary>
    public Scorer Explaining => explaining.Value;

    IScorer IScorer.Explaining => Explaining;

    /// <summary>The day as of which subjects are judged, as the options ask; null for the end of each round and of the year.</summary>
    public DateOnly? AsOf => options.AsOf;

    /// <summary>
    /// The rules by which a subject is assessed, with the scheme's clauses as reference facts: for each year, evaluated on what <see
    /// cref="FactsOf"/> gives. Null where the scheme compares subjects or has rounds, so that no single evaluation assesses them, or where
    /// it changes.
    /// </summary>
    public RuleSet? Rules => Versions.All is [{ ComparesSubjects: false } only] ? plans[only].Points : null;

    /// <summary>
    /// Whether a subject's result for a year may depend on other subjects, or on whether others took part in a round. Then none can be
    /// assessed alone.
    /// </summary>
    /// <param name="year">The calendar year.</param>
    /// <exception cref="ProblemException">The versions do not make a year: see <see cref="SchemeVersions.Of"/>.</exception>
    public bool ComparesSubjects(int year) => Versions.HasRounds || Versions.Of(year).ComparesSubjects;

    /// <summary>
    /// The facts on which a subject is assessed for a year, the dossier first: what <see cref="Rules"/> are evaluated on.
    /// </summary>
    /// <param name="subject">The subject.</param>
    /// <param name="entries">The entries about the subject, of any year.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="earlier">Results that the scheme's inputs name; null for none.</param>
    /// <returns>The dossier, its entries, and the facts of rules in code.</returns>
    /// <exception cref="ProblemException">The versions do not make a year: see <see cref="SchemeVersions.Of"/>.</exception>
    public IReadOnlyList<object> FactsOf(
        Subject subject, IReadOnlyList<Entry> entries, int year, IReadOnlyList<EarlierResult>? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entries);
        var plan = plans[Versions.Of(year)];
        var own = plan.EntriesOf(entries, year);
        return [.. plan.FactsOf(plan.CreateDossiers(plan.LookedAt(earlier)).Make(subject, plan.Scheme.WholeOf(year), own))];
    }

    /// <summary>The plans of the compiled rules, version by version, for people.</summary>
    public string Explain() => string.Join('\n', Versions.All.Select(version => plans[version].Explain()));

    /// <summary>
    /// What is wrong with facts that are to be scored together for a year, each at its path such as <c>subjects[3].category</c>,
    /// <c>entries[5].item</c> or <c>earlier[0].scheme</c>: a word or item that the scheme does not know, a kind that it does not assess, a
    /// value that is missing, negative or without effect, an attribute whose name is likely a slip of one that is lacking, an identifier
    /// that is empty or stands twice, an entry about an unknown subject, a day on which no version is in force, a result that stands twice,
    /// and null where there should be something.
    /// </summary>
    /// <remarks><see cref="Score(IReadOnlyList{Subject}, IReadOnlyList{Entry}, int, IProgress{int}?, IReadOnlyList{EarlierResult}?, bool,
    /// CancellationToken)"/> refuses what this finds. Entries of other years are checked by the words of the year.</remarks>
    /// <param name="subjects">The subjects.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="earlier">Results that the scheme's inputs name; null for none.</param>
    /// <returns>
    /// The problems in the order of what was given, up to 1,000 and then one that says that there are more; empty where nothing is wrong.
    /// </returns>
    /// <exception cref="ProblemException">The versions do not make a year: see <see cref="SchemeVersions.Of"/>.</exception>
    public IReadOnlyList<Problem> Check(
        IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries, int year, IReadOnlyList<EarlierResult>? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(entries);
        return CheckOf(year).Check(subjects, entries, earlier);
    }

    /// <summary>
    /// Assesses every subject for a year. What is given is checked first, as <see cref="Check"/> says, and refused where anything is wrong.
    /// </summary>
    /// <param name="subjects">The subjects, all of the scheme's kind; their identifiers differ.</param>
    /// <param name="entries">
    /// The entries about them; their identifiers differ. Those of other years do not count, but the scheme may look back on earlier ones.
    /// </param>
    /// <param name="year">The calendar year.</param>
    /// <param name="progress">Told how many subjects are done, now and then; may be null.</param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <param name="areFactsChecked">
    /// Whether the caller has checked all of it already, as readers of data sets do, so that it is not checked again. Subjects of other
    /// kinds and the entries about them are passed over then, and what comes of other mistakes is not defined.
    /// </param>
    /// <param name="cancellationToken">Cancels the work between rules.</param>
    /// <returns>Assessments in the order of the subjects, then by period, the year last; each names the version that gave it.</returns>
    /// <exception cref="ProblemException">
    /// Something is wrong with what was given: carries all that <see cref="Check"/> finds. Or no version is in force in the year, several
    /// are at once, or the last one lacks a component in which an earlier one gives points; or the points of a subject go beyond the range
    /// of <see cref="Points"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The facts count as checked, and two subjects have one identifier, or an entry is about an unknown subject.
    /// </exception>
    /// <exception cref="RuleEvaluationException">A rule failed.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
#pragma warning disable RS0026 // One subject and several are told apart by their first argument, which nobody can leave out.
    public IReadOnlyList<Assessment> Score(
#pragma warning restore RS0026
        IReadOnlyList<Subject> subjects,
        IReadOnlyList<Entry> entries,
        int year,
        IProgress<int>? progress = null,
        IReadOnlyList<EarlierResult>? earlier = null,
        bool areFactsChecked = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(entries);
        var compares = ComparesSubjects(year);
        var problems = areFactsChecked ? CheckOf(year).CheckCrediting(subjects) : CheckOf(year).Check(subjects, entries, earlier);
        if (problems.Count > 0)
            throw new ProblemException(problems);
        var bySubject = EntriesBySubject(subjects, entries);
        List<Subject> assessed = [.. subjects.Where(subject => subject.Kind == Versions.SubjectKind)];
        return compares
            ? Compare(assessed, bySubject, year, progress, earlier, cancellationToken)
            : ScoreEach(assessed, bySubject, CreateWorker(year, earlier, areFactsChecked: true), progress, cancellationToken);
    }

    /// <summary>Makes a worker that assesses one subject after another for a year, with the same results as <see
    /// cref="Score(IReadOnlyList{Subject}, IReadOnlyList{Entry}, int, IProgress{int}?, IReadOnlyList{EarlierResult}?, bool,
    /// CancellationToken)"/>.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <param name="areFactsChecked">
    /// Whether the caller has checked all that it gives, now and to the worker, so that it is not checked again.
    /// </param>
    /// <exception cref="InvalidOperationException">The scheme compares subjects: see <see cref="ComparesSubjects"/>.</exception>
    /// <exception cref="ProblemException">
    /// Something is wrong with an earlier result; or the versions do not make a year: see <see cref="SchemeVersions.Of"/>.
    /// </exception>
    public ScoringWorker CreateWorker(int year, IReadOnlyList<EarlierResult>? earlier = null, bool areFactsChecked = false)
    {
        RefuseComparison(year);
        var plan = plans[Versions.Of(year)];
        var check = areFactsChecked ? null : CheckOf(year);
        check?.Refuse(earlier);
        return new ScoringWorker(plan, year, plan.LookedAt(earlier), check);
    }

    /// <summary>
    /// Assesses a stream of subjects for a year, several at a time, with the same results as <see cref="Score(IReadOnlyList{Subject},
    /// IReadOnlyList{Entry}, int, IProgress{int}?, IReadOnlyList{EarlierResult}?, bool, CancellationToken)"/> and in the order of the
    /// stream.
    /// </summary>
    /// <remarks>
    /// Records are read only as fast as assessments are taken, by one thread at a time. However the stream ends, no work is left running.
    /// What is given is checked record by record, as <see cref="Check"/> says; that subjects differ needs their identifiers to be
    /// remembered, about a hundred bytes for each. Where the caller has checked, nothing is remembered, and memory is bounded whatever the
    /// number of subjects. Entries of different records may have one identifier.
    /// </remarks>
    /// <param name="records">The subjects with their entries.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="degreeOfParallelism">
    /// How many subjects are assessed at the same time, from 1; null for the number of processors.
    /// </param>
    /// <param name="batchSize">
    /// How many subjects a worker takes at a time, from 1; null for the default of <see cref="PartitionOptions.BatchSize"/>.
    /// </param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <param name="areFactsChecked">
    /// Whether the caller has checked all of it already, and that subjects differ, so that it is not checked again. Subjects of other kinds
    /// are passed over then.
    /// </param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>One assessment for each subject, in order. Each enumeration assesses anew.</returns>
    /// <exception cref="InvalidOperationException">The scheme compares subjects: see <see cref="ComparesSubjects"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism or the size of batches is below 1.</exception>
    /// <exception cref="ProblemException">
    /// Something is wrong with an earlier result, or the versions do not make a year. While enumerating, after the assessments before:
    /// something is wrong with a record, told with all that is wrong with it, at paths such as <c>records[7].entries[5].item</c>; or the
    /// points of a subject go beyond the range of <see cref="Points"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The facts count as checked, and an entry is about another subject than that of its record; thrown while enumerating.
    /// </exception>
    /// <exception cref="RuleEvaluationException">A rule failed; thrown while enumerating, after the assessments before.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IAsyncEnumerable<Assessment> ScoreAsync(
        IAsyncEnumerable<SubjectRecord> records,
        int year,
        int? degreeOfParallelism = null,
        int? batchSize = null,
        IReadOnlyList<EarlierResult>? earlier = null,
        bool areFactsChecked = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        RefuseComparison(year);
        if (!areFactsChecked)
            CheckOf(year).Refuse(earlier);
        var limits = PartitionOptions.Default;
        limits = limits with
        {
            DegreeOfParallelism = degreeOfParallelism ?? limits.DegreeOfParallelism,
            BatchSize = batchSize ?? limits.BatchSize,
        };
        return Stream(records, year, limits, earlier, areFactsChecked, cancellationToken);
    }

    private async IAsyncEnumerable<Assessment> Stream(
        IAsyncEnumerable<SubjectRecord> records,
        int year,
        PartitionOptions limits,
        IReadOnlyList<EarlierResult>? earlier,
        bool areFactsChecked,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = plans[Versions.Of(year)];
        var bySubject = plan.LookedAt(earlier);
        var assessed = PartitionStream.RunAsync(
            plan.Points.Name,
            areFactsChecked
                ? records.Where(record => record.Subject.Kind == Versions.SubjectKind).Select(record => new NumberedRecord(record, 0, null))
                : Numbered(records),
            () => new ScoringWorker(plan, year, bySubject, areFactsChecked ? null : CheckOf(year)),
            static (worker, record, stopping) => worker.Score(record, stopping),
            limits,
            cancellationToken);
        await foreach (var result in assessed.ConfigureAwait(false))
            yield return result.Value;
    }

    /// <summary>Records with their numbers, and with that of the one before that has the same subject.</summary>
    private static IAsyncEnumerable<NumberedRecord> Numbered(IAsyncEnumerable<SubjectRecord> records)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        return records.Select((record, i) =>
            new NumberedRecord(record, i, record?.Subject?.Id is { } id && !known.TryAdd(id, i) ? known[id] : null));
    }

    private GivenFacts CheckOf(int year) => new(Versions, year, checkers[year]);

    private List<Assessment> Compare(
        List<Subject> subjects,
        Dictionary<string, List<Entry>> bySubject,
        int year,
        IProgress<int>? progress,
        IReadOnlyList<EarlierResult>? earlier,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<Scheme> versions = Versions.HasRounds ? Versions.In(year) : [Versions.Of(year)];
        var before = new RoundsBefore();
        var results = new List<Assessment>();
        foreach (var version in versions)
        {
            var plan = plans[version];
            var own = CreditedEntries.Of(version, subjects, bySubject, listed => plan.EntriesOf(listed, year));
            var isLast = version == versions[^1];
            Func<Period, bool> owns = versions.Count == 1 ? _ => true : round => version.IsInForce(round.Start);
            var contest = new Contest(
                plan, subjects, own, plan.CreateDossiers(plan.LookedAt(earlier)), year, owns, before, isLast ? progress : null);
            results.AddRange(contest.Score(cancellationToken).Where(row => isLast || row.Period.Kind != PeriodKind.Year));
        }

        if (versions.Count == 1)
            return results;
        var order = subjects.Select((subject, i) => (subject.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        return [.. results.OrderBy(row => order[row.Subject.Id]).ThenBy(row => row.Period)];
    }

    private static List<Assessment> ScoreEach(
        List<Subject> subjects,
        Dictionary<string, List<Entry>> bySubject,
        ScoringWorker worker,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var results = new List<Assessment>(subjects.Count);
        foreach (var subject in subjects)
        {
            results.Add(worker.Assess(subject, bySubject[subject.Id], cancellationToken));
            progress.ReportNowAndThen(results.Count, subjects.Count);
        }

        return results;
    }

    private static Dictionary<string, List<Entry>> EntriesBySubject(IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries)
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

    private void RefuseComparison(int year)
    {
        if (ComparesSubjects(year))
        {
            throw new InvalidOperationException(
                $"The scheme '{Versions.Id}' compares subjects, credits entries to others or has rounds, so that none can be "
                + $"assessed alone. Give all of them to {nameof(Score)} together.");
        }
    }
}
