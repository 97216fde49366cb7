using System.Linq.Expressions;

namespace PartyRules.Engine.Model;

/// <summary>A rule as data: what execution, explanation and bridges to other engines all read.</summary>
/// <remarks>
/// Facts and values that a rule names are <see cref="ParameterExpression"/>s; expressions refer to them directly. Immutable and
/// thread-safe.
/// </remarks>
public sealed class RuleDefinition
{
    /// <summary>The name; unique within a rule set.</summary>
    public required string Name { get; init; }

    /// <summary>What the rule does, in a sentence; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The headings the rule stands under.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Orders <see cref="DoElement"/>s, the highest first; it never changes which facts are yielded.</summary>
    public int Priority { get; init; }

    /// <summary>
    /// How often the rule may fire for one combination of facts, in engines where that matters; here each combination fires once.
    /// </summary>
    public RuleRepeatability Repeatability { get; init; }

    /// <summary>Services that actions use, by the names under which they do; none by default.</summary>
    public IReadOnlyList<ParameterExpression> Dependencies { get; init; } = [];

    /// <summary>Conditions on the match as a whole, each of type <see cref="bool"/>; none by default.</summary>
    public IReadOnlyList<Expression> Filters { get; init; } = [];

    /// <summary>What must be matched, in order. All elements must be satisfied.</summary>
    public required IReadOnlyList<RuleElement> LeftHandSide { get; init; }

    /// <summary>What follows from each match, in order.</summary>
    public required IReadOnlyList<ActionElement> RightHandSide { get; init; }

    /// <summary>The types of fact that the rule reads, each once, in the order of its elements.</summary>
    public IReadOnlyList<Type> ReadTypes => [.. Readings.Select(reading => reading.FactType).Distinct()];

    /// <summary>
    /// The types of fact that the rule yields, each once, in the order of its actions. A fact may turn out to be of a derived type.
    /// </summary>
    public IReadOnlyList<Type> YieldedTypes => [.. RightHandSide.OfType<YieldElement>().Select(yield => yield.Fact.ReturnType).Distinct()];

    /// <summary>
    /// The left-hand side without groups: each alternative is a list of elements that must all be satisfied. One where no
    /// <see cref="OrElement"/>
    /// is, else one for each choice of their elements.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<SingleElement>> Alternatives => [.. RuleElement.AlternativesOf(LeftHandSide)];

    internal IEnumerable<Reading> Readings => LeftHandSide.SelectMany(element => element.Readings);

    /// <summary>Whether the rule may yield a fact that is read where a type is asked for.</summary>
    /// <param name="factType">The type that is asked for.</param>
    public bool MayYield(Type factType) => YieldedTypes.Any(yielded => Reading.MayFind(yielded, factType));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>How often a rule may fire for one combination of facts, in engines that keep facts between runs.</summary>
public enum RuleRepeatability
{
    /// <summary>Whenever its match is renewed.</summary>
    Repeatable,

    /// <summary>Once.</summary>
    NonRepeatable,
}
