using PartyRules.Engine.Compilation;

namespace PartyRules.Engine.Partitions;

/// <summary>One level of an evaluation: rules over a member, or over a branch, or over a township.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Level
{
    private readonly HashSet<Type> reads;

    /// <summary>Makes a level.</summary>
    /// <param name="name">Its name; unique among levels that are evaluated together.</param>
    /// <param name="ruleSet">Its rules, with the keys of everything that they read from outside: see <see cref="RuleSet.PartitionedBy"/>.</param>
    /// <exception cref="ArgumentException">The rule set is not partitioned.</exception>
    public Level(string name, RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        if (ruleSet.Keys is null)
            throw new ArgumentException($"The rule set '{ruleSet.Name}' of level '{name}' is not partitioned. Declare its keys by {nameof(RuleSet)}.{nameof(RuleSet.PartitionedBy)}.", nameof(ruleSet));
        Name = name;
        RuleSet = ruleSet;
        reads = [.. ruleSet.Rules.SelectMany(rule => Stratifier.ReadingsOf(rule.LeftHandSide)).Select(reading => reading.Type)];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The rules and the keys.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>The types that its rules read.</summary>
    internal IEnumerable<Type> Reads => reads.OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>The types that its rules yield.</summary>
    internal IEnumerable<Type> Yields => RuleSet.Rules.SelectMany(Stratifier.YieldsOf);

    /// <summary>Whether its rules read a fact of an exact type.</summary>
    internal bool ReadsFactsOf(Type exact) => reads.Any(read => read.IsAssignableFrom(exact));
}
