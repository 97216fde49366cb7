using System.Linq.Expressions;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// Random conditions: joins on equal and on ordered values, constants, what names no own fact, and combinations of these.
/// </summary>
internal sealed class ConditionGenerator(Random random)
{
    private static readonly Type[] ValueTypes = [typeof(int), typeof(int), typeof(string), typeof(Level), typeof(int?)];

    /// <summary>Conditions on a fact that may name everything in the scope.</summary>
    public IReadOnlyList<Expression> Of(ParameterExpression fact, Scope scope, int count) =>
        [.. Enumerable.Range(0, count).SelectMany(_ => Few(fact, scope))];

    /// <summary>A condition that names no fact of its own; null where nothing is named yet.</summary>
    public Expression? Known(Scope scope)
    {
        var known = ValueTypes.SelectMany(scope.OfType).ToList();
        if (known.Count == 0)
            return null;
        var left = Pick(known);
        return Compare(left, random.Next(3) == 0 ? Constant(left.Type) : Value(left.Type, scope));
    }

    /// <summary>An expression of a type, from the scope where it has one.</summary>
    public Expression Value(Type type, Scope scope)
    {
        var known = scope.OfType(type);
        if (known.Count == 0 && type == typeof(int?) && scope.OfType(typeof(int)) is { Count: > 0 } numbers)
            return Expression.Convert(Pick(numbers), type);
        if (known.Count == 0)
            return Constant(type);
        var value = Pick(known);
        return type == typeof(int) && random.Next(5) == 0
            ? Expression.MakeBinary(
                random.Next(2) == 0 ? ExpressionType.Add : ExpressionType.Subtract,
                value,
                random.Next(2) == 0 ? Constant(type) : Pick(known))
            : value;
    }

    public Expression Constant(Type type)
    {
        var number = random.Next(Small.Values);
        object? value = type == typeof(int) ? number
            : type == typeof(string) ? Small.Tag(number)
            : type == typeof(Level) ? Small.Level(number)
            : Small.Limit(number);
        return Expression.Constant(value, type);
    }

    private IEnumerable<Expression> Few(ParameterExpression fact, Scope scope)
    {
        var own = Scope.Of(fact);
        var tags = own.OfType(typeof(string));
        return random.Next(100) switch
        {
            < 40 => [Join(own, scope)],
            < 45 => [Expression.AndAlso(Join(own, scope), Join(own, scope))],
            < 59 => [Inequality(own, scope)],
            < 76 => [Fixed(own)],
            < 82 when Known(scope) is { } known => [known],
            < 87 => [Expression.OrElse(Join(own, scope), Inequality(own, scope))],
            < 90 => [Expression.Not(Join(own, scope))],
            < 94 when tags.Count > 0 => [Expression.NotEqual(tags[0], Expression.Constant(null, typeof(string))), Lengthy(tags[0], scope)],
            < 97 when scope.Facts.FirstOrDefault(other => other.Type == fact.Type && other.Type != typeof(Coin)) is { } other =>
                [random.Next(3) == 0 ? Expression.Equal(fact, other) : Expression.NotEqual(other, fact)],
            _ => [Fixed(own)],
        };
    }

    /// <summary>Something of the fact equals something known; either side first, either side perhaps calculated.</summary>
    private Expression Join(Scope own, Scope scope)
    {
        var shared = ValueTypes.Where(type => own.OfType(type).Count > 0 && scope.OfType(type).Count > 0).ToList();
        if (shared.Count == 0)
            return Fixed(own);
        var type = shared[random.Next(shared.Count)];
        var mine = random.Next(6) == 0 ? Value(type, own) : Pick(own.OfType(type));
        var known = Value(type, scope);
        return random.Next(3) == 0 ? Expression.Equal(known, mine) : Expression.Equal(mine, known);
    }

    private Expression Inequality(Scope own, Scope scope)
    {
        var numbers = own.OfType(typeof(int));
        return numbers.Count == 0 ? Fixed(own) : Compare(Pick(numbers), Value(typeof(int), scope));
    }

    /// <summary>A condition on the fact alone, which many facts meet.</summary>
    private Expression Fixed(Scope own)
    {
        var mine = ValueTypes.SelectMany(own.OfType).ToList();
        if (mine.Count == 0)
            return Expression.Constant(random.Next(8) > 0);
        var left = Pick(mine);
        return left.Type == typeof(int) && random.Next(3) > 0
            ? Expression.LessThanOrEqual(left, Expression.Constant(1 + random.Next(Small.Values)))
            : random.Next(2) == 0 ? Expression.NotEqual(left, Constant(left.Type)) : Expression.Equal(Constant(left.Type), left);
    }

    private BinaryExpression Compare(Expression left, Expression right)
    {
        ExpressionType[] kinds = left.Type == typeof(string) || left.Type.IsEnum
            ? [ExpressionType.Equal, ExpressionType.NotEqual]
            : [
                ExpressionType.LessThan,
                ExpressionType.LessThanOrEqual,
                ExpressionType.GreaterThan,
                ExpressionType.GreaterThanOrEqual,
                ExpressionType.NotEqual,
                ExpressionType.Equal,
            ];
        return Expression.MakeBinary(kinds[random.Next(kinds.Length)], left, right);
    }

    /// <summary>Throws for a name that is missing, so the condition before must guard it.</summary>
    private BinaryExpression Lengthy(Expression tag, Scope scope)
    {
        var length = Expression.Property(tag, nameof(string.Length));
        return random.Next(2) == 0
            ? Expression.Equal(length, Value(typeof(int), scope))
            : Expression.GreaterThan(length, Constant(typeof(int)));
    }

    private Expression Pick(IReadOnlyList<Expression> expressions) => expressions[random.Next(expressions.Count)];
}
