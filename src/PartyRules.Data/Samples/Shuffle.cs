using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Selections;
using PartyRules.Data.Streaming;
using PartyRules.Data.Writing;
using PartyRules.Schemes;

namespace PartyRules.Data.Samples;

/// <summary>Puts the rows of a CSV file in an order that means nothing, in memory that does not grow with the file.</summary>
internal static class Shuffle
{
    private const int Buckets = 256;

    /// <summary>Shuffles a file's rows; the same seed gives the same order.</summary>
    public static void Rows(string path, ulong seed)
    {
        var chance = new SplitMix(seed);
        using var spill = new SpillFile(Path.GetDirectoryName(Path.GetFullPath(path))!, Buckets);
        using var rows = new RowBlocks(path, 1 << 20);
        var buckets = Enumerable.Range(0, Buckets).Select(_ => new Bytes(1 << 16)).ToArray();
        for (; rows.Next() is { } block; block.Dispose())
        {
            foreach (var line in Lines(block.Rows))
            {
                var to = chance.Below(Buckets);
                buckets[to].Append(block.Rows.Span[line]);
                if (buckets[to].Length > 1 << 15)
                    Flush(to);
            }
        }

        void Flush(int bucket)
        {
            spill.Append(bucket, buckets[bucket].Span);
            buckets[bucket].Length = 0;
        }

        using var file = new AtomicFile(path);
        file.Stream.Write(System.Text.Encoding.UTF8.GetBytes(string.Join(',', rows.Columns) + "\n"));
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            Flush(bucket);
            buckets[bucket].Dispose();
            WriteShuffled(spill, bucket, chance, file.Stream);
        }

        file.Commit();
    }

    private static void WriteShuffled(SpillFile spill, int bucket, SplitMix chance, FileStream target)
    {
        var length = spill.LengthOf(bucket);
        using var bytes = new Bytes(Math.Max(1, length)) { Length = length };
        spill.Read(bucket, bytes.Array.AsSpan(0, length));
        var lines = Lines(bytes);
        for (var i = lines.Count - 1; i > 0; i--)
        {
            var other = chance.Below(i + 1);
            (lines[i], lines[other]) = (lines[other], lines[i]);
        }

        foreach (var line in lines)
            target.Write(bytes.Span[line]);
    }

    /// <summary>The lines with their line breaks; samples hold no line breaks within fields.</summary>
    private static List<Range> Lines(Bytes bytes)
    {
        var lines = new List<Range>();
        for (var start = 0; start < bytes.Length;)
        {
            var end = start + bytes.Span[start..].IndexOf((byte)'\n') + 1;
            lines.Add(start..end);
            start = end;
        }

        return lines;
    }
}
