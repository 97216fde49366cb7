using System.Diagnostics;
using PartyRules.Engine;
using PartyRules.Results;

namespace PartyRules.Scoring;

/// <summary>A subject with the entries about it, as a stream of subjects brings them.</summary>
/// <remarks>Immutable and thread-safe, as long as the list it was given is left alone.</remarks>
/// <param name="subject">The subject.</param>
/// <param name="entries">
/// The entries about it, in any order; chronological order, then by identifier, saves sorting. Those of other years may be among them.
/// </param>
public sealed class SubjectRecord(Subject subject, IReadOnlyList<Entry> entries)
{
    /// <summary>The subject.</summary>
    public Subject Subject { get; } = subject;

    /// <summary>The entries about it.</summary>
    public IReadOnlyList<Entry> Entries { get; } = entries;
}

/// <summary>Assesses one subject after another by a scheme that compares none with others.</summary>
/// <remarks>Made by <see cref="Scorer.CreateWorker"/>. Not thread-safe: each thread makes its own.</remarks>
public sealed class ScoringWorker
{
    private readonly YearPlan plan;
    private readonly IEvaluator evaluator;
    private readonly Dossiers dossiers;
    private readonly Period period;
    private readonly GivenFacts? check;
    private readonly bool explains;

    /// <param name="plan">How the year is worked out.</param>
    /// <param name="year">The year.</param>
    /// <param name="earlier">The earlier results by subject; null for none.</param>
    /// <param name="check">Checks what is given; null where the caller has.</param>
    /// <param name="explains">Whether assessments carry their derivation, even where the options do not ask for it.</param>
    internal ScoringWorker(YearPlan plan, int year, OtherResults? earlier, GivenFacts? check, bool explains = false)
    {
        this.plan = plan;
        this.check = check;
        this.explains = explains;
        evaluator = plan.EvaluatorOf(plan.Points, explains);
        dossiers = plan.CreateDossiers(earlier);
        period = plan.Scheme.WholeOf(year);
    }

    /// <summary>Assesses a subject, with the same result as <see cref="Scorer.Score(IReadOnlyList{Subject}, IReadOnlyList{Entry}, int,
    /// IProgress{int}?, IReadOnlyList{EarlierResult}?, bool, CancellationToken)"/> gives for it among others.</summary>
    /// <param name="subject">The subject, of the scheme's kind.</param>
    /// <param name="entries">
    /// The entries about it, in any order. Those of other years do not count, but the scheme may look back on earlier ones. An array or
    /// <see cref="List{T}"/> of the year's entries alone that is in chronological order, then ordered by identifier, is neither copied nor
    /// sorted; it must be left alone as long as an assessment with a derivation is in use, and may be reused at once otherwise.
    /// </param>
    /// <param name="cancellationToken">Cancels the work between rules.</param>
    /// <exception cref="Diagnostics.ProblemException">
    /// Something is wrong with the subject or its entries, as <see cref="Scorer.Score(IReadOnlyList{Subject}, IReadOnlyList{Entry}, int,
    /// IProgress{int}?, IReadOnlyList{EarlierResult}?, bool, CancellationToken)"/> lists it; carries a problem for each, up to 1,000,
    /// at paths such as <c>subject.category</c> and <c>entries[5].item</c>. Or the points of the subject go beyond the range of
    /// <see cref="Points"/>. The worker remains usable.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The facts count as checked, and the subject is of another kind, or an entry is about another subject.
    /// </exception>
    /// <exception cref="RuleEvaluationException">A rule failed. The worker remains usable.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled. The worker remains usable.</exception>
    public Assessment Score(Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entries);
        if (check is null)
            RefuseOthers(subject, entries);
        else
            check.Refuse(subject, entries);
        return Assess(subject, entries, cancellationToken);
    }

    /// <summary>Assesses a subject with the results that its scheme looks at, instead of those for which the worker was made.</summary>
    internal Assessment Score(
        Subject subject, IReadOnlyList<Entry> entries, IReadOnlyList<EarlierResult> earlier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entries);
        if (check is null)
            RefuseOthers(subject, entries);
        else
            check.Refuse(subject, entries, earlier: earlier);
        dossiers.Earlier = plan.LookedAt(earlier);
        return Assess(subject, entries, cancellationToken);
    }

    /// <summary>The year for which it assesses.</summary>
    internal int Year => period.Year;

    /// <summary>Forgets whom it has assessed.</summary>
    internal void Forget()
    {
        evaluator.Reset();
        dossiers.Earlier = null;
    }

    /// <summary>Assesses a record of a stream.</summary>
    internal Assessment Score(NumberedRecord numbered, CancellationToken cancellationToken)
    {
        var (record, number, twin) = numbered;
        if (check is null)
            return Score(record.Subject, record.Entries, cancellationToken);
        if (record is null)
            throw GivenFacts.NoRecord(number);
        check.Refuse(record.Subject, record.Entries, number, twin);
        return Assess(record.Subject, record.Entries, cancellationToken);
    }

    /// <summary>Assesses a subject of the right kind with its own entries.</summary>
    internal Assessment Assess(Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var own = plan.EntriesOf(entries, period.Year);
        plan.Evaluate(evaluator, dossiers.Make(subject, period, own), cancellationToken);
        return evaluator.TryGetFirst<Assessment>(out var assessment)
            ? plan.Finish(evaluator, assessment, explains)
            : throw new UnreachableException();
    }

    /// <summary>What is checked in any case, because it costs next to nothing.</summary>
    private void RefuseOthers(Subject subject, IReadOnlyList<Entry> entries)
    {
        var scheme = plan.Scheme;
        if (subject.Kind != scheme.SubjectKind)
        {
            throw new ArgumentException(
                $"The subject '{subject.Id}' is a {subject.Kind}, but the scheme '{scheme.Id}' assesses each {scheme.SubjectKind}.",
                nameof(subject));
        }

        foreach (var entry in entries.AsSpan())
        {
            if (entry.Subject != subject.Id)
                throw new ArgumentException($"Entry '{entry.Id}' is about '{entry.Subject}', not about '{subject.Id}'.", nameof(entries));
        }
    }
}

/// <summary>A record of a stream.</summary>
/// <param name="Record">The record.</param>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Twin">The number of the record before that has the same subject; null for none.</param>
internal readonly record struct NumberedRecord(SubjectRecord Record, int Number, int? Twin);
