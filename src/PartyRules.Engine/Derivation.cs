using PartyRules.Engine.Model;

namespace PartyRules.Engine;

/// <summary>How a fact came about: which rule yielded it, from which facts, each with a derivation of its own.</summary>
/// <remarks>Immutable once the evaluation has run; then also thread-safe.</remarks>
public sealed class Derivation
{
    internal Derivation(object fact, RuleDefinition? rule, IReadOnlyList<Derivation> premises)
    {
        Fact = fact;
        Rule = rule;
        Premises = premises;
    }

    /// <summary>The derivation of a fact that no rule yielded.</summary>
    /// <param name="fact">The fact.</param>
    public static Derivation Given(object fact) => new(fact, null, []);

    /// <summary>The fact.</summary>
    public object Fact { get; }

    /// <summary>The rule that yielded it first; null for a given fact.</summary>
    public RuleDefinition? Rule { get; }

    /// <summary>The facts that the rule matched, in the order of its elements; empty for a given fact.</summary>
    public IReadOnlyList<Derivation> Premises { get; }

    /// <summary>The fact, and the rule where there is one.</summary>
    public override string ToString() => Rule is null ? $"{Fact} (given)" : $"{Fact} (by {Rule.Name})";
}
