using PartyRules.Data.Columns;
using PartyRules.Data.Storage;

namespace PartyRules.Data.Streaming;

/// <summary>Blocks from files in any order: rows are spread on disk into ranges of subjects, and each range is sorted in memory.</summary>
internal sealed class PartitionedBlocks : IDisposable
{
    private readonly StreamedTables tables;
    private readonly Splitters splitters;
    private readonly SpillFile subjects;
    private readonly SpillFile entries;
    private readonly DistinctIds ids;

    public PartitionedBlocks(StreamedTables tables, Splitters splitters, string folder)
    {
        (this.tables, this.splitters) = (tables, splitters);
        subjects = new SpillFile(folder, splitters.Parts);
        entries = new SpillFile(folder, splitters.Parts);
        ids = new DistinctIds(folder);
    }

    /// <summary>Spreads both files. Afterwards the blocks can be made, in any order and on any thread.</summary>
    public BlockStatus Spread(int threads, Action step, CancellationToken cancellationToken)
    {
        var status = BlockStatus.Sound;
        bool Next(bool isFine)
        {
            step();
            if (!isFine)
                status = BlockStatus.NeedsStrictReading;
            return isFine;
        }

        void SpreadAll(RowBlocks blocks, SpillFile target, int subject, int id)
        {
            var spreaders = Enumerable.Range(0, threads)
                .Select(_ => new Spreader(blocks, splitters, target, subject, id < 0 ? null : ids.Collect(), id)).ToList();
            Pipeline.Run(Blocks(blocks), spreaders, (spreader, block) => spreader.Spread(block), Next, cancellationToken);
            spreaders.ForEach(spreader => spreader.Flush());
            if (blocks.NeedsStrictReading)
                status = BlockStatus.NeedsStrictReading;
        }

        SpreadAll(tables.Subjects, subjects, tables.PlaceOf(SubjectColumns.Id), -1);
        if (status == BlockStatus.Sound)
            SpreadAll(tables.Entries, entries, tables.PlaceOf(EntryColumns.Subject), tables.PlaceOf(EntryColumns.Id));
        return status == BlockStatus.Sound && ids.Repeated(cancellationToken).Count > 0 ? BlockStatus.NeedsStrictReading : status;
    }

    public int Parts => splitters.Parts;

    /// <summary>The subjects of one range with their entries; null where an entry is about nobody.</summary>
    public SubjectBlock? Make(int part)
    {
        using var rawSubjects = Whole(subjects, part);
        using var rawEntries = Whole(entries, part);
        var sorter = new RangeSorter(tables);
        var sorted = sorter.SortSubjects(rawSubjects);
        if (sorter.SortEntries(rawEntries) is { } grouped)
            return new SubjectBlock(sorted.Memory, grouped.Memory, sorted, grouped);
        sorted.Dispose();
        return null;
    }

    public void Dispose()
    {
        subjects.Dispose();
        entries.Dispose();
        ids.Dispose();
    }

    private static Bytes Whole(SpillFile spill, int part)
    {
        var length = spill.LengthOf(part);
        var bytes = new Bytes(length) { Length = length };
        spill.Read(part, bytes.Array.AsSpan(0, length));
        return bytes;
    }

    internal static IEnumerable<RowBlock> Blocks(RowBlocks blocks)
    {
        while (blocks.Next() is { } block)
            yield return block;
    }

    /// <summary>Spreads rows, on one thread.</summary>
    private sealed class Spreader(RowBlocks blocks, Splitters splitters, SpillFile target, int subject, DistinctIds.Collector? ids, int id)
    {
        private readonly int chunk = Math.Clamp(32 * 1024 * 1024 / splitters.Parts, 8 * 1024, 128 * 1024);
        private readonly byte[]?[] chunks = new byte[]?[splitters.Parts];
        private readonly int[] lengths = new int[splitters.Parts];

        public bool Spread(RowBlock block)
        {
            using (block)
            {
                var areQuoted = block.Rows.Span.Contains((byte)'"');
                using var rows = blocks.Read(block.Rows.Memory);
                while (rows.Read())
                {
                    if (rows.FieldCount != blocks.Columns.Count || rows.RawRecord.Length > RowFields.LongestRow
                        || (areQuoted && RowFields.IsCutAmongQuotes(rows)))
                        return false;
                    ids?.Add(rows.GetSpan(id));
                    Add(splitters.PartOf(rows.GetSpan(subject)), rows.RawRecord);
                }

                return true;
            }
        }

        public void Flush()
        {
            for (var part = 0; part < chunks.Length; part++)
                target.Append(part, chunks[part].AsSpan(0, lengths[part]));
            ids?.Flush();
        }

        private void Add(int part, ReadOnlySpan<byte> row)
        {
            var buffer = chunks[part] ??= new byte[chunk];
            if (lengths[part] + row.Length + 1 > buffer.Length)
            {
                target.Append(part, buffer.AsSpan(0, lengths[part]));
                lengths[part] = 0;
                if (row.Length + 1 > buffer.Length)
                    buffer = chunks[part] = new byte[row.Length + 1];
            }

            row.CopyTo(buffer.AsSpan(lengths[part]));
            lengths[part] += row.Length + 1;
            buffer[lengths[part] - 1] = (byte)'\n';
        }
    }
}

/// <summary>Bounds that cut the subjects of a file into ranges of about equal number.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Splitters
{
    private const int Samples = 8192;
    private readonly byte[][] bounds;
    private readonly int shared;
    private readonly ulong[] keys;
    private readonly bool arePlain;

    private Splitters(byte[][] bounds)
    {
        this.bounds = bounds;
        shared = bounds.Length < 2 ? 0 : bounds[0].AsSpan().CommonPrefixLength(bounds[^1]);
        arePlain = Array.TrueForAll(bounds, bound => Utf8Order.IsPlain(bound));
        keys = Array.ConvertAll(bounds, bound => KeyOf(bound.AsSpan(shared)));
    }

    public int Parts => bounds.Length + 1;

    /// <summary>Reads all identifiers once and picks bounds among them.</summary>
    public static Splitters Of(RowBlocks subjects, int idColumn, int parts)
    {
        var samples = new List<byte[]>();
        long number = 0, every = 1;
        foreach (var block in PartitionedBlocks.Blocks(subjects))
        {
            using (block)
            {
                using var rows = subjects.Read(block.Rows.Memory);
                for (; rows.Read(); number++)
                {
                    if (number % every != 0)
                        continue;
                    samples.Add(rows.GetSpan(idColumn).ToArray());
                    if (samples.Count < Samples)
                        continue;
                    samples = [.. samples.Where((_, i) => i % 2 == 0)];
                    every *= 2;
                }
            }
        }

        samples.Sort((left, right) => Utf8Order.Compare(left, right));
        var bounds = Enumerable.Range(1, Math.Max(0, parts - 1))
            .Select(i => samples.Count == 0 ? [] : samples[(int)((long)i * samples.Count / parts)]);
        return new Splitters([.. bounds.Where(bound => bound.Length > 0).DistinctBy(Convert.ToHexString)]);
    }

    /// <summary>The range of a subject, from 0: that of the identifiers from its bound up to, and not including, the next.</summary>
    public int PartOf(ReadOnlySpan<byte> id)
    {
        if (bounds.Length == 0)
            return 0;
        var (low, high) = (0, bounds.Length);
        var isKeyed = arePlain && id.Length >= shared && id[..shared].SequenceEqual(bounds[0].AsSpan(0, shared)) && Utf8Order.IsPlain(id);
        var key = isKeyed ? KeyOf(id[shared..]) : 0;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var order = isKeyed && keys[middle] != key ? keys[middle].CompareTo(key) : Utf8Order.Compare(bounds[middle], id);
            if (order <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The first eight bytes as a number that orders as they do.</summary>
    internal static ulong KeyOf(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 8)
            return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(text);
        ulong key = 0;
        for (var i = 0; i < 8; i++)
            key = (key << 8) | (i < text.Length ? text[i] : (byte)0);
        return key;
    }
}
