using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>A query as it is run: where nothing but aggregates of a collection or group is asked for, it is never made.</summary>
/// <param name="query">The query as it was written.</param>
internal sealed class CompiledQuery(QueryElement query) : SingleElement
{
    /// <summary>The name of the result; not given where aggregates stand for it.</summary>
    public ParameterExpression Result => query.Result;

    /// <summary>Where the query starts.</summary>
    public QuerySource Source => query.Source;

    /// <summary>Its steps.</summary>
    public IReadOnlyList<QueryStep> Steps => query.Steps;

    /// <summary>Whether the collection or group itself is not made.</summary>
    public bool IsFused { get; init; }

    /// <summary>The name of the group's key, where the key stands for the group.</summary>
    public ParameterExpression? Key { get; init; }

    /// <summary>What stands for the collection or group; empty where it is made.</summary>
    public IReadOnlyList<Aggregate> Aggregates { get; init; } = [];

    /// <summary>Whether the query has exactly one result.</summary>
    public bool CollectsAll => Steps.Count > 0
        && Steps[^1].Kind is not (QueryStepKind.Where or QueryStepKind.Select or QueryStepKind.SelectMany or QueryStepKind.GroupBy);

    internal override IEnumerable<Reading> Readings => query.Readings;

    internal override IEnumerable<ParameterExpression> Gives =>
        IsFused ? Aggregates.Select(aggregate => aggregate.Name).Concat(Key is null ? [] : [Key]) : query.Gives;

    internal override IEnumerable<ParameterExpression> FactNames => query.FactNames;

    internal override IEnumerable<Expression> Expressions => query.Expressions.Concat(Selectors.Select(selector => selector.Body));

    internal override IEnumerable<Pattern> Patterns => query.Patterns;

    internal override IEnumerable<ParameterExpression> Needs => query.Needs.Concat(Selectors.SelectMany(Syntax.Expressions.FreeVariables));

    private IEnumerable<LambdaExpression> Selectors => Aggregates.Select(aggregate => aggregate.Selector).OfType<LambdaExpression>();

    /// <summary>The query whose aggregates stand for its collection or group.</summary>
    public CompiledQuery Fused(ParameterExpression? key, IReadOnlyList<Aggregate> aggregates) =>
        new(query) { IsFused = true, Key = key, Aggregates = aggregates };

    internal override SingleElement Rewrite(Func<Expression, Expression> rewrite) => new CompiledQuery((QueryElement)query.Rewrite(rewrite))
    {
        IsFused = IsFused,
        Key = Key,
        Aggregates = [.. Aggregates.Select(aggregate => aggregate.Rewrite(rewrite))],
    };

    internal override SingleElement Without(Predicate<Expression> holdsAnyhow) =>
        throw new NotSupportedException("Equalities that hold anyhow are left out before queries are compiled.");
}

/// <summary>What an aggregate takes from the elements of a collection or group.</summary>
internal enum AggregateKind
{
    /// <summary>How many there are.</summary>
    Count,

    /// <summary>The sum of a number of each.</summary>
    Sum,

    /// <summary>The first of them.</summary>
    First,
}

/// <summary>One aggregate.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Name">The name of the value.</param>
/// <param name="Selector">What is added up of each element; null for other kinds.</param>
internal sealed record Aggregate(AggregateKind Kind, ParameterExpression Name, LambdaExpression? Selector)
{
    public Aggregate Rewrite(Func<Expression, Expression> rewrite) =>
        Selector is null ? this : this with { Selector = (LambdaExpression)rewrite(Selector) };

    public override string ToString() => Selector is null ? Kind.ToString() : $"{Kind} of {Selector.Body}";
}
