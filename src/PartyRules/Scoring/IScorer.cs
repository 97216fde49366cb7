using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>What an application asks of a <see cref="Scorer"/>: so that its tests can put another in its place.</summary>
/// <remarks>Each member does what that of <see cref="Scorer"/> says. Implementations are thread-safe.</remarks>
public interface IScorer
{
    /// <summary>The versions of the scheme.</summary>
    SchemeVersions Versions { get; }

    /// <summary>The day as of which subjects are judged; null for the end of each round and of the year.</summary>
    DateOnly? AsOf { get; }

    /// <summary>
    /// The same scorer, whose assessments carry their derivations, from which <see cref="Explanations.Explainer"/> tells how they came
    /// about; itself where they do already.
    /// </summary>
    IScorer Explaining { get; }

    /// <summary>Whether a year's subjects are compared or have rounds, so that none can be assessed alone.</summary>
    /// <param name="year">The calendar year.</param>
    /// <exception cref="ProblemException">The versions do not make a year: see <see cref="SchemeVersions.Of"/>.</exception>
    bool ComparesSubjects(int year);

    /// <summary>Says what is wrong with what is given, all at once.</summary>
    /// <param name="subjects">The subjects.</param>
    /// <param name="entries">The entries about them.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="earlier">Results that the scheme's inputs name; null for none.</param>
    /// <exception cref="ProblemException">The versions do not make a year: see <see cref="SchemeVersions.Of"/>.</exception>
    IReadOnlyList<Problem> Check(
        IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries, int year, IReadOnlyList<EarlierResult>? earlier = null);

    /// <summary>Assesses every subject for a year; what is given is checked first.</summary>
    /// <param name="subjects">The subjects, all of the scheme's kind; their identifiers differ.</param>
    /// <param name="entries">The entries about them; their identifiers differ.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="progress">Told how many subjects are done, now and then; may be null.</param>
    /// <param name="earlier">Results that the scheme's inputs name; null for none.</param>
    /// <param name="areFactsChecked">Whether the caller has checked all of it already.</param>
    /// <param name="cancellationToken">Cancels the work between rules.</param>
    /// <returns>Assessments in the order of the subjects, then by period, the year last.</returns>
    /// <exception cref="ProblemException">Something is wrong with what was given: carries all of it.</exception>
    /// <exception cref="RuleEvaluationException">A rule failed.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
#pragma warning disable RS0026 // One subject and several are told apart by their first argument, which nobody can leave out.
    IReadOnlyList<Assessment> Score(
        IReadOnlyList<Subject> subjects,
        IReadOnlyList<Entry> entries,
        int year,
        IProgress<int>? progress = null,
        IReadOnlyList<EarlierResult>? earlier = null,
        bool areFactsChecked = false,
        CancellationToken cancellationToken = default);

    /// <summary>Assesses one subject for a year; what is given is checked first.</summary>
    /// <param name="subject">The subject, of the scheme's kind.</param>
    /// <param name="entries">The entries about it, in any order.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="explain">Whether the assessment carries its derivation.</param>
    /// <param name="earlier">Results that the scheme's inputs name; null for none.</param>
    /// <param name="cancellationToken">Cancels the work between rules.</param>
    /// <exception cref="InvalidOperationException">The scheme compares subjects: see <see cref="ComparesSubjects"/>.</exception>
    /// <exception cref="ProblemException">Something is wrong with what was given: carries all of it.</exception>
    /// <exception cref="RuleEvaluationException">A rule failed.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    Assessment Score(
        Subject subject,
        IReadOnlyList<Entry> entries,
        int year,
        bool explain = false,
        IReadOnlyList<EarlierResult>? earlier = null,
        CancellationToken cancellationToken = default);
#pragma warning restore RS0026
}
