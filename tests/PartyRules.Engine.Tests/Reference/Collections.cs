using System.Collections;
using System.Runtime.CompilerServices;
using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// Makes the collections that conditions and actions are written against, from elements of a type known only at run time.
/// </summary>
internal static class Collections
{
    public static object Of(Type element, IEnumerable items) => Generic(nameof(Filled), [element], items);

    public static object GroupOf(Type key, Type element, object? keyValue, IEnumerable items) =>
        Generic(nameof(FilledGroup), [key, element], keyValue, items);

    public static object LookupOf(Type key, Type element, IEnumerable<(object? Key, object? Element)> pairs) =>
        Generic(nameof(Lookup), [key, element], pairs);

    private static object Generic(string method, Type[] types, params object?[] arguments) =>
        typeof(Collections).GetMethod(method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(types).Invoke(null, arguments)!;

    private static Facts<T> Filled<T>(IEnumerable items) => Fill(Access<T>.New(), items);

    private static FactGroup<TKey, T> FilledGroup<TKey, T>(TKey key, IEnumerable items)
    {
        var group = GroupAccess<TKey, T>.New(key);
        Fill(group, items);
        return group;
    }

    private static ILookup<TKey, T> Lookup<TKey, T>(IEnumerable<(object? Key, object? Element)> pairs) =>
        pairs.ToLookup(pair => (TKey)pair.Key!, pair => (T)pair.Element!);

    private static Facts<T> Fill<T>(Facts<T> facts, IEnumerable items)
    {
        foreach (var item in items)
            Access<T>.Add(facts, (T)item);
        return facts;
    }

    /// <summary>Only an evaluation fills collections, so that no public member does.</summary>
    private static class Access<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
        public static extern Facts<T> New();

        [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Add")]
        public static extern void Add(Facts<T> facts, T item);
    }

    private static class GroupAccess<TKey, T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
        public static extern FactGroup<TKey, T> New(TKey key);
    }
}
