using System.Linq.Expressions;
using System.Reflection;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Model;

using Stream = System.Func<System.Func<System.Linq.Expressions.Expression, System.Linq.Expressions.Expression>, System.Linq.Expressions.Expression>;

namespace PartyRules.Engine.Compilation;

/// <summary>Generates the code of a query. A stream takes what to do with each result, and gives the code that does it.</summary>
internal static class QueryEmitter
{
    public static Stream Apply(IReadOnlyList<QueryStep> steps, Stream source)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (step.Kind is QueryStepKind.OrderBy or QueryStepKind.OrderByDescending)
            {
                var keys = steps.Skip(i).TakeWhile((key, n) => n == 0 || key.Kind is QueryStepKind.ThenBy or QueryStepKind.ThenByDescending).ToList();
                source = Ordered(keys, source);
                i += keys.Count - 1;
            }
            else
            {
                source = Apply(step, source);
            }
        }

        return source;
    }

    private static Stream Apply(QueryStep step, Stream source) => step.Kind switch
    {
        QueryStepKind.Where => sink => source(value => Named(value, v => Expression.IfThen(Call(step.Lambdas[0], v), sink(v)))),
        QueryStepKind.Select => sink => source(value => Named(value, v => sink(Call(step.Lambdas[0], v)))),
        QueryStepKind.SelectMany => sink => source(value => Named(value, v => ForEach(Call(step.Lambdas[0], v), step.Lambdas[0].ReturnType.GetGenericArguments()[0], sink))),
        QueryStepKind.GroupBy => Grouped(step, source),
        QueryStepKind.Collect => Collected(step, source),
        QueryStepKind.ToLookup => sink => source(value => sink(Expression.Call(
            typeof(QuerySupport),
            nameof(QuerySupport.Lookup),
            [step.ElementType!, step.Lambdas[0].ReturnType, step.Lambdas[1].ReturnType],
            value,
            Expressions.Prepare(step.Lambdas[0]),
            Expressions.Prepare(step.Lambdas[1])))),
        _ => throw new NotSupportedException($"{step.Kind} must follow an ordering."),
    };

    private static Stream Collected(QueryStep step, Stream source)
    {
        var type = typeof(Facts<>).MakeGenericType(step.ElementType!);
        return sink =>
        {
            var collection = Expression.Variable(type, "collection");
            return Expression.Block(
                [collection],
                Expression.Assign(collection, Expression.Property(null, type.GetProperty(nameof(Facts<object>.None), BindingFlags.Static | BindingFlags.NonPublic)!)),
                source(value => Expression.Assign(
                    collection, Expression.Call(collection, type.GetMethod(nameof(Facts<object>.With), BindingFlags.Instance | BindingFlags.NonPublic)!, value))),
                sink(collection));
        };
    }

    private static Stream Grouped(QueryStep step, Stream source)
    {
        var (key, element) = (step.Lambdas[0], step.Lambdas[1]);
        var type = typeof(Grouping<,>).MakeGenericType(key.ReturnType, element.ReturnType);
        return sink =>
        {
            var grouping = Expression.Variable(type, "grouping");
            return Expression.Block(
                [grouping],
                Expression.Assign(grouping, Expression.New(type)),
                source(value => Named(value, v => Expression.Call(grouping, type.GetMethod(nameof(Grouping<object, object>.Add))!, Call(key, v), Call(element, v)))),
                ForEachInList(Expression.Property(grouping, nameof(Grouping<object, object>.Groups)), sink));
        };
    }

    private static Stream Ordered(List<QueryStep> keys, Stream source)
    {
        var element = keys[0].ElementType!;
        var comparisons = keys.Select(step => Expression.Call(
            typeof(QuerySupport),
            nameof(QuerySupport.By),
            [element, step.Lambdas[0].ReturnType],
            Expressions.Prepare(step.Lambdas[0]),
            Expression.Constant(step.Kind is QueryStepKind.OrderByDescending or QueryStepKind.ThenByDescending)));
        var sort = typeof(Facts<>).MakeGenericType(element).GetMethod(nameof(Facts<object>.Sort), BindingFlags.Instance | BindingFlags.NonPublic)!;
        return sink => source(value => sink(Expression.Call(value, sort, Expression.NewArrayInit(typeof(Comparison<>).MakeGenericType(element), comparisons))));
    }

    private static Expression Call(LambdaExpression lambda, Expression argument) => Expressions.Prepare(Expressions.Apply(lambda, argument));

    /// <summary>Gives a value a name, so that it is calculated once.</summary>
    private static Expression Named(Expression value, Func<ParameterExpression, Expression> use)
    {
        if (value is ParameterExpression named)
            return use(named);
        var variable = Expression.Variable(value.Type, "value");
        return Expression.Block([variable], Expression.Assign(variable, value), use(variable));
    }

    private static Expression ForEachInList(Expression list, Func<Expression, Expression> sink) =>
        Named(list, named => Expressions.For(
            Expression.Constant(0),
            Expression.Property(named, "Count"),
            i => sink(Expression.Property(named, "Item", i))));

    private static BlockExpression ForEach(Expression sequence, Type element, Func<Expression, Expression> sink)
    {
        var enumerator = Expression.Variable(typeof(IEnumerator<>).MakeGenericType(element), "enumerator");
        var done = Expression.Label();
        return Expression.Block(
            [enumerator],
            Expression.Assign(enumerator, Expression.Call(sequence, typeof(IEnumerable<>).MakeGenericType(element).GetMethod("GetEnumerator")!)),
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
