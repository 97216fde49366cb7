using System.Linq.Expressions;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Results;

namespace PartyRules.NRules.Conversion;

/// <summary>A result of a query with its number, so that equal results stay apart.</summary>
/// <param name="number">The number, from 0.</param>
/// <param name="value">The result.</param>
internal sealed class Numbered<T>(int number, T value)
{
    public int Number { get; } = number;

    public T Value { get; } = value;
}

/// <summary>The steps of a query as one expression over the facts that NRules has collected.</summary>
/// <param name="Results">The results, as a sequence.</param>
/// <param name="Element">The type of result.</param>
/// <param name="IsSingle">Whether there is always exactly one.</param>
internal sealed record QuerySteps(Expression Results, Type Element, bool IsSingle)
{
    public static QuerySteps Apply(IReadOnlyList<QueryStep> steps, Expression source, bool isSingle)
    {
        var element = source.Type.IsArray ? source.Type.GetElementType()! : source.Type.GetGenericArguments()[0];
        var query = new QuerySteps(source, element, isSingle);
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Kind is QueryStepKind.OrderBy or QueryStepKind.OrderByDescending)
            {
                var keys = steps.Skip(i)
                    .TakeWhile((step, n) => n == 0 || step.Kind is QueryStepKind.ThenBy or QueryStepKind.ThenByDescending).ToList();
                query = query.Ordered(keys);
                i += keys.Count - 1;
            }
            else
            {
                query = query.Then(steps[i]);
            }
        }

        return query;
    }

    /// <summary>Groups in order of their first element.</summary>
    public static IEnumerable<FactGroup<TKey, T>> Group<TSource, TKey, T>(
        IEnumerable<TSource> source, Func<TSource, TKey> key, Func<TSource, T> element)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, (int Order, List<T> Elements)>();
        foreach (var item in source)
        {
            var itemKey = key(item);
            if (!groups.TryGetValue(itemKey, out var group))
                groups.Add(itemKey, group = (groups.Count, []));
            group.Elements.Add(element(item));
        }

        return groups.OrderBy(group => group.Value.Order).Select(group => CollectedFacts.GroupOf(group.Key, group.Value.Elements));
    }

    public static IEnumerable<Facts<T>> Collect<T>(IEnumerable<T> source) => [CollectedFacts.Of(source)];

    public static IEnumerable<Numbered<T>> Number<T>(IEnumerable<T> source) =>
        source.Select((value, number) => new Numbered<T>(number, value)).ToList();

    public static T Only<T>(IEnumerable<T> source) => source.Single();

    /// <summary>By default order; strings ordinally.</summary>
    public static IComparer<TKey> Comparer<TKey>() =>
        typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : System.Collections.Generic.Comparer<TKey>.Default;

    private QuerySteps Then(QueryStep step) => step.Kind switch
    {
        QueryStepKind.Where => this with { Results = Linq(nameof(Enumerable.Where), [Element], step.Lambdas[0]), IsSingle = false },
        QueryStepKind.Select => new(
            Linq(nameof(Enumerable.Select), [Element, step.Lambdas[0].ReturnType], step.Lambdas[0]), step.Lambdas[0].ReturnType, IsSingle),
        QueryStepKind.SelectMany => Many(step.Lambdas[0], step.Lambdas[0].ReturnType.GetGenericArguments()[0]),
        QueryStepKind.GroupBy => new(
            Own(
                nameof(Group),
                [Element, step.Lambdas[0].ReturnType, step.Lambdas[1].ReturnType],
                Results,
                step.Lambdas[0],
                step.Lambdas[1]),
            typeof(FactGroup<,>).MakeGenericType(step.Lambdas[0].ReturnType, step.Lambdas[1].ReturnType),
            false),
        QueryStepKind.Collect => new(Own(nameof(Collect), [Element], Results), typeof(Facts<>).MakeGenericType(Element), true),
        QueryStepKind.ToLookup => Lookup(step),
        _ => throw new NotSupportedException($"{step.Kind} must follow an ordering."),
    };

    private QuerySteps Many(LambdaExpression selector, Type result) =>
        new(Linq(nameof(Enumerable.SelectMany), [Element, result], selector), result, false);

    private QuerySteps Lookup(QueryStep step)
    {
        var (key, element) = (step.Lambdas[0], step.Lambdas[1]);
        var collection = Expression.Parameter(Element, "collection");
        var lookup = Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.ToLookup),
            [step.ElementType!, key.ReturnType, element.ReturnType],
            collection,
            key,
            element);
        return EachCollection(lookup, collection);
    }

    private QuerySteps Ordered(List<QueryStep> keys)
    {
        var element = keys[0].ElementType!;
        var collection = Expression.Parameter(Element, "collection");
        var ordered = keys.Aggregate((Expression)collection, (sequence, step) => Expression.Call(
            typeof(Enumerable),
            step.Kind.ToString(),
            [element, step.Lambdas[0].ReturnType],
            sequence,
            step.Lambdas[0],
            Own(nameof(Comparer), [step.Lambdas[0].ReturnType])));
        return EachCollection(Expression.Call(typeof(CollectedFacts), nameof(CollectedFacts.Of), [element], ordered), collection);
    }

    private QuerySteps EachCollection(Expression result, ParameterExpression collection) =>
        new(Linq(nameof(Enumerable.Select), [Element, result.Type], Expression.Lambda(result, collection)), result.Type, IsSingle);

    private MethodCallExpression Linq(string method, Type[] types, LambdaExpression lambda) =>
        Expression.Call(typeof(Enumerable), method, types, Results, lambda);

    private static MethodCallExpression Own(string method, Type[] types, params Expression[] arguments) =>
        Expression.Call(typeof(QuerySteps), method, types, arguments);
}
