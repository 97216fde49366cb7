using System.Collections;
using System.Numerics;

namespace PartyRules.Engine.Fluent;

/// <summary>What a query collected. Unless the query orders it, its order has no meaning.</summary>
/// <typeparam name="T">The type of element.</typeparam>
/// <remarks>Read-only for rules. Thread-safe once collected.</remarks>
public class Facts<T> : IReadOnlyList<T>
{
    private T[] items = [];

    internal Facts()
    {
    }

    /// <summary>No element; every query that collects nothing gives this one.</summary>
    internal static Facts<T> None { get; } = new();

    /// <summary>How many elements there are.</summary>
    public int Count { get; private set; }

    /// <summary>The element at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public T this[int index] => (uint)index < (uint)Count ? items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The sum of a number of each element, by exact addition of the number's type; zero for no element.</summary>
    /// <typeparam name="TNumber">The type of number.</typeparam>
    /// <param name="selector">Gives the number.</param>
    public TNumber Sum<TNumber>(Func<T, TNumber> selector)
        where TNumber : IAdditionOperators<TNumber, TNumber, TNumber>, IAdditiveIdentity<TNumber, TNumber>
    {
        var sum = TNumber.AdditiveIdentity;
        foreach (var item in items.AsSpan(0, Count))
            sum += selector(item);
        return sum;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return items[i];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The collection with one element more: a new one where it was <see cref="None"/>, else itself.</summary>
    internal Facts<T> With(T item)
    {
        var collection = this == None ? new Facts<T>() : this;
        collection.Add(item);
        return collection;
    }

    internal void Add(T item)
    {
        if (Count == items.Length)
            Array.Resize(ref items, Math.Max(4, Count * 2));
        items[Count++] = item;
    }

    /// <summary>Orders the elements in place; those that compare equal keep their order.</summary>
    internal Facts<T> Sort(params Comparison<T>[] comparisons)
    {
        if (Count < 2)
            return this;
        var positions = Enumerable.Range(0, Count).ToArray();
        Array.Sort(positions, (left, right) =>
        {
            foreach (var comparison in comparisons)
            {
                var order = comparison(items[left], items[right]);
                if (order != 0)
                    return order;
            }

            return left.CompareTo(right);
        });
        items = Array.ConvertAll(positions, position => items[position]);
        return this;
    }
}

/// <summary>Elements of one key.</summary>
/// <typeparam name="TKey">The type of key.</typeparam>
/// <typeparam name="T">The type of element.</typeparam>
/// <remarks>Read-only for rules. Thread-safe once collected.</remarks>
public sealed class FactGroup<TKey, T> : Facts<T>, IGrouping<TKey, T>
{
    internal FactGroup(TKey key) => Key = key;

    /// <summary>The key that the elements share.</summary>
    public TKey Key { get; }
}
