using System.Buffers.Binary;
using PartyRules.Data.Samples;
using PartyRules.Data.Storage;

namespace PartyRules.Data.Writing;

/// <summary>Puts rows in an order that means nothing, in memory that does not grow with their number.</summary>
/// <remarks>The same seed gives the same order.</remarks>
internal sealed class Shuffle : IDisposable
{
    private const int Buckets = 256;
    private const int FullBucket = 1 << 15;
    private readonly SplitMix chance;
    private readonly SpillFile spill;
    private readonly Bytes[] buckets = new Bytes[Buckets];

    public Shuffle(string folder, ulong seed)
    {
        (chance, spill) = (new SplitMix(seed), new SpillFile(folder, Buckets));
        for (var i = 0; i < Buckets; i++)
            buckets[i] = new Bytes(1 << 16);
    }

    /// <summary>Takes a row.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        var to = chance.Below(Buckets);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, row.Length);
        buckets[to].Append(length);
        buckets[to].Append(row);
        if (buckets[to].Length > FullBucket)
            Flush(to);
    }

    /// <summary>Writes all rows that were taken.</summary>
    public void WriteTo(FileStream target)
    {
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            Flush(bucket);
            var length = spill.LengthOf(bucket);
            using var bytes = new Bytes(Math.Max(1, length)) { Length = length };
            spill.Read(bucket, bytes.Array.AsSpan(0, length));
            var rows = RowsOf(bytes);
            for (var i = rows.Count - 1; i > 0; i--)
            {
                var other = chance.Below(i + 1);
                (rows[i], rows[other]) = (rows[other], rows[i]);
            }

            foreach (var row in rows)
                Disk.Write(target, bytes.Span[row]);
        }
    }

    public void Dispose()
    {
        spill.Dispose();
        Array.ForEach(buckets, bucket => bucket.Dispose());
    }

    private void Flush(int bucket)
    {
        spill.Append(bucket, buckets[bucket].Span);
        buckets[bucket].Length = 0;
    }

    private static List<Range> RowsOf(Bytes bytes)
    {
        var rows = new List<Range>();
        for (var start = 0; start < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[start..]);
            start += sizeof(int);
            rows.Add(start..(start + length));
            start += length;
        }

        return rows;
    }
}
