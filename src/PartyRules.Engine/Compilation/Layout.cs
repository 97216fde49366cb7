using System.Collections.Concurrent;
using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>Where an evaluator keeps facts: a list for every type that a rule reads or yields, and the indexes over them.</summary>
internal sealed class Layout
{
    private readonly Dictionary<Type, int> slots = [];
    private readonly List<Type> types = [];
    private readonly ConcurrentDictionary<Type, Targets> targets = new();
    private readonly List<(int Slot, Delegate Key, Type IndexType)> indexes = [];
    private readonly Dictionary<string, int> indexByText = [];
    private readonly Lock indexLock = new();

    public Layout(IEnumerable<RuleDefinition> rules)
    {
        foreach (var rule in rules)
        {
            foreach (var reading in Stratifier.ReadingsOf(rule.LeftHandSide))
                AddSlot(reading.Type);
            foreach (var type in Stratifier.YieldsOf(rule))
                AddSlot(type);
        }
    }

    public int SlotOf(Type type) => slots[type];

    public bool TryGetSlot(Type type, out int slot) => slots.TryGetValue(type, out slot);

    public FactList[] CreateLists() => [.. types.Select(FactList.Create)];

    /// <summary>Whether a yielded fact needs nothing but to be put in one list: its type is exact, read under no other type, and each object a fact of its own.</summary>
    public bool IsPlain(Type type) => type.IsSealed && TargetsOf(type) is { Slots.Length: 1, HasValueEquality: false };

    /// <summary>The lists that facts of an exact type belong to.</summary>
    public Targets TargetsOf(Type type) => targets.GetOrAdd(type, exact => new Targets(
        [.. slots.Where(slot => slot.Key.IsAssignableFrom(exact)).OrderBy(slot => slot.Key == exact ? -1 : slot.Value).Select(slot => slot.Value)],
        FactList.HasValueEquality(exact)));

    /// <summary>The number of the index over a type by a key. Plain chains of members share an index.</summary>
    public int IndexOf(Type type, LambdaExpression key)
    {
        lock (indexLock)
        {
            var text = $"{SlotOf(type)}:{Expressions.Apply(key, Expression.Parameter(type, "fact"))}:{key.ReturnType}";
            var isMemberChain = key.Body is MemberExpression or ParameterExpression;
            if (isMemberChain && indexByText.TryGetValue(text, out var known))
                return known;
            var indexType = typeof(FactIndex<,>).MakeGenericType(type, key.ReturnType);
            indexes.Add((SlotOf(type), key.Compile(), indexType));
            if (isMemberChain)
                indexByText.Add(text, indexes.Count - 1);
            return indexes.Count - 1;
        }
    }

    public (FactIndex Index, int Slot)[] CreateIndexes()
    {
        lock (indexLock)
            return [.. indexes.Select(index => ((FactIndex)Activator.CreateInstance(index.IndexType, index.Key)!, index.Slot))];
    }

    private void AddSlot(Type type)
    {
        if (slots.TryAdd(type, types.Count))
            types.Add(type);
    }
}

/// <summary>The lists that facts of one exact type belong to.</summary>
/// <param name="Slots">Their slots, the type's own first.</param>
/// <param name="HasValueEquality">Whether equal facts are one fact.</param>
internal sealed record Targets(int[] Slots, bool HasValueEquality);
