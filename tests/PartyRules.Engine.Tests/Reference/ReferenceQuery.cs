using System.Collections;
using System.Collections.Immutable;
using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>A result of a query so far, and the facts that it is made of.</summary>
internal sealed record QueryResult(object? Value, IReadOnlyList<Known> Facts);

/// <summary>Applies the steps of a query to lists, one after another.</summary>
internal sealed class ReferenceQuery(
    Interpreter interpreter, ImmutableDictionary<ParameterExpression, object?> values, Action<string>? observe)
{
    public List<QueryResult> Apply(IReadOnlyList<QueryStep> steps, List<QueryResult> results)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var keys = steps.Skip(i + 1)
                .TakeWhile(next => next.Kind is QueryStepKind.ThenBy or QueryStepKind.ThenByDescending).Prepend(step).ToList();
            results = step.Kind switch
            {
                QueryStepKind.Where => results.FindAll(result => (bool)Value(step.Lambdas[0], result.Value)!),
                QueryStepKind.Select => results.ConvertAll(result => result with { Value = Value(step.Lambdas[0], result.Value) }),
                QueryStepKind.SelectMany => [
                    .. results.SelectMany(
                        result =>
                            ((IEnumerable)Value(step.Lambdas[0], result.Value)!).Cast<object?>()
                            .Select(value => result with { Value = value })),
                ],
                QueryStepKind.GroupBy => Groups(step, results),
                QueryStepKind.Collect => [Collected(step, results)],
                QueryStepKind.OrderBy or QueryStepKind.OrderByDescending => results.ConvertAll(result => Ordered(keys, result)),
                QueryStepKind.ThenBy or QueryStepKind.ThenByDescending => results,
                QueryStepKind.ToLookup => results.ConvertAll(result => Lookup(step, result)),
                _ => throw new NotSupportedException(step.Kind.ToString()),
            };
        }

        return results;
    }

    private object? Value(LambdaExpression lambda, object? argument) => interpreter.Value(lambda, values, argument);

    private List<QueryResult> Groups(QueryStep step, List<QueryResult> results)
    {
        var (key, element) = (step.Lambdas[0], step.Lambdas[1]);
        var groups = results.GroupBy(result => Value(key, result.Value)).ToList();
        foreach (var group in groups)
            observe?.Invoke(group.Count() > 1 ? "group of several" : "group of one");
        return groups.ConvertAll(group => new QueryResult(
            Collections.GroupOf(key.ReturnType, element.ReturnType, group.Key, group.Select(result => Value(element, result.Value))),
            FactsOf(group)));
    }

    private QueryResult Collected(QueryStep step, List<QueryResult> results)
    {
        observe?.Invoke(results.Count switch { 0 => "empty collection", < 3 => "collection of 1 or 2", _ => "collection of 3 or more" });
        return new QueryResult(Collections.Of(step.ElementType!, results.Select(result => result.Value)), FactsOf(results));
    }

    private QueryResult Ordered(List<QueryStep> keys, QueryResult result)
    {
        var elements = ((IEnumerable)result.Value!).Cast<object?>().ToList();
        if (keys.Count > 1
            && elements.GroupBy(element => Value(keys[0].Lambdas[0], element))
            .Any(tied => tied.DistinctBy(element => Value(keys[1].Lambdas[0], element)).Count() > 1))
            observe?.Invoke("ties that a further key decides");
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var (lambda, descends) = (
                keys[i].Lambdas[0], keys[i].Kind is QueryStepKind.OrderByDescending or QueryStepKind.ThenByDescending);
            elements = descends
                ? [.. elements.OrderByDescending(element => Value(lambda, element), ByDefault.Instance)]
                : [.. elements.OrderBy(element => Value(lambda, element), ByDefault.Instance)];
        }

        return result with { Value = Collections.Of(keys[0].ElementType!, elements) };
    }

    private QueryResult Lookup(QueryStep step, QueryResult result) => result with
    {
        Value = Collections.LookupOf(
            step.Lambdas[0].ReturnType,
            step.Lambdas[1].ReturnType,
            ((IEnumerable)result.Value!).Cast<object?>()
                .Select(element => (Value(step.Lambdas[0], element), Value(step.Lambdas[1], element)))),
    };

    private static List<Known> FactsOf(IEnumerable<QueryResult> results) => [.. results.SelectMany(result => result.Facts).Distinct()];

    /// <summary>Strings by their characters, everything else by its own order; nothing is smallest.</summary>
    private sealed class ByDefault : IComparer<object?>
    {
        public static ByDefault Instance { get; } = new();

        public int Compare(object? left, object? right) => left is string || right is string
            ? string.CompareOrdinal((string?)left, (string?)right)
            : Comparer.DefaultInvariant.Compare(left, right);
    }
}
