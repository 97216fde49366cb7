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

    internal ScoringWorker(YearPlan plan, int year, ILookup<string, EarlierResult>? earlier)
    {
        this.plan = plan;
        evaluator = plan.EvaluatorOf(plan.Points);
        dossiers = plan.CreateDossiers(earlier);
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
    /// <param name="cancellationToken">Cancels the work between rules.</param>
    /// <exception cref="ArgumentException">The subject is of another kind, or an entry is about another subject.</exception>
    /// <exception cref="Diagnostics.ProblemException">
    /// The points of the subject go beyond the range of <see cref="Points"/>. The worker remains usable.
    /// </exception>
    /// <exception cref="RuleEvaluationException">A rule failed. The worker remains usable.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled. The worker remains usable.</exception>
    public Assessment Score(Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entries);
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

        return Assess(subject, entries, cancellationToken);
    }

    /// <summary>Assesses a subject of the right kind with its own entries.</summary>
    internal Assessment Assess(Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var own = plan.EntriesOf(entries, period.Year);
        plan.Evaluate(evaluator, dossiers.Make(subject, period, own), cancellationToken);
        return evaluator.TryGetFirst<Assessment>(out var assessment)
            ? plan.Finish(evaluator, assessment)
            : throw new UnreachableException();
    }
}
