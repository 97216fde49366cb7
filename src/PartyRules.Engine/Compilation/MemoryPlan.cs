using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Compilation;

/// <summary>
/// What generated code needs in the memory of an evaluator beside the facts: indexes over them, filters, and room to work in.
/// </summary>
/// <remarks>Filled while rules are compiled; evaluators are made once that is done.</remarks>
internal sealed class MemoryPlan(Layout layout)
{
    private readonly List<RuleDefinition> rules = [];
    private readonly List<int> indexSlots = [];
    private readonly Dictionary<string, int> indexByKeys = [];
    private readonly List<Type> scratch = [];
    private readonly Dictionary<string, int> readingsByConditions = [];
    private readonly Dictionary<string, int> filterByConditions = [];
    private readonly List<int> filterSlots = [];
    private readonly Dictionary<object, int> identities = ExpressionText.NewIdentities();

    public Layout Layout { get; } = layout;

    /// <summary>The number of a rule, by which trails of derivations name it.</summary>
    public int NumberOf(RuleDefinition rule)
    {
        var known = rules.IndexOf(rule);
        if (known < 0)
            rules.Add(rule);
        return known < 0 ? rules.Count - 1 : known;
    }

    /// <summary>
    /// The number of the index over the facts of a type by the keys of joins. Readings with the same keys share an index.
    /// </summary>
    public int IndexOf(ParameterExpression fact, IReadOnlyList<EqualityJoin> joins)
    {
        var slot = Layout.SlotOf(fact.Type);
        var keys = joins.Select(join => $"{join.IsByReference}{ExpressionText.Canonical(identities, join.FactKey, fact)}");
        var text = $"{slot}:{string.Join('&', keys)}";
        if (!indexByKeys.TryGetValue(text, out var number))
        {
            number = indexSlots.Count;
            indexSlots.Add(slot);
            indexByKeys.Add(text, number);
        }

        return number;
    }

    /// <summary>Counts a reading, so that it is known which conditions several readings ask.</summary>
    public void Count(FactReading reading)
    {
        if (ConditionsOf(reading) is { } text)
            readingsByConditions[text] = readingsByConditions.GetValueOrDefault(text) + 1;
    }

    /// <summary>
    /// The number of the filter that answers the conditions of a reading on the fact alone; null where no other reading asks them.
    /// </summary>
    public int? FilterOf(FactReading reading)
    {
        if (ConditionsOf(reading) is not { } text || readingsByConditions.GetValueOrDefault(text) < 2)
            return null;
        if (!filterByConditions.TryGetValue(text, out var number))
        {
            number = filterSlots.Count;
            filterSlots.Add(Layout.SlotOf(reading.Fact.Type));
            filterByConditions.Add(text, number);
        }

        return number;
    }

    /// <summary>Reserves working memory of a type.</summary>
    /// <returns>Its number.</returns>
    public int Reserve(Type type)
    {
        scratch.Add(type);
        return scratch.Count - 1;
    }

    /// <summary>Makes the memory of an evaluator.</summary>
    /// <param name="referenceFacts">The facts that every partition shares.</param>
    /// <param name="recordDerivations">Whether it records how each fact came about.</param>
    /// <param name="provider">Where services are found; null for none.</param>
    public WorkingMemory CreateMemory(IReadOnlyList<object> referenceFacts, bool recordDerivations, IServiceProvider? provider)
    {
        var memory = new WorkingMemory(Layout, recordDerivations ? new Trail(rules) : null, provider);
        memory.Begin(
            referenceFacts,
            lists => [.. indexSlots.Select(slot => (new FactIndex(isOverReferenceFacts: lists[slot].Count > 0), slot))],
            [.. filterSlots.Select(slot => (new FactFilter(), slot))],
            [.. scratch.Select(type => (Scratch)Activator.CreateInstance(type)!)]);
        return memory;
    }

    private string? ConditionsOf(FactReading reading) => reading.Joins.Count > 0 || reading.OwnConditions.Count == 0
        ? null
        : $"{Layout.SlotOf(reading.Fact.Type)}:{string.Join('&', TextsOf(reading.OwnConditions, reading.Fact))}";

    private IEnumerable<string> TextsOf(IReadOnlyList<Expression> conditions, ParameterExpression fact) =>
        conditions.Select(condition => ExpressionText.Canonical(identities, condition, fact));
}
