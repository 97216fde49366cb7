using System.Linq.Expressions;
using PartyRules.Engine.Execution;

namespace PartyRules.Engine.Compilation;

/// <summary>What generated code keeps in an evaluator beside the facts: indexes over them, and working memory.</summary>
/// <remarks>Filled while rules are compiled, then left alone.</remarks>
internal sealed class Frame(Layout layout)
{
    private readonly List<int> indexSlots = [];
    private readonly Dictionary<string, int> indexByKeys = [];
    private readonly List<Type> scratch = [];
    private readonly Dictionary<object, int> identities = ExpressionText.NewIdentities();

    public Layout Layout { get; } = layout;

    /// <summary>The number of the index over the facts of a type by the keys of joins. Readings with the same keys share an index.</summary>
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

    /// <summary>Reserves working memory of a type.</summary>
    /// <returns>Its number.</returns>
    public int Reserve(Type type)
    {
        scratch.Add(type);
        return scratch.Count - 1;
    }

    /// <summary>Makes the indexes for an evaluator.</summary>
    /// <param name="lists">Its lists, with the reference facts alone.</param>
    public (FactIndex Index, int Slot)[] CreateIndexes(FactList[] lists) =>
        [.. indexSlots.Select(slot => (new FactIndex(isOverReferenceFacts: lists[slot].Count > 0), slot))];

    /// <summary>Makes the working memory for an evaluator.</summary>
    public Scratch[] CreateScratch() => [.. scratch.Select(type => (Scratch)Activator.CreateInstance(type)!)];
}
