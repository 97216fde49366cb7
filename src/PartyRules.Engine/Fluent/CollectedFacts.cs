namespace PartyRules.Engine.Fluent;

/// <summary>
/// Makes the collections that queries give, for bridges that run a rule's model elsewhere and for tests of what rules call.
/// </summary>
public static class CollectedFacts
{
    /// <summary>A collection of elements, in the order given.</summary>
    /// <typeparam name="T">The type of element.</typeparam>
    /// <param name="elements">The elements; copied.</param>
    public static Facts<T> Of<T>(IEnumerable<T> elements)
    {
        var collection = Facts<T>.None;
        foreach (var element in elements)
            collection = collection.With(element);
        return collection;
    }

    /// <summary>A group of elements of one key, in the order given.</summary>
    /// <typeparam name="TKey">The type of key.</typeparam>
    /// <typeparam name="T">The type of element.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="elements">The elements; copied.</param>
    public static FactGroup<TKey, T> GroupOf<TKey, T>(TKey key, IEnumerable<T> elements)
    {
        var group = new FactGroup<TKey, T>(key);
        foreach (var element in elements)
            group.Add(element);
        return group;
    }
}
