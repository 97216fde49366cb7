using System.Linq.Expressions;

namespace PartyRules.Engine.Compilation;

/// <summary>A condition that equates something of a fact with something already known, so that an index can find the fact.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="FactKey">What is taken from the fact.</param>
/// <param name="KnownKey">What it must equal.</param>
internal sealed record EqualityJoin(Expression Condition, Expression FactKey, Expression KnownKey)
{
    /// <summary>
    /// The first of a fact's conditions that is an equality join, or null. What it must equal is worked out before the conditions that stand in
    /// front, which may guard it; so only the first condition may fail there.
    /// </summary>
    public static EqualityJoin? Among(IReadOnlyList<Expression> conditions, ParameterExpression fact, IReadOnlySet<ParameterExpression> neverNull) =>
        conditions.Select(condition => Find(condition, fact))
            .FirstOrDefault(join => join is not null && (join.Condition == conditions[0] || Expressions.CannotFail(join.KnownKey, neverNull)));

    /// <summary>Reads a condition as an equality join for a fact; null where it is none.</summary>
    private static EqualityJoin? Find(Expression condition, ParameterExpression fact)
    {
        if (condition is not BinaryExpression { NodeType: ExpressionType.Equal } equal || equal.Left.Type != equal.Right.Type || !HashAgrees(equal))
            return null;
        var left = Expressions.Uses(equal.Left, fact);
        var right = Expressions.Uses(equal.Right, fact);
        if (left == right)
            return null;
        return left ? new EqualityJoin(condition, equal.Left, equal.Right) : new EqualityJoin(condition, equal.Right, equal.Left);
    }

    /// <summary>Whether things that the operator calls equal surely have equal hash codes.</summary>
    private static bool HashAgrees(BinaryExpression equal)
    {
        var type = Nullable.GetUnderlyingType(equal.Left.Type) ?? equal.Left.Type;
        var isReferenceComparison = equal.Method is null && !type.IsValueType;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid)
            || type == typeof(DateOnly)
            || (isReferenceComparison && !Execution.FactList.HasValueEquality(type) && type.IsSealed)
            || (equal.Method?.DeclaringType == type && typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type));
    }
}
