using System.Runtime.InteropServices;
using PartyRules.Data.Messages;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Data.Summaries;

/// <summary>What a person wants to know of a run at a glance: added up while results pass by, so that they need not be kept.</summary>
/// <remarks>
/// The same results give the same summary in whatever order, and on however many threads, they are added. Not thread-safe.
/// </remarks>
public sealed class RunSummary
{
    private const int Extremes = 10;
    private readonly long[] statuses = new long[Enum.GetValues<AssessmentStatus>().Length];
    private readonly Dictionary<string, long> grades = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Seen> outcomes = new(StringComparer.Ordinal);
    private readonly SortedSet<TotalLine> highest = new(TotalLine.HighestFirst);
    private readonly SortedSet<TotalLine> lowest = new(TotalLine.HighestFirst);
    private readonly List<TotalLine> first = [];

    internal RunSummary(Scheme scheme, int year) => (Scheme, Year, OtherKinds) = (scheme, year, new OtherKinds(scheme));

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>The year that was assessed: that in which it begins.</summary>
    public int Year { get; }

    private Period Whole => Period.OfYear(Year, Scheme.FirstMonth);

    /// <summary>
    /// The files that the data was read from, in the order of their names, with the SHA-256 of their bytes; empty for data that was made
    /// otherwise.
    /// </summary>
    public IReadOnlyList<(string Name, string Sha256)> Files { get; internal set; } = [];

    /// <summary>How many subjects the data holds, of whatever kind.</summary>
    public long Subjects { get; internal set; }

    /// <summary>Those of the subjects that have no result, because they are of a kind that the scheme does not assess.</summary>
    public OtherKinds OtherKinds { get; internal init; }

    /// <summary>What a person should know about the data though it is no mistake; empty for nothing.</summary>
    public IReadOnlyList<DataNotice> Notices { get; internal set; } = [];

    /// <summary>Entries that say the same under two identifiers, while results pass by.</summary>
    internal TwinEntries Twins { get; } = new();

    /// <summary>How many entries the data holds, of whatever year.</summary>
    public long Entries { get; internal set; }

    /// <summary>How many entries fall in other years: those that are looked back at, and those that do not count.</summary>
    public long EntriesOutsideYear { get; internal set; }

    /// <summary>
    /// How many of the entries outside the year lie in the months before it that the scheme looks back at; whether one counts, the
    /// clauses say.
    /// </summary>
    public long EntriesLookedBackAt { get; internal set; }

    /// <summary>The day from which the year was assessed, where the scheme begins within it; null for a whole year.</summary>
    public DateOnly? BeginsOn => Scheme.BeginsWithin(Year);

    /// <summary>The day as of which subjects were judged; null for the end of the year.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>The date of the year's last entry; null where the year has none.</summary>
    public DateOnly? LastEntry { get; private set; }

    /// <summary>
    /// Whether the entries end before the year's last month though clauses ask for what is not recorded: what is still to come was then
    /// judged as not done.
    /// </summary>
    public bool EndsEarly => AsOf is null && LastEntry < Whole.End.AddDays(1 - Whole.End.Day) && SchemeUses.Of(Scheme).JudgesAbsence;

    /// <summary>How many results there are.</summary>
    public long Results => statuses.Sum();

    /// <summary>How many results carry a total.</summary>
    public long Totals { get; private set; }

    /// <summary>The highest ten totals, the highest first, equal ones by subject and period.</summary>
    public IReadOnlyList<TotalLine> Highest => [.. highest];

    /// <summary>The lowest ten totals, the lowest last.</summary>
    public IReadOnlyList<TotalLine> Lowest => [.. lowest];

    /// <summary>Results of rank 1, by period, then in the order of the subjects.</summary>
    public IReadOnlyList<TotalLine> First =>
        [.. first.OrderBy(line => line.Period).ThenBy(line => line.Subject, StringComparer.Ordinal)];

    /// <summary>Findings, awards, recommendations and measures with how often each was given, by code, ordinally.</summary>
    public IReadOnlyList<OutcomeCount> Outcomes =>
    [
        .. outcomes.Values.Select(seen => new OutcomeCount(seen.Of.Kind, seen.Of.Code, seen.Of.Name, seen.Count))
            .OrderBy(outcome => outcome.Code, StringComparer.Ordinal),
    ];

    /// <summary>How many results have a status.</summary>
    /// <param name="status">The status.</param>
    public long CountOf(AssessmentStatus status) => statuses[(int)status];

    /// <summary>How many results have a grade.</summary>
    /// <param name="grade">The grade, of the scheme.</param>
    public long CountOf(GradeBand grade) => grades.GetValueOrDefault(grade.Id);

    /// <summary>Counts an entry that falls in another year.</summary>
    internal void AddOutsideYear(DateOnly date)
    {
        EntriesOutsideYear++;
        if (Scheme.LooksBackAt(date, Year))
            EntriesLookedBackAt++;
    }

    internal void Add(Assessment result)
    {
        statuses[(int)result.Status]++;
        AsOf ??= result.AsOf;
        if (result.Grade is { } grade)
            CollectionsMarshal.GetValueRefOrAddDefault(grades, grade.Id, out _)++;
        Add(result.Findings);
        Add(result.Awards);
        Add(result.Recommendations);
        Add(result.Measures);
        if (result.Total is not { } total)
            return;
        Totals++;
        if (IsExtreme(total))
            Add(TotalLine.Of(result, total));
        if (result.Rank == 1)
            first.Add(TotalLine.Of(result, total));
    }

    /// <summary>Takes note of the date of an entry of the year.</summary>
    internal void AddEntryOfYear(DateOnly date) => LastEntry = date < LastEntry ? LastEntry : date;

    internal void Add(RunSummary other)
    {
        Subjects += other.Subjects;
        Entries += other.Entries;
        EntriesOutsideYear += other.EntriesOutsideYear;
        EntriesLookedBackAt += other.EntriesLookedBackAt;
        AsOf ??= other.AsOf;
        if (other.LastEntry is { } last)
            AddEntryOfYear(last);
        OtherKinds.Add(other.OtherKinds);
        Twins.Add(other.Twins);
        Totals += other.Totals;
        for (var i = 0; i < statuses.Length; i++)
            statuses[i] += other.statuses[i];
        foreach (var (grade, count) in other.grades)
            grades[grade] = grades.GetValueOrDefault(grade) + count;
        foreach (var seen in other.outcomes.Values)
            Add(seen.Of, seen.Count);
        foreach (var line in other.highest.Concat(other.lowest))
            Add(line);
        first.AddRange(other.first);
    }

    /// <summary>Most results are passed over here, before anything is made for them.</summary>
    private bool IsExtreme(Points total) =>
        highest.Count < Extremes || total >= highest.Max!.Total || total <= lowest.Min!.Total;

    private void Add(TotalLine line)
    {
        highest.Add(line);
        lowest.Add(line);
        if (highest.Count > Extremes)
            highest.Remove(highest.Max!);
        if (lowest.Count > Extremes)
            lowest.Remove(lowest.Min!);
    }

    private void Add(IReadOnlyList<Outcome> given)
    {
        for (var i = 0; i < given.Count; i++)
            Add(given[i], 1);
    }

    private void Add(Outcome outcome, long count)
    {
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(outcomes, outcome.Code, out var isKnown);
        seen = isKnown ? seen with { Count = seen.Count + count } : new Seen(outcome, count);
    }

    private readonly record struct Seen(Outcome Of, long Count);
}

/// <summary>A result's total, for lists of the highest and lowest.</summary>
/// <param name="Subject">The subject's identifier.</param>
/// <param name="Name">Identifier and name.</param>
/// <param name="Period">The period.</param>
/// <param name="Total">The total.</param>
/// <param name="Grade">The grade; null for none.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TotalLine(string Subject, string Name, Period Period, Points Total, GradeBand? Grade)
{
    /// <summary>The total as it is compared with the bounds of the grades, where rounding makes it another; otherwise null.</summary>
    public Points? RoundedTotal { get; init; }

    internal static IComparer<TotalLine> HighestFirst { get; } = Comparer<TotalLine>.Create((left, right) =>
        left.Total != right.Total ? right.Total.CompareTo(left.Total)
        : string.CompareOrdinal(left.Subject, right.Subject) is var bySubject && bySubject != 0 ? bySubject
        : left.Period.CompareTo(right.Period));

    internal static TotalLine Of(Assessment result, Points total) =>
        new(result.Subject.Id, result.Subject.ToString(), result.Period, total, result.Grade) { RoundedTotal = result.RoundedTotal };
}

/// <summary>How often an outcome was given.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The code in results.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Count">How often.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record OutcomeCount(OutcomeKind Kind, string Code, LocalText Name, long Count);
