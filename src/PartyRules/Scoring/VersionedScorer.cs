using System.Collections.Concurrent;
using PartyRules.Clauses.Selections;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Scoring;

/// <summary>Assesses a year in which a scheme may change: each part of it by the version in force in its time.</summary>
/// <remarks>
/// A round is assessed by the version in force on the round's first day; the year's row by the last version of the year, from the totals
/// and
/// marks that each round has by its own. In a scheme without rounds an entry is worth what the version in force on its day says, a limit's
/// window is
/// capped by the version in force on its last day, and bounds, grades and outcomes are the last version's, because they look at the year as
/// a whole.
/// Entries of days on which no version is in force are an error. Thread-safe; each call works on its own, and scorers are made once for
/// each version.
/// </remarks>
public sealed class VersionedScorer
{
    private readonly ScorerOptions? options;
    private readonly ConcurrentDictionary<Scheme, Lazy<Scorer>> scorers = new();

    /// <summary>Makes a scorer.</summary>
    /// <param name="versions">The versions of the scheme.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    public VersionedScorer(SchemeVersions versions, ScorerOptions? options = null)
    {
        Versions = versions;
        this.options = options;
    }

    /// <summary>Makes a scorer of a scheme that has one version alone.</summary>
    /// <param name="scorer">The scorer of the version.</param>
    public VersionedScorer(Scorer scorer)
        : this(new SchemeVersions([scorer.Scheme]), scorer.Options) =>
        scorers.TryAdd(scorer.Scheme, new Lazy<Scorer>(scorer));

    /// <summary>The versions of the scheme.</summary>
    public SchemeVersions Versions { get; }

    /// <summary>The scorer that assesses a year alone; null where rounds of the year go by different versions.</summary>
    /// <param name="year">The calendar year.</param>
    /// <exception cref="ProblemException">The versions do not make a year: see <see cref="SchemeVersions.Of"/>.</exception>
    public Scorer? Of(int year) => Versions.HasRounds && Versions.In(year).Count > 1 ? null : ScorerOf(Versions.Of(year));

    /// <summary>Assesses every subject of the scheme's kind for a year.</summary>
    /// <param name="subjects">The subjects; their identifiers must differ. Those of other kinds are passed over.</param>
    /// <param name="entries">The entries; those of other years, or about subjects of other kinds, are passed over.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="progress">Told how many subjects are done, now and then; may be null.</param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <param name="cancellationToken">Cancels the assessment.</param>
    /// <returns>Assessments in the order of the subjects, then by period, the year last; each names the version that gave it.</returns>
    /// <exception cref="ProblemException">
    /// No version is in force in the year or on the day of an entry, several are at once, or the last one lacks a component in which an
    /// earlier one gives points; or the
    /// points of a subject go beyond the range of <see cref="Points"/>.
    /// </exception>
    /// <exception cref="ArgumentException">Two subjects have one identifier, or an entry is about an unknown subject.</exception>
    /// <exception cref="OperationCanceledException">The assessment was cancelled.</exception>
    public IReadOnlyList<Assessment> Score(
        IReadOnlyList<Subject> subjects,
        IReadOnlyList<Entry> entries,
        int year,
        IProgress<int>? progress = null,
        IReadOnlyList<EarlierResult>? earlier = null,
        CancellationToken cancellationToken = default)
    {
        var whole = Of(year);
        RequireForce(subjects, entries, year);
        if (whole is not null)
            return whole.Score(subjects, entries, year, progress, earlier, cancellationToken);
        var results = new List<Assessment>();
        var before = new RoundsBefore();
        var versions = Versions.In(year);
        foreach (var version in versions)
        {
            var part = new ContestPart(round => version.IsInForce(round.Start), before);
            var rows = ScorerOf(version)
                .ScorePart(subjects, entries, year, part, version == versions[^1] ? progress : null, earlier, cancellationToken);
            results.AddRange(rows.Where(row => version == versions[^1] || row.Period.Kind != PeriodKind.Year));
        }

        var order = subjects.Select((subject, i) => (subject.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        return [.. results.OrderBy(row => order[row.Subject.Id]).ThenBy(row => row.Period)];
    }

    private Scorer ScorerOf(Scheme version) => scorers.GetOrAdd(version, known => new Lazy<Scorer>(() => new Scorer(known, options))).Value;

    /// <summary>Refuses entries of days without a version: that none is in force never looks like having scored nothing.</summary>
    private void RequireForce(IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries, int year)
    {
        if (Versions.FirstDayWithout(year) is null)
            return;
        var kinds = subjects.DistinctBy(subject => subject.Id, StringComparer.Ordinal)
            .ToDictionary(subject => subject.Id, subject => subject.Kind, StringComparer.Ordinal);
        List<Problem> problems =
        [
            .. entries.Where(entry => entry.Date.Year == year && kinds.GetValueOrDefault(entry.Subject) == Versions.All[0].SubjectKind)
                .Select(entry => entry.Date)
                .Distinct()
                .Where(day => Versions.On(day) is null)
                .Order()
                .Take(100)
                .Select(day => Versions.NoneInForce(day, new SourceLocation())),
        ];
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }
}
