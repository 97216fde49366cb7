using System.Numerics;
using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Execution;

/// <summary>Working memory of generated code that is kept from one run to the next.</summary>
internal abstract class Scratch
{
    public abstract void Clear();
}

/// <summary>Numbers the distinct keys of a grouping in order of their first element.</summary>
internal sealed class GroupKeys<TKey> : Scratch
    where TKey : notnull
{
    /// <summary>Up to this many groups a search through their hashes, several at a time, is cheaper than an index.</summary>
    private const int SearchAtMost = 64;

    private readonly FactIndex index = new(isOverReferenceFacts: false);
    private TKey[] keys = new TKey[8];
    private int[] hashes = new int[8];

    public int Count { get; private set; }

    public override void Clear()
    {
        Count = 0;
        if (index.Built > 0)
            index.Forget();
    }

    public TKey At(int group) => keys[group];

    /// <summary>The number of the group of a key, a new one where the key is new.</summary>
    public int GroupOf(TKey key)
    {
        var hash = KeyHash.Spread(EqualityComparer<TKey>.Default.GetHashCode(key));
        return Count <= SearchAtMost ? Searched(key, hash) : Indexed(key, hash);
    }

    private int Searched(TKey key, int hash)
    {
        for (var from = 0; ;)
        {
            var found = hashes.AsSpan(from, Count - from).IndexOf(hash);
            if (found < 0)
                return Append(key, hash);
            from += found;
            if (EqualityComparer<TKey>.Default.Equals(keys[from], key))
                return from;
            from++;
        }
    }

    private int Indexed(TKey key, int hash)
    {
        while (index.Built < Count)
            index.Add(hashes[index.Built]);
        for (var group = index.First(hash); group >= 0; group = index.Next(group))
        {
            if (EqualityComparer<TKey>.Default.Equals(keys[group], key))
                return group;
        }

        return Append(key, hash);
    }

    private int Append(TKey key, int hash)
    {
        if (Count == keys.Length)
        {
            Array.Resize(ref keys, Count * 2);
            Array.Resize(ref hashes, Count * 2);
        }

        (keys[Count], hashes[Count]) = (key, hash);
        return Count++;
    }
}

/// <summary>The collections of a grouping, one for each group; rules may keep them, so they are new each time.</summary>
internal sealed class GroupCollections<TKey, T> : Scratch
    where TKey : notnull
{
    private readonly List<FactGroup<TKey, T>> groups = [];

    public override void Clear() => groups.Clear();

    public FactGroup<TKey, T> At(int group) => groups[group];

    public void Add(int group, TKey key, T element)
    {
        if (group == groups.Count)
            groups.Add(new FactGroup<TKey, T>(key));
        groups[group].Add(element);
    }
}

/// <summary>A sum for each group.</summary>
internal sealed class GroupSums<TNumber> : Scratch
    where TNumber : IAdditionOperators<TNumber, TNumber, TNumber>, IAdditiveIdentity<TNumber, TNumber>
{
    private TNumber[] sums = new TNumber[8];
    private int count;

    public override void Clear() => count = 0;

    public TNumber At(int group) => sums[group];

    public void Add(int group, TNumber number)
    {
        if (group < count)
        {
            sums[group] += number;
            return;
        }

        if (count == sums.Length)
            Array.Resize(ref sums, count * 2);
        sums[count++] = TNumber.AdditiveIdentity + number;
    }
}

/// <summary>The facts behind each group, by their numbers in the trail.</summary>
internal sealed class GroupIds : Scratch
{
    private readonly List<IdList> ids = [];
    private int count;

    public override void Clear() => count = 0;

    public IdList At(int group)
    {
        if (group == ids.Count)
            ids.Add(new IdList());
        if (group == count)
        {
            ids[group].Clear();
            count++;
        }

        return ids[group];
    }
}

/// <summary>The facts behind a collection, by their numbers in the trail.</summary>
internal sealed class CollectedIds : Scratch
{
    public IdList Ids { get; } = new();

    public override void Clear() => Ids.Clear();
}
