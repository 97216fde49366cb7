using System.Collections;
using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using PartyRules.Engine;
using PartyRules.NRules.Sessions;
using RuleSet = PartyRules.Engine.RuleSet;

namespace PartyRules.NRules.Conversion;

/// <summary>
/// Keeps the partitions of a session open that a rule set's keys ask for: one for each key of a fact that the session holds.
/// </summary>
/// <param name="ruleSet">The rule set.</param>
/// <param name="keys">What it is partitioned by.</param>
internal sealed class KeyedPartitions(RuleSet ruleSet, PartitionKeys keys)
{
    /// <summary>Whose a fact is. Reference facts without a key are everybody's.</summary>
    public Partitioning Partitioning { get; } = new(
        keys.KeyOf, ruleSet.ReferenceFacts.Where(fact => keys.KeyOf(fact) is null).Select(fact => fact.GetType()).ToHashSet());

    /// <summary>The rule that opens and closes them, once the first level is open.</summary>
    public IRuleDefinition Rule(GateKey key, int priority)
    {
        var rule = new RuleBuilder();
        rule.Name($"{ruleSet.Name}/partitions");
        rule.Description("Opens a partition for each key of a fact in the session.");
        rule.Priority(priority);
        var group = rule.LeftHandSide();
        group.Pattern(typeof(Gate), "gate").Condition(new Place(key, 1, 0).Condition("gate"));
        var collections = keys.Types.Select((type, i) => Expression.Parameter(typeof(IEnumerable<>).MakeGenericType(type), $"facts{i}"))
            .ToList();
        foreach (var (type, collection) in keys.Types.Zip(collections))
        {
            var aggregate = group.Pattern(collection.Type, collection.Name).Aggregate();
            aggregate.Collect();
            aggregate.Pattern(type, "fact");
        }

        var (context, gate) = (Expression.Parameter(typeof(IContext), "context"), Expression.Parameter(typeof(Gate), "gate"));
        var facts = Expression.NewArrayInit(typeof(IEnumerable), collections.Select(each => Expression.Convert(each, typeof(IEnumerable))));
        rule.RightHandSide().Action(Expression.Lambda(
            Expression.Call(typeof(KeyedPartitions), nameof(In), null, context, gate, facts), [context, gate, .. collections]));
        return rule.Build();
    }

    /// <summary>Opens partitions that facts ask for, and closes those for which none is left.</summary>
    public static void In(IContext context, Gate gate, IEnumerable[] facts)
    {
        var wanted = facts.SelectMany(each => each.Cast<object>())
            .Select(gate.Run.KeyOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var key in wanted.Where(gate.Run.Open.Add))
            context.InsertLinked(key, new Partition(gate.Run, key));
        foreach (var key in gate.Run.Open.Where(key => !wanted.Contains(key)).ToList())
        {
            context.RetractLinked(key, context.GetLinked(key)!);
            gate.Run.Open.Remove(key);
        }
    }
}
