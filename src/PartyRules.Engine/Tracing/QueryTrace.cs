using System.Linq.Expressions;
using System.Reflection;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tracing;

/// <summary>Runs the steps of a query one after the other, each lambda by a call that can be watched.</summary>
internal static class QueryTrace
{
    public delegate object? Call(LambdaExpression lambda, object? argument);

    public static List<object?> Run(IReadOnlyList<QueryStep> steps, List<object?> values, Call call)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (step.Kind is QueryStepKind.OrderBy or QueryStepKind.OrderByDescending)
            {
                var keys = steps.Skip(i)
                    .TakeWhile((key, n) => n == 0 || key.Kind is QueryStepKind.ThenBy or QueryStepKind.ThenByDescending).ToList();
                values = [.. values.Select(collection => Generic(nameof(Ordered), [step.ElementType!], collection, keys, call))];
                i += keys.Count - 1;
            }
            else
            {
                values = Run(step, values, call);
            }
        }

        return values;
    }

    private static List<object?> Run(QueryStep step, List<object?> values, Call call) => step.Kind switch
    {
        QueryStepKind.Where => [.. values.Where(value => (bool)call(step.Lambdas[0], value)!)],
        QueryStepKind.Select => [.. values.Select(value => call(step.Lambdas[0], value))],
        QueryStepKind.SelectMany =>
            [.. values.SelectMany(value => ((System.Collections.IEnumerable)call(step.Lambdas[0], value)!).Cast<object?>())],
        QueryStepKind.GroupBy =>
            (List<object?>)Generic(nameof(Grouped), [step.Lambdas[0].ReturnType, step.Lambdas[1].ReturnType], step, values, call)!,
        QueryStepKind.Collect => [Generic(nameof(Collected), [step.ElementType!], values)],
        QueryStepKind.ToLookup => [.. values.Select(value => Generic(
            nameof(Looked), [step.ElementType!, step.Lambdas[0].ReturnType, step.Lambdas[1].ReturnType], step, value, call))],
        _ => throw new NotSupportedException($"{step.Kind} must follow an ordering."),
    };

    private static object? Generic(string method, Type[] types, params object?[] arguments)
    {
        var call = typeof(QueryTrace).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(types);
        return call.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static Facts<T> Collected<T>(List<object?> values)
    {
        var collection = new Facts<T>();
        foreach (var value in values)
            collection.Add((T)value!);
        return collection;
    }

    private static List<object?> Grouped<TKey, TElement>(QueryStep step, List<object?> values, Call call)
        where TKey : notnull
    {
        var groups = new OrderedDictionary<TKey, FactGroup<TKey, TElement>>();
        foreach (var value in values)
        {
            var key = (TKey)call(step.Lambdas[0], value)!;
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = new FactGroup<TKey, TElement>(key));
            group.Add((TElement)call(step.Lambdas[1], value)!);
        }

        return [.. groups.Values];
    }

    private static Facts<T> Ordered<T>(Facts<T> collection, List<QueryStep> keys, Call call)
    {
        var ordered = collection
            .Select(element => (Element: element, Keys: keys.Select(key => call(key.Lambdas[0], element)).ToArray()))
            .ToList();
        var comparers = keys.Select(key => (IComparer<object?>)Generic(nameof(Comparing), [key.Lambdas[0].ReturnType])!).ToArray();
        var stable = ordered.OrderBy(pair => pair.Keys, Comparer<object?[]>.Create((left, right) =>
        {
            for (var i = 0; i < keys.Count; i++)
            {
                var order = comparers[i].Compare(left[i], right[i]);
                if (order != 0)
                    return keys[i].Kind is QueryStepKind.OrderByDescending or QueryStepKind.ThenByDescending ? -order : order;
            }

            return 0;
        }));
        return Collected<T>([.. stable.Select(pair => (object?)pair.Element)]);
    }

    private static IComparer<object?> Comparing<TKey>()
    {
        var comparer = typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default;
        return Comparer<object?>.Create((left, right) => comparer.Compare((TKey)left!, (TKey)right!));
    }

    private static ILookup<TKey, TElement> Looked<T, TKey, TElement>(QueryStep step, IEnumerable<T> values, Call call) =>
        values.ToLookup(value => (TKey)call(step.Lambdas[0], value)!, value => (TElement)call(step.Lambdas[1], value)!);
}
