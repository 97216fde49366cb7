using System.Linq.Expressions;
using NRules.RuleModel.Builders;
using PartyRules.NRules.Sessions;

namespace PartyRules.NRules.Conversion;

/// <summary>
/// Left-hand sides that bring facts together without comparing pairs of them: NRules groups by a hash of the key, and what is shared is one
/// collection.
/// </summary>
internal static class GroupedFacts
{
    /// <summary>Begins a rule.</summary>
    public static RuleBuilder Rule(string name, string description, int priority)
    {
        var rule = new RuleBuilder();
        rule.Name(name);
        rule.Description(description);
        rule.Priority(priority);
        return rule;
    }

    /// <summary>All facts of a type for which something holds, as one collection that may be empty.</summary>
    public static void Collect<TFact>(GroupBuilder group, string name, Func<TFact, bool>? condition = null)
        where TFact : class
    {
        var aggregate = group.Pattern(typeof(IEnumerable<TFact>), name).Aggregate();
        aggregate.Collect();
        var pattern = aggregate.Pattern(typeof(TFact), "element");
        if (condition is not null)
            pattern.Condition(Call(condition, "element"));
    }

    /// <summary>The facts that have a key, a group for each key.</summary>
    public static void Group(GroupBuilder group, string name, Func<object, string?> keyOf)
    {
        var aggregate = group.Pattern(typeof(IGrouping<string, object>), name).Aggregate();
        aggregate.ResultType(typeof(IGrouping<string, object>));
        aggregate.Aggregator(
            SubjectGroupsFactory.Name, [new(SubjectGroupsFactory.Key, Call(keyOf, "fact"))], typeof(SubjectGroupsFactory));
        aggregate.Pattern(typeof(object), "fact").Condition(Call<object, bool>(fact => keyOf(fact) is not null, "fact"));
    }

    private static LambdaExpression Call<TFact, TResult>(Func<TFact, TResult> function, string name)
    {
        var fact = Expression.Parameter(typeof(TFact), name);
        return Expression.Lambda(Expression.Invoke(Expression.Constant(function), fact), fact);
    }
}
