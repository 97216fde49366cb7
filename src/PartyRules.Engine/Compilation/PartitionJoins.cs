using System.Linq.Expressions;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Compilation;

/// <summary>
/// Leaves out equalities between declared partition keys: all facts of a partition have the same one. A type that rules yield, or of which
/// there are reference facts, is not relied on, because such facts are not held to the partition.
/// </summary>
/// <param name="keys">The keys that can be relied on, by type of fact.</param>
internal sealed class PartitionJoins(IReadOnlyDictionary<Type, LambdaExpression> keys)
{
    private readonly Dictionary<object, int> identities = ExpressionText.NewIdentities();
    private readonly List<string> dropped = [];

    /// <summary>No key to rely on.</summary>
    public static PartitionJoins None { get; } = new(new Dictionary<Type, LambdaExpression>());

    /// <summary>The keys of a partitioned rule set that can be relied on.</summary>
    public static PartitionJoins ReliedOn(
        IReadOnlyDictionary<Type, LambdaExpression> declared, IReadOnlyList<RuleDefinition> rules, IReadOnlyList<object> referenceFacts) =>
        new(declared
            .Where(key => !rules.Any(rule => rule.MayYield(key.Key)))
            .Where(key => !referenceFacts.Any(key.Key.IsInstanceOfType))
            .Where(key => !declared.Keys.Any(other => other != key.Key && key.Key.IsAssignableFrom(other)))
            .ToDictionary());

    /// <summary>The elements of an alternative without the equalities that hold anyhow, and a line of the plan for each of those.</summary>
    public (IReadOnlyList<SingleElement> Elements, IReadOnlyList<string> Plan) Drop(IReadOnlyList<SingleElement> elements)
    {
        if (keys.Count == 0)
            return (elements, []);
        var joins = new PartitionJoins(keys);
        return ([.. elements.Select(element => element.Without(joins.HoldsAnyhow))], joins.dropped);
    }

    private bool HoldsAnyhow(Expression condition)
    {
        if (condition is not BinaryExpression { NodeType: ExpressionType.Equal } equal || !IsKey(equal.Left) || !IsKey(equal.Right))
            return false;
        dropped.Add($"for free, by the partition: {equal.Left} = {equal.Right}");
        return true;
    }

    private bool IsKey(Expression expression)
    {
        if (Expressions.FreeVariables(expression) is not { Count: 1 } names)
            return false;
        var fact = names.Single();
        return keys.TryGetValue(fact.Type, out var key)
            && ExpressionText.Canonical(identities, expression, fact) == ExpressionText.Canonical(identities, key.Body, key.Parameters[0]);
    }
}
