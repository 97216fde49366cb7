using System.Linq.Expressions;
using System.Reflection;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Compilation;

/// <summary>A result on its way through a query, and the facts it rests on where derivations are recorded.</summary>
internal sealed record StreamValue(Expression Value, Lineage? Lineage);

/// <summary>The results of a part of a query: takes what to do with each, and gives the code that does it.</summary>
internal delegate Expression FactStream(Func<StreamValue, Expression> sink);

/// <summary>
/// Generates the code of queries. Results flow from step to step without being stored, until a step collects or groups them.
/// </summary>
internal sealed class QueryEmitter(CodeScope scope, bool records)
{
    /// <summary>Generates the code of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="source">Where it starts.</param>
    /// <param name="then">What follows for each result, given the facts it rests on.</param>
    public Expression Emit(CompiledQuery query, FactStream source, Func<Lineage?, Expression> then)
    {
        if (query.IsFused)
        {
            var stream = Through([.. query.Steps.SkipLast(1)], source);
            return query.Steps[^1].Kind == QueryStepKind.GroupBy
                ? GroupAggregates(query, stream, then)
                : CollectionAggregates(query, stream, then);
        }

        return Through(query.Steps, source)(result =>
            Expression.Block([query.Result], Expression.Assign(query.Result, Fit(result.Value, query.Result.Type)), then(result.Lineage)));
    }

    private FactStream Through(IReadOnlyList<QueryStep> steps, FactStream source)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (step.Kind is QueryStepKind.OrderBy or QueryStepKind.OrderByDescending)
            {
                var keys = steps.Skip(i)
                    .TakeWhile((key, n) => n == 0 || key.Kind is QueryStepKind.ThenBy or QueryStepKind.ThenByDescending).ToList();
                source = Ordered(keys, source);
                i += keys.Count - 1;
            }
            else
            {
                source = Through(step, source);
            }
        }

        return source;
    }

    private FactStream Through(QueryStep step, FactStream source) => step.Kind switch
    {
        QueryStepKind.Where => sink => source(value => Named(value, v => Expression.IfThen(Call(step.Lambdas[0], v.Value), sink(v)))),
        QueryStepKind.Select => sink => source(value => Named(value, v => sink(v with { Value = Call(step.Lambdas[0], v.Value) }))),
        QueryStepKind.SelectMany => sink => source(value => Named(value, v =>
            ForEach(Call(step.Lambdas[0], v.Value), element => sink(v with { Value = element })))),
        QueryStepKind.GroupBy => Grouped(step, source),
        QueryStepKind.Collect => Collected(step, source),
        QueryStepKind.ToLookup => sink => source(value => sink(value with
        {
            Value = Expression.Call(
                typeof(QuerySupport),
                nameof(QuerySupport.Lookup),
                [step.ElementType!, step.Lambdas[0].ReturnType, step.Lambdas[1].ReturnType],
                value.Value,
                Expressions.Prepare(step.Lambdas[0]),
                Expressions.Prepare(step.Lambdas[1])),
        })),
        _ => throw new InvalidOperationException($"{step.Kind} must follow an ordering."),
    };

    private FactStream Collected(QueryStep step, FactStream source)
    {
        var type = typeof(Facts<>).MakeGenericType(step.ElementType!);
        return sink =>
        {
            var collection = Expression.Variable(type, "collection");
            var (clear, ids) = NewIds();
            return Expression.Block(
                [collection],
                clear,
                Expression.Assign(
                    collection,
                    Expression.Property(null, type.GetProperty(nameof(Facts<object>.None), BindingFlags.Static | BindingFlags.NonPublic)!)),
                source(value => Expression.Block(
                    Expression.Assign(
                        collection,
                        Expression.Call(
                            collection,
                            type.GetMethod(nameof(Facts<object>.With), BindingFlags.Instance | BindingFlags.NonPublic)!,
                            Fit(value.Value, step.ElementType!))),
                    AddLineage(value, ids))),
                sink(new StreamValue(collection, ids is null ? null : new Lineage(null, ids))));
        };
    }

    private BlockExpression CollectionAggregates(CompiledQuery query, FactStream source, Func<Lineage?, Expression> then)
    {
        var (clear, ids) = NewIds();
        var count = query.Aggregates.FirstOrDefault(aggregate => aggregate.Kind == AggregateKind.Count)?.Name
            ?? Expression.Variable(typeof(int), "count");
        Expression Take(Aggregate aggregate, Expression value) => aggregate.Kind switch
        {
            AggregateKind.Sum => Expression.Assign(aggregate.Name, Expression.Add(aggregate.Name, Call(aggregate.Selector!, value))),
            AggregateKind.First => Expression.IfThen(
                Expression.Equal(count, Expression.Constant(0)), Expression.Assign(aggregate.Name, Fit(value, aggregate.Name.Type))),
            _ => Expression.Empty(),
        };
        var names = query.Aggregates.Select(aggregate => aggregate.Name).Append(count).Distinct().ToList();
        return Expression.Block(
            names,
            [
                clear,
                .. names.Select(name => Expression.Assign(name, Expression.Default(name.Type))),
                source(value => Named(value, v => Expression.Block(
                    [
                        .. query.Aggregates.Select(aggregate => Take(aggregate, v.Value)),
                        Expression.PreIncrementAssign(count),
                        AddLineage(v, ids),
                    ]))),
                then(ids is null ? null : new Lineage(null, ids)),
            ]);
    }

    private FactStream Grouped(QueryStep step, FactStream source)
    {
        var (key, element) = (step.Lambdas[0], step.Lambdas[1]);
        var groups = scope.Scratch(typeof(GroupCollections<,>).MakeGenericType(key.ReturnType, element.ReturnType));
        return sink => Groups(
            key,
            source,
            [groups],
            (group, keyValue, value) =>
                Expression.Call(groups, nameof(GroupCollections<int, int>.Add), null, group, keyValue, Call(element, value)),
            (group, _, lineage) =>
                sink(new StreamValue(Expression.Call(groups, nameof(GroupCollections<int, int>.At), null, group), lineage)));
    }

    private BlockExpression GroupAggregates(CompiledQuery query, FactStream source, Func<Lineage?, Expression> then)
    {
        var (key, element) = (query.Steps[^1].Lambdas[0], query.Steps[^1].Lambdas[1]);
        var sums = query.Aggregates
            .Select(aggregate => (Aggregate: aggregate, Sums: scope.Scratch(typeof(GroupSums<>).MakeGenericType(aggregate.Name.Type))))
            .ToList();
        Expression Take(Aggregate aggregate, Expression value) =>
            aggregate.Kind == AggregateKind.Count ? Expression.Constant(1) : Call(aggregate.Selector!, Call(element, value));
        return Groups(
            key,
            source,
            [.. sums.Select(sum => sum.Sums)],
            (group, _, value) => Expression.Block(
                [
                    .. sums.Select(sum => Expression.Call(sum.Sums, nameof(GroupSums<int>.Add), null, group, Take(sum.Aggregate, value))),
                    Expression.Empty(),
                ]),
            (group, keyValue, lineage) => Expression.Block(
                query.Gives,
                [
                    .. sums.Select(
                        sum => Expression.Assign(sum.Aggregate.Name, Expression.Call(sum.Sums, nameof(GroupSums<int>.At), null, group))),
                    query.Key is null ? Expression.Empty() : Expression.Assign(query.Key, keyValue),
                    then(lineage),
                ]));
    }

    /// <summary>
    /// Numbers the groups of a stream, lets memory take each element, then goes through the groups in order of their first element.
    /// </summary>
    private BlockExpression Groups(
        LambdaExpression key,
        FactStream source,
        IReadOnlyList<ParameterExpression> memory,
        Func<Expression, Expression, Expression, Expression> take,
        Func<Expression, Expression, Lineage?, Expression> sink)
    {
        var keys = scope.Scratch(typeof(GroupKeys<>).MakeGenericType(key.ReturnType));
        var ids = records ? scope.Scratch(typeof(GroupIds)) : null;
        var group = Expression.Variable(typeof(int), "group");
        var keyValue = Expression.Variable(key.ReturnType, "key");
        var all = memory.Append(keys).Concat(ids is null ? [] : [ids]);
        return Expression.Block(
            [group, keyValue],
            [
                .. all.Select(scratch => Expression.Call(scratch, nameof(Scratch.Clear), null)),
                source(value => Named(value, v => Expression.Block(
                    Expression.Assign(keyValue, Call(key, v.Value)),
                    Expression.Assign(group, Expression.Call(keys, nameof(GroupKeys<int>.GroupOf), null, keyValue)),
                    take(group, keyValue, v.Value),
                    ids is null ? Expression.Empty() : AddLineage(v, Expression.Call(ids, nameof(GroupIds.At), null, group))))),
                Expressions.For(
                    Expression.Constant(0),
                    Expression.Property(keys, nameof(GroupKeys<int>.Count)),
                    i => sink(
                        i,
                        Expression.Call(keys, nameof(GroupKeys<int>.At), null, i),
                        ids is null ? null : new Lineage(null, Expression.Call(ids, nameof(GroupIds.At), null, i)))),
            ]);
    }

    private static FactStream Ordered(List<QueryStep> keys, FactStream source)
    {
        var element = keys[0].ElementType!;
        var comparisons = keys.Select(step => Expression.Call(
            typeof(QuerySupport),
            nameof(QuerySupport.By),
            [element, step.Lambdas[0].ReturnType],
            Expressions.Prepare(step.Lambdas[0]),
            Expression.Constant(step.Kind is QueryStepKind.OrderByDescending or QueryStepKind.ThenByDescending)));
        var sort = typeof(Facts<>).MakeGenericType(element)
            .GetMethod(nameof(Facts<object>.Sort), BindingFlags.Instance | BindingFlags.NonPublic)!;
        return sink => source(value => sink(value with
        {
            Value = Expression.Call(value.Value, sort, Expression.NewArrayInit(typeof(Comparison<>).MakeGenericType(element), comparisons)),
        }));
    }

    private (Expression Clear, Expression? Ids) NewIds()
    {
        if (!records)
            return (Expression.Empty(), null);
        var collected = scope.Scratch(typeof(CollectedIds));
        return (Expression.Call(collected, nameof(Scratch.Clear), null), Expression.Property(collected, nameof(CollectedIds.Ids)));
    }

    private static Expression AddLineage(StreamValue value, Expression? ids) =>
        ids is null || value.Lineage is null ? Expression.Empty() : value.Lineage.AddTo(ids);

    private static Expression Call(LambdaExpression lambda, Expression argument) =>
        Expressions.Prepare(Expressions.Apply(lambda, Fit(argument, lambda.Parameters[0].Type)));

    private static Expression Fit(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);

    /// <summary>Gives a value a name, so that it is calculated once.</summary>
    private static Expression Named(StreamValue value, Func<StreamValue, Expression> use)
    {
        if (value.Value is ParameterExpression)
            return use(value);
        var variable = Expression.Variable(value.Value.Type, "value");
        return Expression.Block([variable], Expression.Assign(variable, value.Value), use(value with { Value = variable }));
    }

    /// <summary>A loop over a sequence: by position where it is an array or list, else by its enumerator.</summary>
    private static Expression ForEach(Expression sequence, Func<Expression, Expression> sink)
    {
        while (sequence is UnaryExpression { NodeType: ExpressionType.Convert } convert && !convert.Operand.Type.IsValueType)
            sequence = convert.Operand;
        if (sequence.Type.IsArray)
        {
            return Named(new StreamValue(sequence, null), named => Expressions.For(
                Expression.Constant(0), Expression.ArrayLength(named.Value), i => sink(Expression.ArrayIndex(named.Value, i))));
        }

        if (Implemented(sequence.Type, typeof(IReadOnlyList<>)) is { } list)
        {
            var count = typeof(IReadOnlyCollection<>).MakeGenericType(list.GetGenericArguments())
                .GetProperty(nameof(IReadOnlyCollection<int>.Count))!;
            return Named(new StreamValue(Fit(sequence, list), null), named => Expressions.For(
                Expression.Constant(0), Expression.Property(named.Value, count), i => sink(Expression.Property(named.Value, "Item", i))));
        }

        return ByEnumerator(sequence, Implemented(sequence.Type, typeof(IEnumerable<>))!, sink);
    }

    private static Type? Implemented(Type type, Type definition) =>
        type.GetInterfaces().Append(type)
            .FirstOrDefault(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == definition);

    private static BlockExpression ByEnumerator(Expression sequence, Type enumerable, Func<Expression, Expression> sink)
    {
        var enumerator = Expression.Variable(typeof(IEnumerator<>).MakeGenericType(enumerable.GetGenericArguments()), "enumerator");
        var done = Expression.Label();
        return Expression.Block(
            [enumerator],
            Expression.Assign(enumerator, Expression.Call(Fit(sequence, enumerable), enumerable.GetMethod("GetEnumerator")!)),
            Expression.TryFinally(
                Expression.Loop(
                    Expression.IfThenElse(
                        Expression.Call(enumerator, typeof(System.Collections.IEnumerator).GetMethod("MoveNext")!),
                        sink(Expression.Property(enumerator, "Current")),
                        Expression.Break(done)),
                    done),
                Expression.Call(enumerator, typeof(IDisposable).GetMethod("Dispose")!)));
    }
}
