using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Execution;

/// <summary>What generated code calls to order and look up.</summary>
internal static class QuerySupport
{
    /// <summary>The first element, where only that is asked of a collection.</summary>
    public static T FirstOf<T>(int count, T first) =>
        count > 0 ? first : throw new ArgumentOutOfRangeException(nameof(count), "The collection is empty.");

    public static Comparison<T> By<T, TKey>(Func<T, TKey> key, bool descending)
    {
        var comparer = typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default;
        return descending
            ? (left, right) => comparer.Compare(key(right), key(left))
            : (left, right) => comparer.Compare(key(left), key(right));
    }

    public static ILookup<TKey, TElement> Lookup<T, TKey, TElement>(Facts<T> facts, Func<T, TKey> key, Func<T, TElement> element) =>
        facts.ToLookup(key, element);
}
