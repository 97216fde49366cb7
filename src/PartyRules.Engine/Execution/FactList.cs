using System.Runtime.CompilerServices;

namespace PartyRules.Engine.Execution;

/// <summary>The facts of one type, or of types derived from it, that an evaluation knows.</summary>
internal abstract class FactList
{
    /// <summary>How many facts there are. A field, for generated code.</summary>
    public int Count;

    /// <summary>The number of each fact in the trail of derivations; empty where none are recorded. A field, for generated code.</summary>
    public int[] Ids = [];

    public static FactList Create(Type type) => (FactList)Activator.CreateInstance(typeof(FactList<>).MakeGenericType(type))!;

    public abstract void AddObject(object fact);

    public abstract bool ContainsEqual(object fact);

    public abstract void Truncate(int count);

    public abstract object At(int index);

    /// <summary>The position of a fact: of the same object, or of an equal value; -1 where there is none.</summary>
    public abstract int PositionOf(object fact);

    /// <summary>Numbers the fact that was added last.</summary>
    public void NumberLast(int id)
    {
        HoldNumbers();
        Ids[Count - 1] = id;
    }

    /// <summary>Numbers the facts that were added from a position on.</summary>
    public void NumberFrom(int position, Trail trail, int slot)
    {
        HoldNumbers();
        for (; position < Count; position++)
            Ids[position] = trail.Give(slot, position);
    }

    private void HoldNumbers()
    {
        if (Ids.Length < Count)
            Array.Resize(ref Ids, Math.Max(Count, Math.Max(8, Ids.Length * 2)));
    }
}

/// <summary>The facts of one type; growable, with the array open to generated code.</summary>
internal sealed class FactList<T> : FactList
{
    private const int ScanAtMost = 8;

    /// <summary>
    /// So many forgotten facts may stay referenced until others take their places; clearing a few costs more than it frees.
    /// </summary>
    private const int KeepAtMost = 256;

    private HashSet<T>? known;
    private int knownCount;

    /// <summary>The facts; only the first <see cref="FactList.Count"/> are meant. A field, for generated code.</summary>
    public T[] Items = new T[8];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T fact)
    {
        var (items, count) = (Items, Count);
        if ((uint)count < (uint)items.Length)
        {
            items[count] = fact;
            Count = count + 1;
        }
        else
        {
            AddGrowing(fact);
        }
    }

    /// <summary>Adds facts of the list's own type.</summary>
    public void AddRange(ReadOnlySpan<T> facts)
    {
        if (Items.Length < Count + facts.Length)
            Array.Resize(ref Items, Math.Max(Items.Length * 2, Count + facts.Length));
        facts.CopyTo(Items.AsSpan(Count));
        Count += facts.Length;
    }

    /// <summary>Adds a fact unless an equal one is there.</summary>
    /// <returns>Whether it was added.</returns>
    public bool AddNew(T fact)
    {
        if (Contains(fact))
            return false;
        Add(fact);
        return true;
    }

    public override void AddObject(object fact) => Add((T)fact);

    public override bool ContainsEqual(object fact) => Contains((T)fact);

    public override object At(int index) => Items[index]!;

    public override int PositionOf(object fact)
    {
        if (typeof(T).IsValueType)
            return Array.IndexOf(Items, (T)fact, 0, Count);
        for (var i = 0; i < Count; i++)
        {
            if (ReferenceEquals(Items[i], fact))
                return i;
        }

        return fact is ValueType ? Array.IndexOf(Items, (T)fact, 0, Count) : -1;
    }

    public override void Truncate(int count)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Count - count > KeepAtMost)
            Array.Clear(Items, count, Count - count);
        Count = count;
        if (knownCount > 0)
        {
            known!.Clear();
            knownCount = 0;
        }
    }

    private void AddGrowing(T fact)
    {
        Array.Resize(ref Items, Count * 2);
        Items[Count++] = fact;
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
