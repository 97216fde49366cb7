using System.Linq.Expressions;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// Random queries. Few conditions, on few values: most collections must have several elements, or no order and no group could be wrong.
/// </summary>
internal sealed class QueryGenerator(Random random, Func<Type, ParameterExpression> name)
{
    private readonly ConditionGenerator conditions = new(random);
    private readonly List<QueryStep> steps = [];

    /// <summary>The type of result so far.</summary>
    private Type current = null!;

    public QueryElement FromFacts(Scope scope, Type type)
    {
        var fact = name(type);
        var source = new MatchSource(
            type,
            [
                .. conditions.Of(fact, scope, random.Next(20) switch { < 11 => 0, < 19 => 1, _ => 2 })
                .Select(condition => Expression.Lambda(condition, fact)),
            ]);
        current = type;
        return Finished(source, scope);
    }

    /// <summary>Starts from a collection that an element before has named.</summary>
    public QueryElement FromCollection(Scope scope)
    {
        var (collection, element) = scope.Collections[random.Next(scope.Collections.Count)];
        var source = new FromSource(Expression.Lambda(collection));
        current = collection.Type;
        Step(QueryStepKind.SelectMany, Sequence(element, each => each));
        current = element;
        return Finished(source, scope);
    }

    private QueryElement Finished(QuerySource source, Scope scope)
    {
        // Every third is but an ordered collection: only facts with several properties tie by one and differ by another.
        if (random.Next(3) == 0 && IsFact(current))
            return Collected(source, current, scope, mustOrder: true);
        if (random.Next(5) == 0)
            Where(scope);
        if (random.Next(8) == 0)
            SelectNumber();
        else if (random.Next(10) == 0)
            SelectNumbers();
        if (random.Next(3) == 0)
            Group(scope);
        var element = current;
        if (random.Next(6) > 0 && (element.GetGenericArguments().Length == 0 || random.Next(3) == 0))
            return Collected(source, element, scope);
        var result = name(current);
        AddToScope(result, scope);
        return new QueryElement(result, source, steps);
    }

    private QueryElement Collected(QuerySource source, Type element, Scope scope, bool mustOrder = false)
    {
        Step(QueryStepKind.Collect, [], element);
        current = typeof(Facts<>).MakeGenericType(element);
        var keys = new List<LambdaExpression>();
        var choice = mustOrder ? 0 : random.Next(10);
        if (choice < 7)
            Order(element, keys);
        else if (choice == 7)
            Lookup(element);
        else if (choice == 8)
            CountIsAtLeast(random.Next(3));
        var result = name(current);
        AddToScope(result, scope, keys);
        return new QueryElement(result, source, steps);
    }

    private void Where(Scope scope)
    {
        var fact = name(current);
        Step(
            QueryStepKind.Where,
            [
                Expression.Lambda(
                    IsFact(current)
                    ? conditions.Of(fact, scope, 1)[0]
                    : conditions.Known(ValueScope(fact)) ?? Expression.Constant(true), fact),
            ]);
    }

    private void SelectNumber()
    {
        var each = name(current);
        Step(QueryStepKind.Select, [Expression.Lambda(conditions.Value(typeof(int), ValueScope(each)), each)]);
        current = typeof(int);
    }

    private void SelectNumbers()
    {
        var each = name(current);
        var numbers = Expression.Call(typeof(Small), nameof(Small.UpTo), null, conditions.Value(typeof(int), ValueScope(each)));
        Step(
            QueryStepKind.SelectMany,
            [Expression.Lambda(typeof(Func<,>).MakeGenericType(current, typeof(IEnumerable<int>)), numbers, each)]);
        current = typeof(int);
    }

    private void Group(Scope scope)
    {
        var each = name(current);
        var types = ValueScope(each) is var values && values.OfType(typeof(Level)).Count > 0 && random.Next(2) == 0
            ? typeof(Level)
            : typeof(int);
        var key = conditions.Value(types, values);
        var keyLambda = Expression.Lambda(
            random.Next(2) == 0 && key.Type == typeof(int) ? Expression.Modulo(key, Expression.Constant(2)) : key, each);
        var item = name(current);
        var element = Expression.Lambda(random.Next(2) == 0 ? item : conditions.Value(typeof(int), ValueScope(item)), item);
        Step(QueryStepKind.GroupBy, [keyLambda, element]);
        current = typeof(FactGroup<,>).MakeGenericType(keyLambda.ReturnType, element.ReturnType);
        if (random.Next(4) == 0)
            CountIsAtLeast(2);
        _ = scope;
    }

    private void CountIsAtLeast(int count)
    {
        var collection = name(current);
        Step(
            QueryStepKind.Where,
            [
                Expression.Lambda(
                    Expression.GreaterThanOrEqual(Expression.Property(collection, "Count"), Expression.Constant(count)), collection),
            ]);
    }

    /// <summary>Up to three keys; few values tie, so that the later keys decide.</summary>
    private void Order(Type element, List<LambdaExpression> keys)
    {
        for (var count = random.Next(6) switch { < 1 => 1, < 4 => 2, _ => 3 }; keys.Count < count;)
        {
            var each = name(element);
            var scope = ValueScope(each);
            var types = new[] { typeof(int), typeof(string), typeof(Level), typeof(int?) }.Where(
                type => scope.OfType(type).Count > 0).ToList();
            if (types.Count == 0)
                return;
            var values = scope.OfType(types[random.Next(types.Count)]);
            keys.Add(
                Expression.Lambda(random.Next(8) == 0 ? conditions.Value(values[0].Type, scope) : values[random.Next(values.Count)], each));
            var kind = keys.Count == 1 ? QueryStepKind.OrderBy : QueryStepKind.ThenBy;
            Step(random.Next(2) == 0 ? kind : kind + 1, [keys[^1]], element);
        }
    }

    private void Lookup(Type element)
    {
        var (each, item) = (name(element), name(element));
        var scope = ValueScope(each);
        var key = Expression.Lambda(conditions.Value(scope.OfType(typeof(string)).Count > 0 ? typeof(string) : typeof(int), scope), each);
        var value = Expression.Lambda(conditions.Value(typeof(int), ValueScope(item)), item);
        Step(QueryStepKind.ToLookup, [key, value], element);
        current = typeof(ILookup<,>).MakeGenericType(key.ReturnType, typeof(int));
    }

    private void AddToScope(ParameterExpression result, Scope scope, params IReadOnlyList<LambdaExpression> orderedBy)
    {
        if (IsFact(result.Type))
        {
            scope.AddFact(result);
            return;
        }

        if (result.Type == typeof(int))
        {
            scope.AddValue(result);
            return;
        }

        var isCollection = result.Type.GetProperty("Count") is not null
            && result.Type.GetInterface(typeof(IReadOnlyList<>).Name) is not null;
        if (!isCollection)
        {
            scope.AddText(Expression.Convert(result, typeof(object)));
            return;
        }

        var element = result.Type.GetInterface(typeof(IReadOnlyList<>).Name)!.GetGenericArguments()[0];
        scope.AddCollection(result, element);
        scope.AddValue(Expression.Property(result, "Count"), isText: false);
        if (result.Type.GetProperty("Key") is { } key)
            scope.AddValue(Expression.Property(result, key));
        var each = name(element);
        if (ValueScope(each).OfType(typeof(int)) is { Count: > 0 } numbers)
            scope.AddValue(
                Expression.Call(result, "Sum", [typeof(int)], Expression.Lambda(numbers[random.Next(numbers.Count)], each)), isText: false);
        scope.AddText(orderedBy.Count == 0 ? Expression.Convert(result, typeof(object)) : InOrder(result, element, orderedBy));
    }

    /// <summary>The elements in their order, each by the keys that order it.</summary>
    private static MethodCallExpression InOrder(ParameterExpression result, Type element, IReadOnlyList<LambdaExpression> keys)
    {
        var texts = keys.Select(
            key => Expression.Lambda(
                Expression.Call(typeof(Render), nameof(Render.Value), null, Expression.Convert(key.Body, typeof(object))), key.Parameters));
        return Expression.Call(
            typeof(Render), nameof(Render.InOrder), [element], result, Expression.NewArrayInit(
                typeof(Func<,>).MakeGenericType(element, typeof(string)), texts));
    }

    private static bool IsFact(Type type) => type == typeof(IMarked) || RuleSetGenerator.FactTypes.Contains(type);

    /// <summary>What can be said of one element of a query.</summary>
    private static Scope ValueScope(ParameterExpression each)
    {
        if (IsFact(each.Type))
            return Scope.Of(each);
        var scope = new Scope();
        if (each.Type == typeof(int))
            scope.AddValue(each);
        else if (each.Type.GetProperty("Count") is { } count)
            scope.AddValue(Expression.Property(each, count));
        return scope;
    }

    private LambdaExpression[] Sequence(Type element, Func<ParameterExpression, Expression> of)
    {
        var each = name(current);
        return [
            Expression.Lambda(typeof(Func<,>).MakeGenericType(current, typeof(IEnumerable<>).MakeGenericType(element)), of(each), each),
        ];
    }

    private void Step(QueryStepKind kind, LambdaExpression[] lambdas, Type? element = null) =>
        steps.Add(new QueryStep(kind, lambdas, element));
}
