using System.Collections.Immutable;
using System.Linq.Expressions;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>Works out an expression where its names have values.</summary>
internal sealed class Interpreter
{
    private readonly Dictionary<Expression, (ParameterExpression[] Names, Func<object?[], object?> Body)> compiled = [];

    public object? Value(Expression expression, ImmutableDictionary<ParameterExpression, object?> values)
    {
        if (!compiled.TryGetValue(expression, out var ready))
            compiled.Add(expression, ready = Compile(expression));
        return ready.Body(Array.ConvertAll(ready.Names, name => values[name]));
    }

    public object? Value(LambdaExpression lambda, ImmutableDictionary<ParameterExpression, object?> values, params object?[] arguments) =>
        Value(lambda.Body, values.SetItems(lambda.Parameters.Zip(arguments, KeyValuePair.Create)));

    public bool Holds(Expression condition, ImmutableDictionary<ParameterExpression, object?> values) => (bool)Value(condition, values)!;

    private static (ParameterExpression[] Names, Func<object?[], object?> Body) Compile(Expression expression)
    {
        var names = Names.UsedIn(expression).ToArray();
        var array = Expression.Parameter(typeof(object?[]));
        var body = new Reading(names, array).Visit(expression);
        body = body.Type == typeof(void) ? Expression.Block(body, Expression.Constant(null)) : Expression.Convert(body, typeof(object));
        return (names, Expression.Lambda<Func<object?[], object?>>(body, array).Compile(preferInterpretation: true));
    }

    private sealed class Reading(ParameterExpression[] names, ParameterExpression array) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            Array.IndexOf(names, node) is var i and >= 0
                ? Expression.Convert(Expression.ArrayIndex(array, Expression.Constant(i)), node.Type)
                : node;
    }
}

/// <summary>The names that an expression uses and does not itself give.</summary>
internal sealed class Names : ExpressionVisitor
{
    private readonly HashSet<ParameterExpression> used = [];
    private readonly HashSet<ParameterExpression> given = [];

    public static IReadOnlySet<ParameterExpression> UsedIn(params IEnumerable<Expression> expressions)
    {
        var names = new Names();
        foreach (var expression in expressions)
            names.Visit(expression);
        names.used.ExceptWith(names.given);
        return names.used;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        given.UnionWith(node.Parameters);
        return base.VisitLambda(node);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        used.Add(node);
        return node;
    }
}
