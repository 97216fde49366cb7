using System.Linq.Expressions;

namespace PartyRules.Engine.Model;

/// <summary>A rule as data: what execution, explanation and bridges to other engines all read.</summary>
/// <remarks>
/// Facts and values that a rule names are <see cref="ParameterExpression"/>s; expressions refer to them directly. Immutable and thread-safe.
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

    /// <summary>How often the rule may fire for one combination of facts, in engines where that matters; here each combination fires once.</summary>
    public Fluent.RuleRepeatability Repeatability { get; init; }

    /// <summary>Services that actions use, by the names under which they do; none by default.</summary>
    public IReadOnlyList<ParameterExpression> Dependencies { get; init; } = [];

    /// <summary>Conditions on the match as a whole, each of type <see cref="bool"/>; none by default.</summary>
    public IReadOnlyList<Expression> Filters { get; init; } = [];

    /// <summary>What must be matched, in order. All elements must be satisfied.</summary>
    public required IReadOnlyList<RuleElement> LeftHandSide { get; init; }

    /// <summary>What follows from each match, in order.</summary>
    public required IReadOnlyList<ActionElement> RightHandSide { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>An element of a rule's left-hand side.</summary>
/// <remarks>Elements are immutable and thread-safe; expressions in them are compared as objects.</remarks>
public abstract record RuleElement
{
    private protected RuleElement()
    {
    }
}

/// <summary>Facts of one type that meet conditions.</summary>
/// <param name="Fact">The name and type of the fact; conditions refer to it.</param>
/// <param name="Conditions">What must hold; each is of type <see cref="bool"/>.</param>
public sealed record Pattern(ParameterExpression Fact, IReadOnlyList<Expression> Conditions);

/// <summary>Satisfied for each fact that meets the pattern; names it.</summary>
/// <param name="Pattern">The pattern.</param>
public sealed record MatchElement(Pattern Pattern) : RuleElement;

/// <summary>Satisfied once if some fact meets the pattern.</summary>
/// <param name="Pattern">The pattern.</param>
public sealed record ExistsElement(Pattern Pattern) : RuleElement;

/// <summary>Satisfied if no fact meets the pattern.</summary>
/// <param name="Pattern">The pattern.</param>
public sealed record NotElement(Pattern Pattern) : RuleElement;

/// <summary>Satisfied if every fact that meets the pattern meets the conditions too.</summary>
/// <param name="Pattern">Which facts are looked at.</param>
/// <param name="Conditions">What must hold of each of them.</param>
public sealed record ForAllElement(Pattern Pattern, IReadOnlyList<Expression> Conditions) : RuleElement;

/// <summary>Names each result of a query.</summary>
/// <param name="Result">The name and type of the result.</param>
/// <param name="Source">Where the query starts.</param>
/// <param name="Steps">Its steps, in order.</param>
public sealed record QueryElement(ParameterExpression Result, QuerySource Source, IReadOnlyList<QueryStep> Steps) : RuleElement;

/// <summary>Names a calculated value.</summary>
/// <param name="Value">The name and type.</param>
/// <param name="Expression">The calculation.</param>
public sealed record LetElement(ParameterExpression Value, Expression Expression) : RuleElement;

/// <summary>Keeps combinations of which a condition holds.</summary>
/// <param name="Condition">The condition, of type <see cref="bool"/>.</param>
public sealed record HavingElement(Expression Condition) : RuleElement;

/// <summary>Satisfied if all its elements are.</summary>
/// <param name="Elements">The elements.</param>
public sealed record AndElement(IReadOnlyList<RuleElement> Elements) : RuleElement;

/// <summary>Satisfied for each of its elements that is.</summary>
/// <param name="Elements">The elements.</param>
public sealed record OrElement(IReadOnlyList<RuleElement> Elements) : RuleElement;

/// <summary>Where a query starts.</summary>
public abstract record QuerySource
{
    private protected QuerySource()
    {
    }
}

/// <summary>A query that starts from facts.</summary>
/// <param name="FactType">The type of fact.</param>
/// <param name="Conditions">What must hold, as lambdas over one fact.</param>
public sealed record MatchSource(Type FactType, IReadOnlyList<LambdaExpression> Conditions) : QuerySource;

/// <summary>A query that starts from a value.</summary>
/// <param name="From">Gives the value, as a lambda without parameters.</param>
public sealed record FromSource(LambdaExpression From) : QuerySource;

/// <summary>What a step of a query does.</summary>
public enum QueryStepKind
{
    /// <summary>Keeps results that meet a condition.</summary>
    Where,

    /// <summary>Turns each result into another.</summary>
    Select,

    /// <summary>Turns each result into any number of others.</summary>
    SelectMany,

    /// <summary>Groups results by key.</summary>
    GroupBy,

    /// <summary>Collects all results into one collection.</summary>
    Collect,

    /// <summary>Orders the collection by a key, the smallest first.</summary>
    OrderBy,

    /// <summary>Orders the collection by a key, the largest first.</summary>
    OrderByDescending,

    /// <summary>Orders what is equal so far by a further key, the smallest first.</summary>
    ThenBy,

    /// <summary>Orders what is equal so far by a further key, the largest first.</summary>
    ThenByDescending,

    /// <summary>Turns the collection into a lookup.</summary>
    ToLookup,
}

/// <summary>A step of a query.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Lambdas">What it does it with: a condition, a selector, or a key selector and an element selector.</param>
/// <param name="ElementType">The type of element, for steps that work on a collection; null for others.</param>
public sealed record QueryStep(QueryStepKind Kind, IReadOnlyList<LambdaExpression> Lambdas, Type? ElementType = null);

/// <summary>An action of a rule's right-hand side.</summary>
public abstract record ActionElement
{
    private protected ActionElement()
    {
    }
}

/// <summary>Yields a fact.</summary>
/// <param name="Fact">Makes the fact, from a context and the rule's names.</param>
public sealed record YieldElement(LambdaExpression Fact) : ActionElement;

/// <summary>Does something outside once all facts are known.</summary>
/// <param name="Action">What is done, from a context and the rule's names.</param>
public sealed record DoElement(LambdaExpression Action) : ActionElement;
