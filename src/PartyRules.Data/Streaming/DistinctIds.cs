using System.Runtime.InteropServices;
using PartyRules.Data.Storage;

namespace PartyRules.Data.Streaming;

/// <summary>
/// Finds out whether identifiers may repeat, in memory that does not grow with their number: compares 64-bit hashes, part by part.
/// </summary>
/// <remarks>Two different identifiers share a hash once in 2^64 pairs: a suspicion is confirmed by reading the data again.</remarks>
internal sealed class DistinctIds(string folder) : IDisposable
{
    private const int Parts = 256;
    private readonly SpillFile spill = new(folder, Parts);

    /// <summary>What one thread collects.</summary>
    /// <remarks>Hashes are spread over the parts many at a time: one at a time, each would fetch another piece of memory.</remarks>
    public sealed class Collector(DistinctIds owner)
    {
        private const int Size = 512;
        private const int Most = 4096;
        private readonly ulong[] latest = new ulong[Most];
        private readonly ulong[] hashes = new ulong[Parts * Size];
        private readonly int[] counts = new int[Parts];
        private int count;

        public void Add(ReadOnlySpan<byte> id) => Add(Utf8Hash.Of(id));

        public void Add(ulong hash)
        {
            latest[count++] = hash;
            if (count == Most)
                Spread();
        }

        public void Flush()
        {
            Spread();
            for (var part = 0; part < Parts; part++)
                Flush(part);
        }

        private void Spread()
        {
            foreach (var hash in latest.AsSpan(0, count))
            {
                var part = (int)(hash >> 56);
                hashes[(part * Size) + counts[part]++] = hash;
                if (counts[part] == Size)
                    Flush(part);
            }

            count = 0;
        }

        private void Flush(int part)
        {
            owner.spill.Append(part, MemoryMarshal.AsBytes(hashes.AsSpan(part * Size, counts[part])));
            counts[part] = 0;
        }
    }

    public Collector Collect() => new(this);

    /// <summary>The hashes that occur more than once.</summary>
    public HashSet<ulong> Repeated(CancellationToken cancellationToken)
    {
        var repeated = new HashSet<ulong>();
        for (var part = 0; part < Parts; part++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = spill.LengthOf(part);
            var hashes = new ulong[length / sizeof(ulong)];
            spill.Read(part, MemoryMarshal.AsBytes(hashes.AsSpan()));
            AddRepeated(hashes, repeated);
        }

        return repeated;
    }

    public void Dispose() => spill.Dispose();

    private static void AddRepeated(ulong[] hashes, HashSet<ulong> repeated)
    {
        var mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(hashes.Length * 2) + 1) - 1;
        var slots = new ulong[mask + 1];
        var hasZero = false;
        foreach (var hash in hashes)
        {
            if (hash == 0)
            {
                if (hasZero)
                    repeated.Add(0);
                hasZero = true;
                continue;
            }

            var i = (int)hash & mask;
            while (slots[i] != 0 && slots[i] != hash)
                i = (i + 1) & mask;
            if (slots[i] == hash)
                repeated.Add(hash);
            slots[i] = hash;
        }
    }
}
