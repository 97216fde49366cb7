using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>A query as it is run: where nothing but aggregates of a collection or group is asked for, it is never made.</summary>
/// <param name="Result">The name of the result; not given where aggregates stand for it.</param>
/// <param name="Source">Where the query starts.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Key">The name of the group's key, where the key stands for the group.</param>
/// <param name="Aggregates">What stands for the collection or group; empty where it is made.</param>
internal sealed record CompiledQuery(
    ParameterExpression Result, QuerySource Source, IReadOnlyList<QueryStep> Steps, ParameterExpression? Key, IReadOnlyList<Aggregate> Aggregates) : RuleElement
{
    /// <summary>Whether the collection or group itself is not made.</summary>
    public required bool IsFused { get; init; }

    /// <summary>Whether the query has exactly one result.</summary>
    public bool CollectsAll => Steps.Count > 0 && Steps[^1].Kind is not (QueryStepKind.Where or QueryStepKind.Select or QueryStepKind.SelectMany or QueryStepKind.GroupBy);

    /// <summary>The names that the query gives.</summary>
    public IEnumerable<ParameterExpression> Gives => IsFused ? Aggregates.Select(aggregate => aggregate.Name).Concat(Key is null ? [] : [Key]) : [Result];

    /// <summary>The names that the query needs.</summary>
    public IEnumerable<ParameterExpression> Needs => Lambdas.SelectMany(Expressions.FreeVariables);

    /// <summary>What the query works out.</summary>
    public IEnumerable<LambdaExpression> Lambdas =>
        SourceLambdas.Concat(Steps.SelectMany(step => step.Lambdas)).Concat(Aggregates.Select(aggregate => aggregate.Selector).OfType<LambdaExpression>());

    private IEnumerable<LambdaExpression> SourceLambdas => Source switch
    {
        MatchSource match => match.Conditions,
        FromSource from => [from.From],
        _ => [],
    };
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
    public override string ToString() => Selector is null ? Kind.ToString() : $"{Kind} of {Selector.Body}";
}
