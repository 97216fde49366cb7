using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Core;

/// <summary>The facts that an assessment rests on.</summary>
internal sealed class FactsOf
{
    private readonly List<object> facts = [];
    private readonly Dictionary<object, Derivation> ofRules = [];
    private readonly Dictionary<Type, object> byType = [];
    private readonly Dictionary<Type, object> byComponent = [];

    public FactsOf(Derivation root)
    {
        var seen = new HashSet<Derivation>();
        var waiting = new Stack<Derivation>([root]);
        while (waiting.TryPop(out var derivation))
        {
            if (!seen.Add(derivation))
                continue;
            facts.Add(derivation.Fact);
            if (derivation.Fact is RuleCredit or Outcome { Clause: null })
                ofRules.TryAdd(derivation.Fact, derivation);
            foreach (var premise in derivation.Premises.Where(premise => IsOwn(derivation.Fact, premise.Fact)))
                waiting.Push(premise);
        }
    }

    /// <summary>
    /// A place rests on the totals of the whole pool, and a mark on its own round; an account follows neither to other subjects and rounds.
    /// </summary>
    private static bool IsOwn(object fact, object premise) => fact switch
    {
        Placing placing => premise == placing.Total,
        Mark => false,
        _ => true,
    };

    /// <summary>The facts of a type, each once.</summary>
    public IReadOnlyList<T> Of<T>()
    {
        if (byType.TryGetValue(typeof(T), out var known))
            return (IReadOnlyList<T>)known;
        List<T> found = [.. facts.OfType<T>().Distinct()];
        byType.Add(typeof(T), found);
        return found;
    }

    /// <summary>The facts of a type that belong to a component, each once.</summary>
    /// <param name="component">The component.</param>
    /// <param name="componentOf">The component to which a fact belongs; always the same for one type.</param>
    public IEnumerable<T> Of<T>(Component component, Func<T, Component> componentOf)
    {
        if (!byComponent.TryGetValue(typeof(T), out var known))
            byComponent.Add(typeof(T), known = Of<T>().ToLookup(componentOf));
        return ((ILookup<Component, T>)known)[component];
    }

    /// <summary>The rule in code that yielded a fact, and the facts it rests on that say what they are.</summary>
    public (string Rule, IReadOnlyList<IExplainedFact> Behind) Source(object fact)
    {
        if (!ofRules.TryGetValue(fact, out var derivation))
            return ("", []);
        var behind = new List<IExplainedFact>();
        var seen = new HashSet<Derivation>();
        var waiting = new Queue<Derivation>(derivation.Premises);
        while (waiting.TryDequeue(out var premise))
        {
            if (!seen.Add(premise))
                continue;
            if (premise.Fact is IExplainedFact explained)
                behind.Add(explained);
            foreach (var further in premise.Premises)
                waiting.Enqueue(further);
        }

        return (derivation.Rule?.Name ?? "", behind);
    }
}
