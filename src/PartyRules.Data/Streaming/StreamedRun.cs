using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Summaries;
using PartyRules.Data.Tables;
using PartyRules.Data.Writing;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Validation;

namespace PartyRules.Data.Streaming;

/// <summary>How a streamed run works.</summary>
internal sealed record StreamingOptions
{
    public required Scorer Scorer { get; init; }

    /// <summary>The scheme of the year.</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>The versions of the scheme by which the year is assessed.</summary>
    public required IReadOnlyList<Scheme> Versions { get; init; }

    public required FactChecker Checker { get; init; }

    public required int Year { get; init; }

    /// <summary>Whether the year was asked for; otherwise all entries must fall in it.</summary>
    public required bool IsYearGiven { get; init; }

    /// <summary>The data set.</summary>
    public required string Folder { get; init; }

    /// <summary>Where temporary files go.</summary>
    public required string SpillFolder { get; init; }

    public required IReadOnlyList<EarlierResult> Earlier { get; init; }

    /// <summary>What is to be said about the data so far.</summary>
    public required IReadOnlyList<DataNotice> Notices { get; init; }

    public required int Threads { get; init; }

    public required int BlockBytes { get; init; }

    public required int RangeBytes { get; init; }

    /// <summary>Told the share of the work that is done, and how many subjects are scored; null for nobody.</summary>
    public Action<double, long>? Progress { get; init; }
}

/// <summary>
/// Scores CSV files as they are read, for schemes that do not compare subjects, in memory that does not grow with their number.
/// </summary>
internal sealed class StreamedRun(StreamingOptions options, ResultsOutput output, CancellationToken cancellationToken)
{
    private const int MostParts = 2048;
    private readonly Scorer scorer = options.Scorer;
    private readonly string spillFolder = options.SpillFolder;
    private readonly ProblemLog log = new();
    private UnusedColumns unused = null!;

    public Scorer Scorer => scorer;

    public Scheme Scheme => options.Scheme;

    public FactChecker Checker => options.Checker;

    public ResultsOutput Output => output;

    public IReadOnlyList<EarlierResult> Earlier => options.Earlier;

    public int Year => options.Year;

    public Period Whole => Period.OfYear(options.Year, options.Scheme.FirstMonth);

    public bool IsYearGiven => options.IsYearGiven;

    /// <summary>The summary once the output is complete; null where the data needs the strict reading.</summary>
    /// <exception cref="ProblemException">The data is right, but nobody is of the kind that the scheme assesses.</exception>
    public RunSummary? Score()
    {
        if (CheckTables() is not { } columns)
            return null;
        unused = columns;
        var status = ScoreSorted(out var summary);
        if (status == BlockStatus.Unsorted)
            status = ScorePartitioned(out summary);
        if (status != BlockStatus.Sound)
            return null;
        if (summary is { Results: 0, OtherKinds.Subjects: > 0 })
            throw new ProblemException(summary.OtherKinds.Nobody(StreamedTables.SubjectFile));
        output.Complete();
        return summary;
    }

    /// <summary>Whether the data is of files that can be scored while they are read.</summary>
    public static bool AreStreamable(string folder) =>
        Directory.Exists(folder) && !File.Exists(Mapping.PathOf(folder))
        && IsStreamable(folder, "subjects", StreamedTables.SubjectFile)
        && IsStreamable(folder, "entries", StreamedTables.EntryFile);

    private static bool IsStreamable(string folder, string table, string file)
    {
        var problems = new ProblemLog();
        return TableFile.Of(folder, table, problems) is { Exists: true } found && found.Name == file && problems.Count == 0;
    }

    /// <summary>The year of the first entry; 0 where it cannot be told.</summary>
    public static int YearOfFirst(string folder, int blockBytes, Scheme scheme)
    {
        using var tables = StreamedTables.Open(folder, blockBytes, scheme);
        if (tables.Entries.NeedsStrictReading || tables.PlaceOf(EntryColumns.Date) < 0)
            return 0;
        using var block = tables.Entries.Next();
        if (block is null)
            return 0;
        using var rows = tables.Entries.Read(block.Rows.Memory);
        return rows.Read() && Fields.TryDate(rows.GetSpan(tables.PlaceOf(EntryColumns.Date)), out var date)
            ? Period.Containing(date, PeriodKind.Year, scheme.FirstMonth).Year
            : 0;
    }

    private UnusedColumns? CheckTables()
    {
        using var tables = Open();
        return tables.Check(options.Scheme, options.Versions, log);
    }

    private BlockStatus ScoreSorted(out RunSummary summary)
    {
        using var tables = Open();
        var blocks = new SortedBlocks(tables);
        double Share()
        {
            return (double)tables.Entries.Position / tables.Entries.Length;
        }

        var status = ScoreBlocks(tables, blocks.All(), (_, block) => block, Share, out summary, out var ascend);
        if (status == BlockStatus.Sound)
            status = blocks.Status;
        return status == BlockStatus.Sound && !ascend && AreIdsRepeated() ? BlockStatus.NeedsStrictReading : status;
    }

    /// <summary>Where identifiers do not ascend, only comparing them all shows that none repeats.</summary>
    private bool AreIdsRepeated()
    {
        using var tables = Open();
        using var ids = new DistinctIds(spillFolder);
        var collectors = Enumerable.Range(0, options.Threads).Select(_ => ids.Collect()).ToList();
        var blocks = PartitionedBlocks.Blocks(tables.Entries);
        Pipeline.Run(blocks, collectors, (collector, block) => Collect(tables, collector, block), _ => true, cancellationToken);
        collectors.ForEach(collector => collector.Flush());
        return ids.Repeated(cancellationToken).Count > 0;
    }

    private static bool Collect(StreamedTables tables, DistinctIds.Collector collector, RowBlock block)
    {
        using (block)
        {
            using var rows = tables.Entries.Read(block.Rows.Memory);
            while (rows.Read())
                collector.Add(rows.GetSpan(tables.PlaceOf(EntryColumns.Id)));
            return true;
        }
    }

    private BlockStatus ScorePartitioned(out RunSummary summary)
    {
        summary = new RunSummary(options.Scheme, Year);
        var splitters = Split();
        using var tables = Open();
        using var partitions = new PartitionedBlocks(tables, splitters, spillFolder);
        void Tell()
        {
            options.Progress?.Invoke(0.5 * tables.Entries.Position / tables.Entries.Length, 0);
        }

        var status = partitions.Spread(options.Threads, Tell, cancellationToken);
        if (status != BlockStatus.Sound)
            return status;
        var made = 0;
        var blocks = Enumerable.Range(0, partitions.Parts).Select(part => made = part);
        double Share()
        {
            return 0.5 + (0.5 * made / partitions.Parts);
        }

        status = ScoreBlocks(tables, blocks, (_, part) => partitions.Make(part), Share, out summary, out _);
        return status == BlockStatus.Sound ? BlockStatus.Sound : BlockStatus.NeedsStrictReading;
    }

    private Splitters Split()
    {
        using var tables = Open();
        var parts = (int)Math.Clamp((tables.Entries.Length + tables.Subjects.Length) / options.RangeBytes, 1, MostParts);
        return Splitters.Of(tables.Subjects, tables.PlaceOf(SubjectColumns.Id), parts);
    }

    private BlockStatus ScoreBlocks<TItem>(
        StreamedTables tables,
        IEnumerable<TItem> items,
        Func<BlockScorer, TItem, SubjectBlock?> make,
        Func<double> share,
        out RunSummary summary,
        out bool ascend)
    {
        using var likenesses = new LikenessPass(spillFolder);
        var scorers = Enumerable.Range(0, options.Threads).Select(_ => new BlockScorer(tables, this, likenesses.Collect(), unused.Anew()))
            .ToList();
        var (status, isAscending, subjects) = (BlockStatus.Sound, true, 0L);
        byte[]? last = null;
        output.Start();
        bool Next(BlockResult result)
        {
            status = result.Status;
            if (result.Results is not { } results)
                return false;
            output.Append(results);
            isAscending &= result.IdsAscend
                && (last is null || result.FirstId is null || last.AsSpan().SequenceCompareTo(result.FirstId) < 0);
            last = result.LastId ?? last;
            subjects += result.Subjects;
            options.Progress?.Invoke(share(), subjects);
            return true;
        }

        BlockResult Work(BlockScorer worker, TItem item)
        {
            return make(worker, item) is { } block
                ? worker.Score(block, cancellationToken)
                : new BlockResult(BlockStatus.NeedsStrictReading);
        }

        Pipeline.Run(items, scorers, Work, Next, cancellationToken);
        summary = new RunSummary(options.Scheme, Year);
        var fields = new UnusedFields(Checker);
        foreach (var each in scorers)
        {
            summary.Add(each.Summary);
            unused.Add(each.Unused);
            fields.Add(each.UnusedFields);
            each.Dispose();
        }

        if (status == BlockStatus.Sound)
            summary.Notices = NoticesOf(summary, likenesses, fields);
        ascend = isAscending;
        return status;
    }

    private List<DataNotice> NoticesOf(RunSummary summary, LikenessPass likenesses, UnusedFields fields)
    {
        List<DataNotice> notices =
        [
            .. log.Notices,
            .. options.Notices,
            .. unused.Notices,
            .. fields.Notices(StreamedTables.EntryFile, options.Versions),
            .. likenesses.Notices(Open, cancellationToken),
        ];
        if (summary.Twins.Notice is { } twins)
            notices.Add(twins);
        return notices;
    }

    private StreamedTables Open() => StreamedTables.Open(options.Folder, options.BlockBytes, options.Scheme);
}
