using PartyRules.Engine.Model;

namespace PartyRules.Engine;

/// <summary>How a fact came about: which rule yielded it, from which facts, each with a derivation of its own.</summary>
/// <remarks>
/// Immutable and thread-safe; it stays valid after the evaluator is reset. Premises are looked up when they are first asked for. Within one
/// evaluation a fact has one derivation object.
/// </remarks>
/// <seealso href="https://doi.org/10.1007/3-540-44503-X_20">
/// Buneman, Khanna and Tan, Why and Where: A Characterization of Data Provenance, ICDT 2001
/// </seealso>
public sealed class Derivation
{
    private readonly Derivations? others;
    private readonly int id;
    private IReadOnlyList<Derivation>? premises;

    internal Derivation(object fact, RuleDefinition? rule, Derivations? others, int id)
    {
        Fact = fact;
        Rule = rule;
        this.others = others;
        this.id = id;
    }

    /// <summary>The derivation of a fact that no rule yielded.</summary>
    /// <param name="fact">The fact.</param>
    public static Derivation Given(object fact) => new(fact, null, null, 0);

    /// <summary>The derivation of a fact that a rule yielded, for engines that record it.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="rule">The rule that yielded it first.</param>
    /// <param name="premises">The facts that the rule matched, in the order of its elements.</param>
    public static Derivation Yielded(object fact, RuleDefinition rule, IReadOnlyList<Derivation> premises) =>
        new(fact, rule, null, 0) { premises = premises };

    /// <summary>The fact.</summary>
    public object Fact { get; }

    /// <summary>The rule that yielded it first; null for a given fact.</summary>
    public RuleDefinition? Rule { get; }

    /// <summary>
    /// The facts that the rule matched, in the order of its elements: matched facts, witnesses of <c>Exists</c>, and all facts behind the
    /// result of a query; empty for a given fact.
    /// </summary>
    public IReadOnlyList<Derivation> Premises => premises ??= others?.PremisesOf(id) ?? [];

    /// <summary>The fact, and the rule where there is one.</summary>
    public override string ToString() => Rule is null ? $"{Fact} (given)" : $"{Fact} (by {Rule.Name})";
}
