using System.Linq.Expressions;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>
/// Leaves out equalities between declared partition keys: all facts of a partition have the same one. A type that rules yield, or of which there are
/// reference facts, is not relied on, because such facts are not held to the partition.
/// </summary>
/// <param name="keys">The keys that can be relied on, by type of fact.</param>
internal sealed class PartitionJoins(IReadOnlyDictionary<Type, LambdaExpression> keys)
{
    private readonly Dictionary<object, int> identities = ExpressionText.NewIdentities();
    private readonly List<string> dropped = [];

    /// <summary>No key to rely on.</summary>
    public static PartitionJoins None { get; } = new(new Dictionary<Type, LambdaExpression>());

    /// <summary>The keys of a partitioned rule set that can be relied on.</summary>
    public static PartitionJoins Of(IReadOnlyDictionary<Type, LambdaExpression> declared, IReadOnlyList<RuleDefinition> rules, IReadOnlyList<object> referenceFacts)
    {
        var yielded = rules.SelectMany(Stratifier.YieldsOf).ToHashSet();
        return new PartitionJoins(declared
            .Where(key => !yielded.Any(type => Stratifier.MayBe(type, key.Key)))
            .Where(key => !referenceFacts.Any(key.Key.IsInstanceOfType))
            .Where(key => !declared.Keys.Any(other => other != key.Key && key.Key.IsAssignableFrom(other)))
            .ToDictionary());
    }

    /// <summary>The elements of an alternative without the equalities that hold anyhow, and a line of the plan for each of those.</summary>
    public (IReadOnlyList<RuleElement> Elements, IReadOnlyList<string> Plan) Drop(IReadOnlyList<RuleElement> elements)
    {
        if (keys.Count == 0)
            return (elements, []);
        var joins = new PartitionJoins(keys);
        return ([.. elements.Select(joins.Without)], joins.dropped);
    }

    private RuleElement Without(RuleElement element) => element switch
    {
        MatchElement match => new MatchElement(Without(match.Pattern)),
        ExistsElement exists => new ExistsElement(Without(exists.Pattern)),
        NotElement not => new NotElement(Without(not.Pattern)),
        ForAllElement all => all with { Pattern = Without(all.Pattern) },
        QueryElement { Source: MatchSource source } query => query with { Source = Without(source) },
        _ => element,
    };

    private Pattern Without(Pattern pattern) => pattern with { Conditions = [.. pattern.Conditions.SelectMany(Expressions.Conjuncts).Where(condition => !HoldsAnyhow(condition))] };

    private MatchSource Without(MatchSource source) => source with
    {
        Conditions =
        [
            .. source.Conditions.SelectMany(condition => Expressions.Conjuncts(condition.Body)
                .Where(part => !HoldsAnyhow(part))
                .Select(part => Expression.Lambda(part, condition.Parameters))),
        ],
    };

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
