using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PartyRules.Engine.Execution;

/// <summary>Finds facts of a list by the hash of a key. It gives candidates: who asks compares the keys itself.</summary>
/// <remarks>Generated code calculates the hashes, so that keys of any type are hashed without a call through a delegate or a box.</remarks>
/// <param name="isOverReferenceFacts">Whether the list holds reference facts, so that a cheap hash of strings is safe.</param>
internal sealed class FactIndex(bool isOverReferenceFacts)
{
    /// <summary>Up to this many facts a scan is cheaper than hashing.</summary>
    public const int ScanAtMost = 8;

    /// <summary>What adding a fact costs, and what finding one costs, against testing one in a scan.</summary>
    private const int AddCost = 6;
    private const int FindCost = 5;

    private int[] buckets = new int[16];
    private Link[] links = new Link[16];

    /// <summary>How many facts are in the index. A field, for generated code.</summary>
    public int Built;

    /// <summary>Whether strings are hashed by a few of their characters. A field, for generated code.</summary>
    public readonly bool IsCheap = isOverReferenceFacts;

    /// <summary>Whether the index pays for so many look-ups in a list of so many facts. If so, it has room for them.</summary>
    public bool Pays(int count, long lookups)
    {
        if (count <= ScanAtMost || (Built < count && lookups * (count - FindCost) <= (long)AddCost * (count - Built)))
            return false;
        if (count > links.Length)
            Grow(count);
        return true;
    }

    /// <summary>Adds the next fact of the list.</summary>
    public void Add(int hash)
    {
        if (Built == links.Length)
            Grow(Built + 1);
        links[Built].Hash = hash;
        Chain(Built++);
    }

    /// <summary>The first fact whose key may equal the given one, or -1.</summary>
    public int First(int hash) => Search(buckets[hash & (buckets.Length - 1)] - 1, hash);

    /// <summary>The next fact whose key may equal that of the fact before, or -1.</summary>
    public int Next(int previous)
    {
        ref var link = ref links[previous];
        return Search(link.Next - 1, link.Hash);
    }

    /// <summary>Forgets all facts, reference facts included; they are added again when the index is next used.</summary>
    public void Forget()
    {
        if (Built < buckets.Length / 8)
        {
            for (var i = 0; i < Built; i++)
                buckets[links[i].Hash & (buckets.Length - 1)] = 0;
        }
        else
        {
            Array.Clear(buckets);
        }

        Built = 0;
    }

    private int Search(int i, int hash)
    {
        while (i >= 0)
        {
            ref var link = ref links[i];
            if (link.Hash == hash)
                return i;
            i = link.Next - 1;
        }

        return i;
    }

    private void Chain(int i)
    {
        ref var bucket = ref buckets[links[i].Hash & (buckets.Length - 1)];
        links[i].Next = bucket;
        bucket = i + 1;
    }

    private void Grow(int count)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)count);
        Array.Resize(ref links, capacity);
        buckets = new int[capacity];
        for (var i = 0; i < Built; i++)
            Chain(i);
    }

    /// <summary>
    /// The hash of a fact, and the fact before it in the same bucket, from 1; 0 for none. One beside the other, because a search reads
    /// both.
    /// </summary>
    private struct Link
    {
        public int Hash;
        public int Next;
    }
}

/// <summary>Hashes of keys, for generated code.</summary>
internal static class KeyHash
{
    /// <summary>Spreads the bits of a hash code, so that the low ones decide well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Spread(int hash)
    {
        var spread = (uint)hash * 0x9E3779B1;
        return (int)(spread ^ (spread >> 15));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Combine(int first, int second) => ((int)BitOperations.RotateLeft((uint)first, 5) ^ second) * 31;

    public static int OfReference(object? key) => Spread(RuntimeHelpers.GetHashCode(key));

    public static int OfObject<T>(T? key)
        where T : class => key is null ? 0 : Spread(key.GetHashCode());

    /// <summary>The hash of a string. The cheap one looks at the length, the first four and the last four characters.</summary>
    public static int OfString(string? key, bool isCheap)
    {
        if (key is null)
            return 0;
        if (!isCheap)
            return key.GetHashCode(StringComparison.Ordinal);
        if (key.Length < 4)
            return Spread(key.Length == 0 ? 0 : (key[0] << 16) ^ (key[^1] << 8) ^ key.Length);
        ref var start = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(key.AsSpan()));
        var head = Unsafe.ReadUnaligned<ulong>(ref start);
        var tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, (key.Length - 4) * sizeof(char)));
        var mixed = ((head * 0x9E3779B97F4A7C15) ^ (tail * 0xC2B2AE3D27D4EB4F)) + (uint)key.Length;
        return (int)(mixed ^ (mixed >> 32));
    }
}
