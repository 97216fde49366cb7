using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PartyRules.Data.Summaries;
using PartyRules.Data.Writing;
using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Scoring;

namespace PartyRules.Data.Streaming;

/// <summary>What came of the fast reading of rows.</summary>
internal enum BlockStatus
{
    /// <summary>All of them are right.</summary>
    Sound,

    /// <summary>They do not come in the order of the subjects' identifiers.</summary>
    Unsorted,

    /// <summary>Some of them may be wrong, or are written in a way that only the strict reading understands.</summary>
    NeedsStrictReading,
}

/// <summary>Some subjects with all their entries, both as rows in the order of the subjects' identifiers.</summary>
internal sealed record SubjectBlock(ReadOnlyMemory<byte> Subjects, ReadOnlyMemory<byte> Entries, params IDisposable[] Holds) : IDisposable
{
    public void Dispose()
    {
        foreach (var hold in Holds)
            hold.Dispose();
    }
}

/// <summary>What came of a block.</summary>
/// <param name="Status">What came of the reading.</param>
/// <param name="Results">The results.</param>
/// <param name="FirstId">The identifier of the first entry, as UTF-8; null where there is none.</param>
/// <param name="LastId">That of the last.</param>
/// <param name="IdsAscend">Whether each entry's identifier is higher, byte by byte, than the one before, so that none repeats.</param>
/// <param name="Subjects">How many subjects it holds.</param>
internal sealed record BlockResult(
    BlockStatus Status,
    IResultsBatch? Results = null,
    byte[]? FirstId = null,
    byte[]? LastId = null,
    bool IdsAscend = true,
    int Subjects = 0);

/// <summary>Scores blocks, on one thread.</summary>
internal sealed class BlockScorer(StreamedTables tables, StreamedRun run, LikenessPass.Collector likenesses, UnusedColumns unused)
    : IDisposable
{
    private const int LongestId = RowFields.LongestRow;
    private const int FewEntries = 64;
    private static readonly byte[] Signs = [.. Enumerable.Range('!', '~' - '!' + 1).Select(sign => (byte)sign), (byte)'\r', (byte)'\n'];
    private static readonly SearchValues<byte> Visible = SearchValues.Create(Signs);
    private static readonly SearchValues<byte> Unquoted = SearchValues.Create([.. Signs.Where(sign => sign != '"')]);
    private readonly RowFields subjects = new(tables.Subjects.Format), entries = new(tables.Entries.Format);
    private readonly SubjectRows subjectRows = new(tables, run.Checker);
    private readonly EntryRows entryRows = new(tables, run.Checker);
    private readonly ScoringWorker scorer = run.Scorer.CreateWorker(run.Year, run.Earlier, areFactsChecked: true);
    private readonly ResultsBatcher batcher = run.Output.CreateBatcher();
    private readonly List<Entry> own = [];
    private readonly byte[] lastIdBytes = new byte[LongestId];
    private readonly DateOnly yearStart = run.Whole.Start, yearEnd = run.Whole.End;
    private readonly DateOnly firstDay = run.Scheme.BeginsWithin(run.Year) ?? run.Whole.Start;

    /// <summary>Columns at which nothing looks, with what was met in them.</summary>
    public UnusedColumns Unused => unused;

    /// <summary>What entries carry though nothing looks at it.</summary>
    public UnusedFields UnusedFields => entryRows.UnusedFields;

    public RunSummary Summary { get; } = new(run.Scheme, run.Year);

    public BlockResult Score(SubjectBlock block, CancellationToken cancellationToken)
    {
        using (block)
        {
            if (!Open(subjects, tables.Subjects, block.Subjects, out _) || !Open(entries, tables.Entries, block.Entries, out var areFolded))
                return new BlockResult(BlockStatus.NeedsStrictReading);
            var (isMore, ascend) = (entries.Read(), true);
            Subject? before = null;
            byte[]? firstId = null;
            var lastId = lastIdBytes.AsSpan(0, 0);
            batcher.Drop();
            var scored = 0;
            while (subjects.Read())
            {
                if (subjects.IsSuspicious || subjectRows.Read(subjects) is not { } subject)
                    return new BlockResult(BlockStatus.NeedsStrictReading);
                if (before is not null && string.CompareOrdinal(before.Id, subject.Id) >= 0)
                    return new BlockResult(BlockStatus.Unsorted);
                before = subject;
                own.Clear();
                var id = subjectRows.Id(subjects);
                for (; isMore && entryRows.Subject(entries).SequenceEqual(id); isMore = entries.Read())
                {
                    if (entries.IsSuspicious || entryRows.Read(entries, subject, areFolded) is not { } entry
                        || !Count(entry))
                        return new BlockResult(BlockStatus.NeedsStrictReading);
                    var entryId = entryRows.Id(entries);
                    firstId ??= entryId.ToArray();
                    ascend &= lastId.SequenceCompareTo(entryId) < 0;
                    lastId = lastIdBytes.AsSpan(0, entryId.Length);
                    entryId.CopyTo(lastId);
                    Place(entry);
                }

                likenesses.Add(subject);
                unused.Add(subject);
                AddTwins();
                Summary.Subjects++;
                if (subject.Kind != run.Scheme.SubjectKind)
                {
                    Summary.OtherKinds.Add(subject.Kind);
                    continue;
                }

                if (Assess(subject, cancellationToken) is not { } assessment)
                    return new BlockResult(BlockStatus.NeedsStrictReading);
                Summary.Add(assessment);
                batcher.Add(assessment);
                scored++;
            }

            return isMore
                ? new BlockResult(BlockStatus.Unsorted)
                : new BlockResult(BlockStatus.Sound, batcher.Take(), firstId, firstId is null ? null : lastId.ToArray(), ascend, scored);
        }
    }

    public void Dispose()
    {
        subjects.Dispose();
        entries.Dispose();
        batcher.Dispose();
    }

    /// <summary>The assessment of a subject; null where it has none, which is reported after whatever is wrong with the rows.</summary>
    private Assessment? Assess(Subject subject, CancellationToken cancellationToken)
    {
        try
        {
            return scorer.Score(subject, own, cancellationToken);
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    /// <summary>
    /// Adds an entry where it belongs by date, which spares the scorer a sorted copy; the order of very many entries is left to the scorer.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Place(Entry entry)
    {
        own.Add(entry);
        if (own.Count > FewEntries)
            return;
        var placed = CollectionsMarshal.AsSpan(own);
        var at = placed.Length - 1;
        for (; at > 0 && IsBefore(entry, placed[at - 1]); at--)
            placed[at] = placed[at - 1];
        placed[at] = entry;
    }

    private void AddTwins()
    {
        var entries = CollectionsMarshal.AsSpan(own);
        if (entries.Length > FewEntries)
        {
            entries = own.ToArray();
            entries.Sort((left, right) => IsBefore(left, right) ? -1 : IsBefore(right, left) ? 1 : 0);
        }

        Summary.Twins.Add(entries);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBefore(Entry left, Entry right) =>
        left.Date != right.Date ? left.Date < right.Date : string.CompareOrdinal(left.Id, right.Id) < 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Count(Entry entry)
    {
        Summary.Entries++;
        if (unused.WatchesEntries)
            unused.Add(entry);
        if (entry.Date >= yearStart && entry.Date <= yearEnd)
        {
            Summary.AddEntryOfYear(entry.Date);
            return entry.Date >= firstDay;
        }

        Summary.AddOutsideYear(entry.Date);
        return run.IsYearGiven;
    }

    /// <summary>Goes to the start of rows; false where they are no text.</summary>
    /// <param name="fields">The fields of the rows.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="areFolded">Whether nothing in them can need folding.</param>
    private static bool Open(RowFields fields, RowBlocks table, ReadOnlyMemory<byte> rows, out bool areFolded)
    {
        // Most rows are of visible signs without quotes: then one look at each byte answers all that is asked.
        var span = rows.Span;
        var isUnquoted = span.IndexOfAnyExcept(Unquoted) < 0;
        areFolded = isUnquoted || span.IndexOfAnyExcept(Visible) < 0;
        if (!areFolded && !Fields.AreText(span, table.IsTranscoded))
            return false;
        fields.Open(rows, !isUnquoted && span.Contains((byte)'"'));
        return true;
    }
}
