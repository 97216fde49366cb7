using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules;

/// <summary>Assesses a year in which a scheme may change: each part of it by the version in force in its time.</summary>
/// <remarks>
/// A round is assessed by the version in force on the round's first day; the year's row by the last version of the year, from the totals and
/// marks that each round has by its own. In a scheme without rounds an entry is worth what the version in force on its day says, and the limits of
/// components, bounds, grades and outcomes are the last version's, because they look at the year as a whole. Entries of days on which no version
/// is in force are an error. Thread-safe; each call works on its own, and scorers are made once for each year.
/// </remarks>
public sealed class VersionedScorer
{
    private readonly List<Scheme> versions;
    private readonly ScorerOptions? options;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, Lazy<(VersionsOfYear Versions, IReadOnlyList<(Scorer Scorer, Func<Period, bool> Owns)> Parts)>> years = new();

    /// <summary>Makes a scorer.</summary>
    /// <param name="versions">Versions of one scheme, at least one, in any order.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no version, they are of different schemes, or their rounds differ in length.</exception>
    public VersionedScorer(IEnumerable<Scheme> versions, ScorerOptions? options = null)
    {
        this.versions = [.. versions];
        this.options = options;
        if (this.versions.Count == 0 || this.versions.Exists(version => version.Id != this.versions[0].Id || version.Round != this.versions[0].Round))
            throw new ArgumentException("Versions of one scheme, with rounds of one length, are needed.", nameof(versions));
    }

    /// <summary>Assesses every subject of the scheme's kind for a year.</summary>
    /// <param name="subjects">The subjects; their identifiers must differ. Those of other kinds are passed over.</param>
    /// <param name="entries">The entries; those of other years, or about subjects of other kinds, are passed over.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <param name="cancellationToken">Asks to give up.</param>
    /// <returns>Assessments in the order of the subjects, then by period, the year last; each names the version that gave it.</returns>
    /// <exception cref="ProblemException">
    /// No version is in force in the year or on the day of an entry, several are at once, or the last one lacks a component in which an earlier one gives points.
    /// </exception>
    /// <exception cref="ArgumentException">Two subjects have one identifier, or an entry is about an unknown subject.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public IReadOnlyList<Assessment> Score(
        IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries, int year, IReadOnlyList<EarlierResult>? earlier = null, CancellationToken cancellationToken = default)
    {
        var (ofYear, parts) = years.GetOrAdd(year, key => new(() => Make(key))).Value;
        var kinds = subjects.DistinctBy(subject => subject.Id, StringComparer.Ordinal).ToDictionary(subject => subject.Id, subject => subject.Kind, StringComparer.Ordinal);
        ofYear.RequireForce(entries.Where(entry => kinds.GetValueOrDefault(entry.Subject) == ofYear.Last.SubjectKind));
        if (parts.Count == 1)
            return parts[0].Scorer.Score(subjects, entries, year, earlier: earlier, cancellationToken: cancellationToken);
        var results = new List<Assessment>();
        var before = new RoundsBefore();
        foreach (var (scorer, owns) in parts)
        {
            var isLast = scorer == parts[^1].Scorer;
            var rows = scorer.ScorePart(subjects, entries, year, new ContestPart(owns, before), earlier, cancellationToken);
            results.AddRange(rows.Where(row => isLast || row.Period.Kind != PeriodKind.Year));
        }

        var order = subjects.Select((subject, i) => (subject.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        return [.. results.OrderBy(row => order[row.Subject.Id]).ThenBy(row => row.Period)];
    }

    private (VersionsOfYear Versions, IReadOnlyList<(Scorer Scorer, Func<Period, bool> Owns)> Parts) Make(int year)
    {
        var ofYear = new VersionsOfYear(versions, year);
        return ofYear.Last.HasRounds
            ? (ofYear, [.. ofYear.Parts.Select(part => (new Scorer(part.Version, options), part.Owns))])
            : (ofYear, [(new Scorer(ofYear.Together(), options), _ => true)]);
    }
}
