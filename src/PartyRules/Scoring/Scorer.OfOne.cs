using System.Collections.Concurrent;
using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Results;

namespace PartyRules.Scoring;

/// <content>One subject in one call.</content>
public sealed partial class Scorer
{
    private readonly ConcurrentQueue<ScoringWorker> idle = [];
    private readonly ConcurrentQueue<ScoringWorker> idleExplaining = [];

    /// <summary>
    /// Assesses one subject for a year, as <see cref="Score(IReadOnlyList{Subject}, IReadOnlyList{Entry}, int, IProgress{int}?,
    /// IReadOnlyList{EarlierResult}?, bool, CancellationToken)"/> does among others: for requests that come one by one, from any number of
    /// threads. What makes ready to score is kept for the next call of the same year, one for each processor at most; nothing of the
    /// subject is.
    /// </summary>
    /// <param name="subject">The subject, of the scheme's kind.</param>
    /// <param name="entries">
    /// The entries about it, in any order. Those of other years do not count, but the scheme may look back on earlier ones. The list must
    /// be left alone as long as an assessment with a derivation is in use.
    /// </param>
    /// <param name="year">The calendar year.</param>
    /// <param name="explain">
    /// Whether the assessment carries its derivation, from which <see cref="Explanations.Explainer"/> tells how it came about. True costs
    /// this call alone; where the options ask for derivations, it always does.
    /// </param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <param name="cancellationToken">Cancels the work between rules.</param>
    /// <exception cref="InvalidOperationException">The scheme compares subjects: see <see cref="ComparesSubjects"/>.</exception>
    /// <exception cref="ProblemException">
    /// Something is wrong with what was given: carries all of it, up to 1,000, at paths such as <c>subject.category</c> and
    /// <c>entries[5].item</c>. Or no version is in force in the year, or several are at once; or the points of the subject go beyond the
    /// range of <see cref="Points"/>.
    /// </exception>
    /// <exception cref="RuleEvaluationException">A rule failed.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
#pragma warning disable RS0026 // One subject and several are told apart by their first argument, which nobody can leave out.
    public Assessment Score(
#pragma warning restore RS0026
        Subject subject,
        IReadOnlyList<Entry> entries,
        int year,
        bool explain = false,
        IReadOnlyList<EarlierResult>? earlier = null,
        CancellationToken cancellationToken = default)
    {
        RefuseComparison(year);
        var explains = explain || options.Derivations;
        var known = explains ? idleExplaining : idle;
        var worker = known.TryDequeue(out var last) && last.Year == year
            ? last
            : new ScoringWorker(plans[Versions.Of(year)], year, null, CheckOf(year), explains);
        try
        {
            return worker.Score(subject, entries, earlier ?? [], cancellationToken);
        }
        finally
        {
            worker.Forget();
            if (known.Count < Environment.ProcessorCount)
                known.Enqueue(worker);
        }
    }
}
