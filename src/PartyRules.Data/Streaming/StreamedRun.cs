using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Selections;
using PartyRules.Data.Writing;
using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Validation;

namespace PartyRules.Data.Streaming;

/// <summary>Scores CSV files as they are read, for schemes that do not compare subjects, in memory that does not grow with their number.</summary>
internal sealed class StreamedRun(
    Scorer scorer,
    Scheme scheme,
    FactChecker checker,
    int year,
    string folder,
    ScoreRunOptions options,
    ResultsOutput output,
    IReadOnlyList<EarlierResult> earlier,
    string spillFolder,
    CancellationToken cancellationToken)
{
    private const int MostParts = 2048;

    public Scorer Scorer => scorer;

    public Scheme Scheme => scheme;

    public FactChecker Checker => checker;

    public ResultsOutput Output => output;

    public IReadOnlyList<EarlierResult> Earlier => earlier;

    public int Year => year;

    public bool IsYearGiven => options.Year is not null;

    /// <summary>The summary once the output is complete; null where the data is doubtful, or not such as can be streamed.</summary>
    /// <exception cref="ProblemException">The data is right, but nobody is of the kind that the scheme assesses.</exception>
    public RunSummary? Score()
    {
        if (!AreTablesSound())
            return null;
        var verdict = ScoreSorted(out var summary);
        if (verdict == Verdict.Unsorted)
            verdict = ScorePartitioned(out summary);
        if (verdict != Verdict.Fine)
            return null;
        if (summary is { Results: 0, OtherKinds.Subjects: > 0 })
            throw new ProblemException(summary.OtherKinds.Nobody("subjects.csv"));
        output.Complete();
        return summary;
    }

    /// <summary>Whether the data is of files that can be scored while they are read.</summary>
    public static bool AreStreamable(string folder)
    {
        var problems = new Reading.ProblemLog();
        return Array.TrueForAll(["subjects", "entries"], table => Reading.Table.PathOf(folder, table, problems) is var path && Path.GetExtension(path) == ".csv" && File.Exists(path)) && problems.Count == 0;
    }

    /// <summary>The year of the first entry; 0 where it cannot be told.</summary>
    public static int YearOfFirst(string folder, int blockBytes, SchemeWords words)
    {
        using var tables = Tables.Open(folder, blockBytes, words);
        if (tables.Entries.IsDoubtful || tables.EntryColumns[3] < 0)
            return 0;
        using var block = tables.Entries.Next();
        if (block is null)
            return 0;
        using var rows = tables.Entries.Read(block.Rows.Memory);
        return rows.Read() && Fields.TryDate(rows.GetSpan(tables.EntryColumns[3]), out var date) ? date.Year : 0;
    }

    private bool AreTablesSound()
    {
        using var tables = Open();
        return tables.AreSound(scheme);
    }

    private Verdict ScoreSorted(out RunSummary summary)
    {
        using var tables = Open();
        var units = new SortedUnits(tables);
        var verdict = ScoreUnits(tables, units.All(), (_, unit) => unit, () => (double)tables.Entries.Position / tables.Entries.Length, out summary, out var ascend);
        if (verdict == Verdict.Fine)
            verdict = units.Verdict;
        return verdict == Verdict.Fine && !ascend && AreIdsRepeated() ? Verdict.Doubtful : verdict;
    }

    /// <summary>Where identifiers do not ascend, only comparing them all shows that none repeats.</summary>
    private bool AreIdsRepeated()
    {
        using var tables = Open();
        using var ids = new DistinctIds(spillFolder);
        var collectors = Enumerable.Range(0, options.Threads).Select(_ => ids.Collect()).ToList();
        Pipeline.Run(PartitionedUnits.Blocks(tables.Entries), collectors, (collector, block) => Collect(tables, collector, block), _ => true, cancellationToken);
        collectors.ForEach(collector => collector.Flush());
        return ids.Repeated(cancellationToken).Count > 0;
    }

    private static bool Collect(Tables tables, DistinctIds.Collector collector, RowBlock block)
    {
        using (block)
        {
            using var rows = tables.Entries.Read(block.Rows.Memory);
            while (rows.Read())
                collector.Add(rows.GetSpan(tables.EntryColumns[0]));
            return true;
        }
    }

    private Verdict ScorePartitioned(out RunSummary summary)
    {
        summary = new RunSummary(scheme, Year);
        var splitters = Split();
        using var tables = Open();
        using var partitions = new PartitionedUnits(tables, splitters, spillFolder);
        var verdict = partitions.Spread(options.Threads, () => options.Progress?.Report(new RunProgress(0.5 * tables.Entries.Position / tables.Entries.Length, 0)), cancellationToken);
        if (verdict != Verdict.Fine)
            return verdict;
        var made = 0;
        var units = Enumerable.Range(0, partitions.Parts).Select(part => made = part);
        verdict = ScoreUnits(tables, units, (_, part) => partitions.Make(part), () => 0.5 + (0.5 * made / partitions.Parts), out summary, out _);
        return verdict == Verdict.Fine ? Verdict.Fine : Verdict.Doubtful;
    }

    private Splitters Split()
    {
        using var tables = Open();
        var parts = (int)Math.Clamp((tables.Entries.Length + tables.Subjects.Length) / options.RangeBytes, 1, MostParts);
        return Splitters.Of(tables.Subjects, tables.SubjectColumns[0], parts);
    }

    private Verdict ScoreUnits<TItem>(Tables tables, IEnumerable<TItem> items, Func<UnitScorer, TItem, Unit?> make, Func<double> share, out RunSummary summary, out bool ascend)
    {
        var scorers = Enumerable.Range(0, options.Threads).Select(_ => new UnitScorer(tables, this)).ToList();
        var (verdict, isAscending, subjects) = (Verdict.Fine, true, 0L);
        byte[]? last = null;
        output.Start();
        bool Next(UnitResult result)
        {
            verdict = result.Verdict;
            if (result.Results is not { } results)
                return false;
            output.Append(results);
            isAscending &= result.IdsAscend && (last is null || result.FirstId is null || last.AsSpan().SequenceCompareTo(result.FirstId) < 0);
            last = result.LastId ?? last;
            subjects += result.Subjects;
            options.Progress?.Report(new RunProgress(share(), subjects));
            return true;
        }

        Pipeline.Run(items, scorers, (scorer, item) => make(scorer, item) is { } unit ? scorer.Score(unit, cancellationToken) : new UnitResult(Verdict.Doubtful), Next, cancellationToken);
        summary = new RunSummary(scheme, Year);
        foreach (var each in scorers)
        {
            summary.Add(each.Summary);
            each.Dispose();
        }

        ascend = isAscending;
        return verdict;
    }

    private Tables Open() => Tables.Open(folder, options.BlockBytes, scheme.Words);
}
