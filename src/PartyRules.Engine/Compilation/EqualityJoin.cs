using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Compilation;

/// <summary>A condition that equates something of a fact with something already known, so that an index can find the fact.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="FactKey">What is taken from the fact.</param>
/// <param name="KnownKey">What it must equal.</param>
/// <param name="IsByReference">Whether objects are compared by reference.</param>
internal sealed record EqualityJoin(Expression Condition, Expression FactKey, Expression KnownKey, bool IsByReference)
{
    /// <summary>
    /// Reads a condition as an equality join for a fact; null where it is none, or where the other side names nothing that is known.
    /// </summary>
    public static EqualityJoin? Find(Expression condition, ParameterExpression fact, IReadOnlySet<ParameterExpression> known)
    {
        if (condition is not BinaryExpression { NodeType: ExpressionType.Equal } equal || equal.Left.Type != equal.Right.Type
            || !HashAgrees(equal))
            return null;
        return Between(equal.Left, equal.Right) ?? Between(equal.Right, equal.Left);

        EqualityJoin? Between(Expression ofFact, Expression ofKnown)
        {
            var names = Expressions.FreeVariables(ofKnown);
            return names.Count > 0 && names.IsSubsetOf(known) && Expressions.FreeVariables(ofFact).SetEquals([fact])
                ? new EqualityJoin(condition, ofFact, ofKnown, ComparesReferences(equal))
                : null;
        }
    }

    /// <summary>Whether things that the operator calls equal surely have equal hash codes.</summary>
    private static bool HashAgrees(BinaryExpression equal)
    {
        var type = Nullable.GetUnderlyingType(equal.Left.Type) ?? equal.Left.Type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid)
            || type == typeof(DateOnly)
            || ComparesReferences(equal)
            || (equal.Method?.DeclaringType == type && typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type));
    }

    private static bool ComparesReferences(BinaryExpression equal) => equal.Method is null && !equal.Left.Type.IsValueType;
}

/// <summary>Generates the code that hashes keys.</summary>
internal static class KeyHashing
{
    /// <summary>The hash of several keys together.</summary>
    /// <param name="keys">The keys, and whether each is compared by reference.</param>
    /// <param name="isCheap">Whether strings are hashed by a few characters.</param>
    public static Expression Hash(IEnumerable<(Expression Key, bool IsByReference)> keys, Expression isCheap) =>
        keys.Select(key => Hash(key.Key, key.IsByReference, isCheap))
            .Aggregate((first, second) => Call(nameof(KeyHash.Combine), [], first, second));

    private static Expression Hash(Expression key, bool isByReference, Expression isCheap)
    {
        if (isByReference)
            return Call(nameof(KeyHash.OfReference), [], key);
        if (key.Type == typeof(string))
            return Call(nameof(KeyHash.OfString), [], key, isCheap);
        if (key.Type == typeof(int))
            return Call(nameof(KeyHash.Spread), [], key);
        if (key.Type.IsValueType)
            return Call(nameof(KeyHash.Spread), [], Expression.Call(key, nameof(GetHashCode), []));
        return Call(nameof(KeyHash.OfObject), [key.Type], key);
    }

    private static MethodCallExpression Call(string method, Type[] types, params Expression[] arguments) =>
        Expression.Call(typeof(KeyHash), method, types, arguments);
}
