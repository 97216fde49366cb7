using System.Diagnostics;
using System.Runtime.CompilerServices;
using PartyRules.Clauses.Conditions;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Partitions;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <content>Subject by subject, for schemes that compare none with others.</content>
public sealed partial class Scorer
{
    /// <summary>Makes a worker that assesses one subject after another for a year, with the same results as <see cref="Score"/>.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <exception cref="InvalidOperationException">The scheme compares subjects: see <see cref="ComparesSubjects"/>.</exception>
    public ScoringWorker CreateWorker(int year, IReadOnlyList<EarlierResult>? earlier = null)
    {
        RefuseComparison();
        return new ScoringWorker(parts?.Of(year) ?? this, year, EarlierBySubject(earlier));
    }

    /// <summary>
    /// Assesses a stream of subjects for a year, several at a time, with the same results as <see cref="Score"/> and in the order of the
    /// stream.
    /// </summary>
    /// <remarks>
    /// Memory is bounded, whatever the number of subjects: records are read only as fast as assessments are taken, by one thread at a time.
    /// However the stream
    /// ends, no work is left running. That identifiers differ is up to the source, because checking it would mean to remember them all.
    /// </remarks>
    /// <param name="records">The subjects with their entries. Those of other kinds are passed over.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="degreeOfParallelism">
    /// How many subjects are assessed at the same time, from 1; null for the number of processors.
    /// </param>
    /// <param name="batchSize">
    /// How many subjects a worker takes at a time, from 1; null for the default of <see cref="PartitionOptions.BatchSize"/>.
    /// </param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <param name="cancellationToken">Cancels the assessment.</param>
    /// <returns>One assessment for each subject of the scheme's kind, in order. Each enumeration assesses anew.</returns>
    /// <exception cref="InvalidOperationException">The scheme compares subjects: see <see cref="ComparesSubjects"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism or the size of batches is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// An entry is about another subject than that of its record; thrown while enumerating, after the assessments before.
    /// </exception>
    /// <exception cref="Diagnostics.ProblemException">
    /// The points of a subject go beyond the range of <see cref="Points"/>; thrown while enumerating, after the assessments before.
    /// </exception>
    /// <exception cref="RuleEvaluationException">A rule failed; thrown while enumerating, after the assessments before.</exception>
    /// <exception cref="OperationCanceledException">The assessment was cancelled.</exception>
    public IAsyncEnumerable<Assessment> ScoreAsync(
        IAsyncEnumerable<SubjectRecord> records,
        int year,
        int? degreeOfParallelism = null,
        int? batchSize = null,
        IReadOnlyList<EarlierResult>? earlier = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        RefuseComparison();
        var options = PartitionOptions.Default;
        options = options with
        {
            DegreeOfParallelism = degreeOfParallelism ?? options.DegreeOfParallelism,
            BatchSize = batchSize ?? options.BatchSize,
        };
        return Stream(records, year, options, earlier, cancellationToken);
    }

    internal IEvaluator CreateEvaluator() => EvaluatorOf(perPeriod);

    internal DossierMaker CreateDossierMaker(ILookup<string, EarlierResult>? earlier) =>
        new(Scheme, perRecords is null ? null : options.Engine.CreateEvaluator(perRecords), earlier);

    /// <summary>The assessment that follows from one dossier alone.</summary>
    internal Assessment Assess(IEvaluator evaluator, Dossier dossier, CancellationToken cancellationToken)
    {
        EvaluateDossier(evaluator, dossier, cancellationToken);
        return evaluator.TryGetFirst<Assessment>(out var assessment) ? Finished(evaluator, assessment) : throw new UnreachableException();
    }

    private ILookup<string, EarlierResult>? EarlierBySubject(IReadOnlyList<EarlierResult>? earlier) =>
        Scheme.Inputs.Count == 0 || earlier is null ? null : earlier.ToLookup(result => result.Subject, StringComparer.Ordinal);

    private async IAsyncEnumerable<Assessment> Stream(
        IAsyncEnumerable<SubjectRecord> records,
        int year,
        PartitionOptions options,
        IReadOnlyList<EarlierResult>? earlier,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (results, yearly) = (EarlierBySubject(earlier), parts?.Of(year) ?? this);
        var assessed = PartitionStream.RunAsync(
            perPeriod.Name,
            records.Where(record => record.Subject.Kind == Scheme.SubjectKind),
            () => new ScoringWorker(yearly, year, results),
            static (worker, record, stopping) => worker.Score(record.Subject, record.Entries, stopping),
            options,
            cancellationToken);
        await foreach (var result in assessed.ConfigureAwait(false))
            yield return result.Value;
    }

    private void RefuseComparison()
    {
        if (ComparesSubjects)
            throw new InvalidOperationException(
                $"The scheme '{Scheme.Id}' compares subjects or has rounds, so that none can be assessed alone. "
                + $"Give all of them to {nameof(Score)} together.");
    }
}

/// <summary>A subject with the entries about it, as a stream of subjects brings them.</summary>
/// <remarks>Immutable and thread-safe, as long as the list it was given is left alone.</remarks>
/// <param name="Subject">The subject.</param>
/// <param name="Entries">
/// The entries about it, in any order; chronological order, then by identifier, saves sorting. Those of other years may be among them.
/// </param>
public sealed record SubjectRecord(Subject Subject, IReadOnlyList<Entry> Entries);

/// <summary>Assesses one subject after another by a scheme that compares none with others.</summary>
/// <remarks>Made by <see cref="Scorer.CreateWorker"/>. Not thread-safe: each thread makes its own.</remarks>
public sealed class ScoringWorker
{
    private readonly Scorer scorer;
    private readonly IEvaluator evaluator;
    private readonly DossierMaker dossiers;
    private readonly Period period;

    internal ScoringWorker(Scorer scorer, int year, ILookup<string, EarlierResult>? earlier)
    {
        this.scorer = scorer;
        evaluator = scorer.CreateEvaluator();
        dossiers = scorer.CreateDossierMaker(earlier);
        period = Period.OfYear(year);
    }

    /// <summary>Assesses a subject, with the same result as <see cref="Scorer.Score"/> gives for it among others.</summary>
    /// <param name="subject">The subject, of the scheme's kind.</param>
    /// <param name="entries">
    /// The entries about it, in any order. Those of other years do not count, but the scheme may look back on earlier ones. An array or
    /// <see cref="List{T}"/> of the year's entries alone that is in chronological order, then ordered by identifier, is neither copied nor
    /// sorted; it must
    /// be left alone as long as an assessment with a derivation is in use, and may be reused at once otherwise.
    /// </param>
    /// <param name="cancellationToken">Cancels the assessment, between rules.</param>
    /// <exception cref="ArgumentException">The subject is of another kind, or an entry is about another subject.</exception>
    /// <exception cref="Diagnostics.ProblemException">
    /// The points of the subject go beyond the range of <see cref="Points"/>. The worker remains usable.
    /// </exception>
    /// <exception cref="RuleEvaluationException">A rule failed. The worker remains usable.</exception>
    /// <exception cref="OperationCanceledException">The assessment was cancelled.</exception>
    public Assessment Score(Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entries);
        if (subject.Kind != scorer.Scheme.SubjectKind)
            throw new ArgumentException(
                $"The subject '{subject.Id}' is a {subject.Kind}, but the scheme '{scorer.Scheme.Id}' assesses each "
                + $"{scorer.Scheme.SubjectKind}.",
                nameof(subject));
        foreach (var entry in entries.AsSpan())
        {
            if (entry.Subject != subject.Id)
                throw new ArgumentException($"Entry '{entry.Id}' is about '{entry.Subject}', not about '{subject.Id}'.", nameof(entries));
        }

        return Assess(subject, entries, cancellationToken);
    }

    /// <summary>The same, for a subject and entries that are known to fit.</summary>
    internal Assessment Assess(Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken) =>
        scorer.Assess(
            evaluator,
            dossiers.Make(subject, period, SubjectEntries.Of(entries, period.Year, scorer.Scheme.LookBackMonths > 0)),
            cancellationToken);
}
