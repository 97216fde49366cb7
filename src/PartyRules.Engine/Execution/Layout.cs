using System.Collections.Concurrent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Execution;

/// <summary>Where an evaluator keeps facts: a list for every type that a rule reads or yields.</summary>
internal sealed class Layout
{
    private readonly Dictionary<Type, int> slots = [];
    private readonly List<Type> types = [];
    private readonly ConcurrentDictionary<Type, Targets> targets = new();

    public Layout(IEnumerable<RuleDefinition> rules)
    {
        foreach (var rule in rules)
        {
            foreach (var type in rule.ReadTypes)
                AddSlot(type);
            foreach (var type in rule.YieldedTypes)
                AddSlot(type);
        }
    }

    public int SlotOf(Type type) => slots[type];

    public bool TryGetSlot(Type type, out int slot) => slots.TryGetValue(type, out slot);

    public FactList[] CreateLists() => [.. types.Select(FactList.Create)];

    /// <summary>The lists that facts of an exact type belong to.</summary>
    public Targets TargetsOf(Type type) =>
        targets.TryGetValue(type, out var known) ? known : targets.GetOrAdd(type, exact => new Targets(
            [
                .. slots.Where(slot => slot.Key.IsAssignableFrom(exact))
                    .OrderBy(slot => slot.Key == exact ? -1 : slot.Value).Select(slot => slot.Value),
            ],
            FactHandling.AreEqualFactsOne(exact)));

    private void AddSlot(Type type)
    {
        if (slots.TryAdd(type, types.Count))
            types.Add(type);
    }
}

/// <summary>The lists that facts of one exact type belong to.</summary>
/// <param name="Slots">Their slots, the type's own first.</param>
/// <param name="AreEqualFactsOne">Whether equal facts are one fact.</param>
internal sealed record Targets(int[] Slots, bool AreEqualFactsOne);
