using System.Linq.Expressions;
using NRules.RuleModel;
using PartyRules.Engine.Model;
using PartyRules.NRules.Sessions;
using RuleDefinition = PartyRules.Engine.Model.RuleDefinition;
using RuleSet = PartyRules.Engine.RuleSet;

namespace PartyRules.NRules.Conversion;

/// <summary>Which facts of a session belong together.</summary>
/// <param name="KeyOf">Whom a fact is about; null where it does not say.</param>
/// <param name="IsShared">Whether a fact without a key is seen by all.</param>
/// <param name="ReadsOthers">Whether facts that other rules yielded are read.</param>
/// <param name="HoldsEntries">Whether entries count with the dossier that holds them, rather than by themselves.</param>
internal sealed record Partitioning(
    Func<object, string?> KeyOf, Func<object, bool> IsShared, Func<bool> ReadsOthers, bool HoldsEntries = false);

/// <summary>
/// Turns a partitioned rule set into one NRules rule for each level: it groups the facts that the level reads by what they are about, and
/// evaluates the level's rules on each group. What they yield is linked to the group, for higher levels and for rules of the host.
/// </summary>
/// <param name="ruleSet">The rule set.</param>
/// <param name="partitioning">Which facts belong together.</param>
/// <param name="topPriority">The priority from which levels go down.</param>
internal sealed class LevelConverter(RuleSet ruleSet, Partitioning partitioning, int topPriority)
{
    /// <summary>
    /// Whether a fact is seen by all; one delegate, so that NRules asks it once for all levels. It passes every fact of the session on to
    /// each node on its way, with a list for each.
    /// </summary>
    private readonly Func<object, bool> isShared = SharedBy(ruleSet, partitioning);

    public IEnumerable<IRuleDefinition> Convert()
    {
        var levels = ruleSet.Strata.GroupBy(stratum => stratum.Level).OrderBy(level => level.Key).ToList();
        foreach (var level in levels)
        {
            var rules = level.SelectMany(stratum => stratum.Rules).Select(rule => Keeping<YieldElement>(rule)).OfType<RuleDefinition>();
            if (rules.ToList() is { Count: > 0 } yielding)
                yield return Level(yielding, level.Key, level.Any(stratum => stratum.IsRecursive));
        }

        if (ruleSet.Rules.Select(rule => Keeping<DoElement>(rule)).OfType<RuleDefinition>().ToList() is { Count: > 0 } acting)
            yield return Level(acting, levels.Count + 1, false);
    }

    private IRuleDefinition Level(List<RuleDefinition> rules, int level, bool isRecursive)
    {
        var types = rules.SelectMany(rule => rule.ReadTypes).ToHashSet();
        var unfolds = partitioning.HoldsEntries && types.Contains(typeof(Entry));
        if (unfolds)
            types.Add(typeof(Dossier));
        var evaluation = new LevelEvaluation(
            RuleSet.Compile($"{ruleSet.Name}/level {level}", rules)
                .With(ruleSet.ReferenceFacts).StoppingAfter(ruleSet.MaximumRecursiveFacts),
            Take,
            unfolds,
            isRecursive);
        var reads = new ReadTypes(types);
        var rule = GroupedFacts.Rule(
            $"{ruleSet.Name}/level {level}",
            $"Evaluates, for each group of facts: {string.Join(", ", rules.Select(each => each.Name))}.",
            topPriority - (RuleSetConverter.LevelStep * level));
        rule.Property(LevelEvaluation.Property, evaluation);
        var group = rule.LeftHandSide();
        GroupedFacts.Collect<Recording>(group, "recordings");
        GroupedFacts.Collect(group, "shared", isShared);
        GroupedFacts.Group(group, "group", fact => reads.Contain(fact) ? KeyOf(fact) : null);
        rule.RightHandSide().Action(
            (Expression<Action<IContext, IEnumerable<Recording>, IEnumerable<object>, IGrouping<string, object>>>)(
            (context, recordings, shared, group) => evaluation.In(context, recordings, shared, group)));
        return rule.Build();
    }

    private static Func<object, bool> SharedBy(RuleSet ruleSet, Partitioning partitioning)
    {
        var reads = new ReadTypes([.. ruleSet.Rules.SelectMany(rule => rule.ReadTypes)]);
        return fact => reads.Contain(fact)
            && Yielded.OwnerOf(fact) is null && partitioning.KeyOf(fact) is null && partitioning.IsShared(fact);
    }

    /// <summary>Notes whose a fact is, where that will not be seen from the fact; false where it is another's already.</summary>
    public bool Take(object fact, string key)
    {
        if (partitioning.ReadsOthers() && partitioning.KeyOf(fact) is not null)
            return true;
        var owner = new Owner(this, key);
        if (Yielded.OwnerOf(fact) is { } other && other != owner)
            return false;
        Yielded.Take(fact, owner);
        return true;
    }

    /// <summary>Whom a fact is about, for these rules; null for one of others, and for one that is about nobody.</summary>
    private string? KeyOf(object fact)
    {
        var owner = Yielded.OwnerOf(fact);
        return owner?.Of == this ? owner.Key : owner is null || partitioning.ReadsOthers() ? partitioning.KeyOf(fact) : null;
    }

    /// <summary>The rule with its actions of one kind alone; null where it has none.</summary>
    private static RuleDefinition? Keeping<TAction>(RuleDefinition rule)
        where TAction : Engine.Model.ActionElement
    {
        var kept = rule.RightHandSide.OfType<TAction>().ToList();
        return kept.Count == 0 ? null : kept.Count == rule.RightHandSide.Count ? rule : new RuleDefinition
        {
            Name = rule.Name,
            Description = rule.Description,
            Tags = rule.Tags,
            Priority = rule.Priority,
            Repeatability = rule.Repeatability,
            Dependencies = rule.Dependencies,
            LeftHandSide = rule.LeftHandSide,
            Filters = rule.Filters,
            RightHandSide = kept,
        };
    }

    /// <summary>Whether rules read facts of a type, which is asked of every fact of the session.</summary>
    private sealed class ReadTypes(HashSet<Type> types)
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<Type, bool> known = new();

        public bool Contain(object fact) => known.GetOrAdd(
            Linked.FactOf(fact).GetType(), static (exact, read) => read.Any(type => type.IsAssignableFrom(exact)), types);
    }
}
