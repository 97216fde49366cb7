using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>Rules that run together: alone in most cases, several where they feed each other.</summary>
/// <param name="Rules">The rules, by name.</param>
/// <param name="IsRecursive">Whether they feed each other or themselves, so that they run to a fixpoint.</param>
internal sealed record Stratum(IReadOnlyList<RuleDefinition> Rules, bool IsRecursive);

/// <summary>
/// Puts rules in an order in which every type of fact is complete before a rule negates or collects it, and refuses rules for
/// which there is no such order.
/// </summary>
internal static class Stratifier
{
    public static IReadOnlyList<Stratum> Stratify(IReadOnlyList<RuleDefinition> rules)
    {
        var ordered = rules.OrderBy(rule => rule.Name, StringComparer.Ordinal).ToList();
        var feeds = ordered.ToDictionary(rule => rule, rule => ordered.Where(reader => Feeds(rule, reader, _ => true)).ToList());
        var strata = new List<Stratum>();
        foreach (var component in StronglyConnected(ordered, feeds))
        {
            var isRecursive = component.Count > 1 || feeds[component[0]].Contains(component[0]);
            if (isRecursive)
                RefuseCycleThroughCompleteness(component);
            strata.Add(new Stratum([.. component.OrderBy(rule => rule.Name, StringComparer.Ordinal)], isRecursive));
        }

        return strata;
    }

    /// <summary>For each stratum one more than the highest level of those that yield what its rules read, from 1.</summary>
    public static IReadOnlyList<int> LevelsOf(IReadOnlyList<Stratum> strata)
    {
        var levels = new List<int>();
        foreach (var stratum in strata)
        {
            var below = levels.Where(
                (_, lower) => strata[lower].Rules.Any(rule => stratum.Rules.Any(reader => Feeds(rule, reader, _ => true))));
            levels.Add(1 + below.DefaultIfEmpty().Max());
        }

        return levels;
    }

    private static bool Feeds(RuleDefinition rule, RuleDefinition reader, Func<Reading, bool> which) =>
        reader.Readings.Any(reading => which(reading) && rule.MayYield(reading.FactType));

    private static void RefuseCycleThroughCompleteness(IReadOnlyList<RuleDefinition> component)
    {
        foreach (var reader in component)
        {
            foreach (var rule in component.Where(rule => Feeds(rule, reader, reading => reading.NeedsAll)))
            {
                var type = reader.Readings.First(reading => reading.NeedsAll && rule.MayYield(reading.FactType)).FactType;
                var names = string.Join(", ", component.Select(member => $"'{member.Name}'").Order(StringComparer.Ordinal));
                throw new RuleDefinitionException(
                    reader.Name,
                    $"it negates or collects {type.Name}, which must then be complete, but '{rule.Name}' yields it in a cycle of the "
                    + $"rules {names}. Yield a different type of fact in one of them.");
            }
        }
    }

    /// <summary>Tarjan's algorithm; components come out readers first, so the result is reversed.</summary>
    private static List<List<RuleDefinition>> StronglyConnected(
        List<RuleDefinition> rules, Dictionary<RuleDefinition, List<RuleDefinition>> feeds)
    {
        var components = new List<List<RuleDefinition>>();
        var index = new Dictionary<RuleDefinition, int>();
        var low = new Dictionary<RuleDefinition, int>();
        var stack = new Stack<RuleDefinition>();

        void Visit(RuleDefinition rule)
        {
            index[rule] = low[rule] = index.Count;
            stack.Push(rule);
            foreach (var reader in feeds[rule])
            {
                if (!index.TryGetValue(reader, out var seen))
                {
                    Visit(reader);
                    low[rule] = Math.Min(low[rule], low[reader]);
                }
                else if (stack.Contains(reader))
                {
                    low[rule] = Math.Min(low[rule], seen);
                }
            }

            if (low[rule] != index[rule])
                return;
            var component = new List<RuleDefinition>();
            do
                component.Add(stack.Pop());
            while (component[^1] != rule);
            components.Add(component);
        }

        foreach (var rule in rules)
        {
            if (!index.ContainsKey(rule))
                Visit(rule);
        }

        components.Reverse();
        return components;
    }
}
