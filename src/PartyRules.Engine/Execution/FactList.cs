using System.Runtime.CompilerServices;

namespace PartyRules.Engine.Execution;

/// <summary>The facts of one type, or of types derived from it, that an evaluation knows.</summary>
internal abstract class FactList
{
    /// <summary>How many facts there are. A field, for generated code.</summary>
    public int Count;

    public static FactList Create(Type type) => (FactList)Activator.CreateInstance(typeof(FactList<>).MakeGenericType(type))!;

    /// <summary>Whether equal facts of a type are one fact, though they may be different objects.</summary>
    public static bool HasValueEquality(Type type) =>
        type.IsValueType || type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType != typeof(object);

    public abstract void AddObject(object fact);

    public abstract bool ContainsEqual(object fact);

    public abstract void Truncate(int count);

    public abstract object At(int index);
}

/// <summary>The facts of one type; growable, with the array open to generated code.</summary>
internal sealed class FactList<T> : FactList
{
    private const int ScanAtMost = 8;

    private HashSet<T>? known;
    private int knownCount;

    /// <summary>The facts; only the first <see cref="FactList.Count"/> are meant. A field, for generated code.</summary>
    public T[] Items = new T[8];

    public void Add(T fact)
    {
        if (Count == Items.Length)
            Array.Resize(ref Items, Count * 2);
        Items[Count++] = fact;
    }

    public override void AddObject(object fact) => Add((T)fact);

    public override bool ContainsEqual(object fact) => Contains((T)fact);

    public override object At(int index) => Items[index]!;

    public override void Truncate(int count)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Count > count)
            Array.Clear(Items, count, Count - count);
        Count = count;
        known?.Clear();
        knownCount = 0;
    }

    private bool Contains(T fact)
    {
        if (Count <= ScanAtMost)
            return Array.IndexOf(Items, fact, 0, Count) >= 0;

        known ??= [];
        for (; knownCount < Count; knownCount++)
            known.Add(Items[knownCount]);
        return known.Contains(fact);
    }
}

/// <summary>Finds facts by the value of an expression over them.</summary>
internal abstract class FactIndex
{
    public abstract void Forget(int referenceCount);
}

/// <summary>A hash index over a list of facts, extended as the list grows. It gives candidates: who asks compares the keys itself.</summary>
internal sealed class FactIndex<T, TKey>(Func<T, TKey> key) : FactIndex
{
    /// <summary>Below this many facts a scan is cheaper than hashing.</summary>
    private const int ScanAtMost = 8;

    private int[] buckets = new int[16];
    private int[] next = new int[16];
    private int[] hashes = new int[16];
    private int built;
    private bool cannotBeBuilt;

    /// <summary>
    /// Brings the index up to date, unless the list is so short that it should be scanned, or the key of some fact fails: the conditions before
    /// may refuse that fact, so a scan must decide.
    /// </summary>
    /// <returns>Whether to use the index.</returns>
    public bool Prepare(FactList<T> list)
    {
        if (list.Count <= ScanAtMost || cannotBeBuilt)
            return false;
        if (built == list.Count)
            return true;
        if (next.Length < list.Count)
            Grow(list.Count);
        return Extend(list);
    }

    /// <summary>The first fact whose key may equal the given one, or -1.</summary>
    public int First(TKey wanted)
    {
        var hash = Hash(wanted);
        var i = buckets[hash & (buckets.Length - 1)] - 1;
        while (i >= 0 && hashes[i] != hash)
            i = next[i] - 1;
        return i;
    }

    /// <summary>The next fact whose key may equal that of the fact before, or -1.</summary>
    public int Next(int previous)
    {
        var hash = hashes[previous];
        var i = next[previous] - 1;
        while (i >= 0 && hashes[i] != hash)
            i = next[i] - 1;
        return i;
    }

    /// <summary>Forgets all but reference facts; an index over those alone stays as it is.</summary>
    public override void Forget(int referenceCount)
    {
        cannotBeBuilt = false;
        if (built <= referenceCount)
            return;
        Array.Clear(buckets);
        built = 0;
    }

    private bool Extend(FactList<T> list)
    {
        try
        {
            for (; built < list.Count; built++)
            {
                hashes[built] = Hash(key(list.Items[built]));
                Link(built);
            }

            return true;
        }
#pragma warning disable CA1031 // Whatever the rule's own expression throws: a scan evaluates it again where it counts.
        catch (Exception)
#pragma warning restore CA1031
        {
            cannotBeBuilt = true;
            return false;
        }
    }

    private static int Hash(TKey value) => value is null ? 0 : EqualityComparer<TKey>.Default.GetHashCode(value);

    private void Link(int i)
    {
        ref var bucket = ref buckets[hashes[i] & (buckets.Length - 1)];
        next[i] = bucket;
        bucket = i + 1;
    }

    private void Grow(int count)
    {
        var capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        Array.Resize(ref next, capacity);
        Array.Resize(ref hashes, capacity);
        buckets = new int[capacity];
        for (var i = 0; i < built; i++)
            Link(i);
    }
}
