using System.Linq.Expressions;

namespace PartyRules.Engine.Model;

/// <summary>Names each result of a query.</summary>
/// <param name="result">The name and type of the result.</param>
/// <param name="source">Where the query starts.</param>
/// <param name="steps">Its steps, in order.</param>
public sealed class QueryElement(ParameterExpression result, QuerySource source, IReadOnlyList<QueryStep> steps) : SingleElement
{
    /// <summary>The name and type of the result.</summary>
    public ParameterExpression Result { get; } = result;

    /// <summary>Where the query starts.</summary>
    public QuerySource Source { get; } = source;

    /// <summary>Its steps, in order.</summary>
    public IReadOnlyList<QueryStep> Steps { get; } = steps;

    internal override IEnumerable<Reading> Readings => Source.Readings;

    internal override IEnumerable<ParameterExpression> Gives => [Result];

    internal override IEnumerable<ParameterExpression> FactNames => Source.FactNames;

    internal override IEnumerable<Expression> Expressions => Lambdas.Select(lambda => lambda.Body);

    internal override IEnumerable<Pattern> Patterns => Source.Patterns;

    internal override IEnumerable<ParameterExpression> Needs => Lambdas.SelectMany(Syntax.Expressions.FreeVariables);

    private IEnumerable<LambdaExpression> Lambdas => Source.Lambdas.Concat(Steps.SelectMany(step => step.Lambdas));

    internal override SingleElement Rewrite(Func<Expression, Expression> rewrite) =>
        new QueryElement(Result, Source.Rewrite(rewrite), [.. Steps.Select(step => step.Rewrite(rewrite))]);

    internal override SingleElement Without(Predicate<Expression> holdsAnyhow) =>
        new QueryElement(Result, Source.Without(holdsAnyhow), Steps);
}

/// <summary>Where a query starts.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract class QuerySource
{
    private protected QuerySource()
    {
    }

    internal abstract IEnumerable<Reading> Readings { get; }

    internal abstract IEnumerable<ParameterExpression> FactNames { get; }

    internal abstract IEnumerable<Pattern> Patterns { get; }

    internal abstract IEnumerable<LambdaExpression> Lambdas { get; }

    internal abstract QuerySource Rewrite(Func<Expression, Expression> rewrite);

    internal abstract QuerySource Without(Predicate<Expression> holdsAnyhow);
}

/// <summary>A query that starts from facts.</summary>
/// <param name="factType">The type of fact.</param>
/// <param name="conditions">What must hold, as lambdas over one fact.</param>
public sealed class MatchSource(Type factType, IReadOnlyList<LambdaExpression> conditions) : QuerySource
{
    /// <summary>The type of fact.</summary>
    public Type FactType { get; } = factType;

    /// <summary>What must hold, as lambdas over one fact.</summary>
    public IReadOnlyList<LambdaExpression> Conditions { get; } = conditions;

    internal override IEnumerable<Reading> Readings => [new(FactType, NeedsAll: true)];

    internal override IEnumerable<ParameterExpression> FactNames => Conditions.SelectMany(condition => condition.Parameters);

    internal override IEnumerable<Pattern> Patterns =>
        Conditions.Select(condition => new Pattern(condition.Parameters[0], [condition.Body]));

    internal override IEnumerable<LambdaExpression> Lambdas => Conditions;

    internal override QuerySource Rewrite(Func<Expression, Expression> rewrite) =>
        new MatchSource(FactType, [.. Conditions.Select(condition => (LambdaExpression)rewrite(condition))]);

    internal override QuerySource Without(Predicate<Expression> holdsAnyhow) => new MatchSource(
        FactType,
        [
            .. Conditions.SelectMany(condition => Syntax.Expressions.Conjuncts(condition.Body)
                .Where(part => !holdsAnyhow(part))
                .Select(part => Expression.Lambda(part, condition.Parameters))),
        ]);
}

/// <summary>A query that starts from a value.</summary>
/// <param name="from">Gives the value, as a lambda without parameters.</param>
public sealed class FromSource(LambdaExpression from) : QuerySource
{
    /// <summary>Gives the value, as a lambda without parameters.</summary>
    public LambdaExpression From { get; } = from;

    internal override IEnumerable<Reading> Readings => [];

    internal override IEnumerable<ParameterExpression> FactNames => [];

    internal override IEnumerable<Pattern> Patterns => [];

    internal override IEnumerable<LambdaExpression> Lambdas => [From];

    internal override QuerySource Rewrite(Func<Expression, Expression> rewrite) => new FromSource((LambdaExpression)rewrite(From));

    internal override QuerySource Without(Predicate<Expression> holdsAnyhow) => this;
}

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
/// <param name="kind">What it does.</param>
/// <param name="lambdas">What it does it with: a condition, a selector, or a key selector and an element selector.</param>
/// <param name="elementType">The type of element, for steps that work on a collection; null for others.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class QueryStep(QueryStepKind kind, IReadOnlyList<LambdaExpression> lambdas, Type? elementType = null)
{
    /// <summary>What it does.</summary>
    public QueryStepKind Kind { get; } = kind;

    /// <summary>What it does it with: a condition, a selector, or a key selector and an element selector.</summary>
    public IReadOnlyList<LambdaExpression> Lambdas { get; } = lambdas;

    /// <summary>The type of element, for steps that work on a collection; null for others.</summary>
    public Type? ElementType { get; } = elementType;

    internal QueryStep Rewrite(Func<Expression, Expression> rewrite) =>
        new(Kind, [.. Lambdas.Select(lambda => (LambdaExpression)rewrite(lambda))], ElementType);
}
