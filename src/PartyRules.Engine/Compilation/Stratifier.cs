using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>Rules that run together: alone in most cases, several where they feed each other.</summary>
/// <param name="Rules">The rules, by name.</param>
/// <param name="IsRecursive">Whether they feed each other or themselves, so that they run to a fixpoint.</param>
internal sealed record Stratum(IReadOnlyList<RuleDefinition> Rules, bool IsRecursive);

/// <summary>A type of fact that a rule reads.</summary>
/// <param name="Type">The type.</param>
/// <param name="NeedsAll">Whether the rule is right only once all such facts are known.</param>
internal readonly record struct Reading(Type Type, bool NeedsAll);

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

    /// <summary>Strata with their levels.</summary>
    public static IReadOnlyList<RuleStratum> Levelled(IReadOnlyList<Stratum> strata)
    {
        var levelled = new List<RuleStratum>();
        foreach (var stratum in strata)
        {
            var below = levelled.Where(lower => lower.Rules.Any(rule => stratum.Rules.Any(reader => Feeds(rule, reader, _ => true))));
            levelled.Add(new RuleStratum(stratum.Rules, stratum.IsRecursive, 1 + below.Select(lower => lower.Level).DefaultIfEmpty().Max()));
        }

        return levelled;
    }

    /// <summary>Whether a fact of one type may be read where the other is asked for.</summary>
    /// <remarks>A type derived from a yielded one may add an interface, or derive from the class that an interface is read for.</remarks>
    public static bool MayBe(Type yielded, Type read) =>
        read.IsAssignableFrom(yielded) || yielded.IsAssignableFrom(read)
        || (read.IsInterface && !yielded.IsSealed) || (yielded.IsInterface && !read.IsSealed);

    public static IEnumerable<Type> YieldsOf(RuleDefinition rule) => rule.RightHandSide.OfType<YieldElement>().Select(yield => yield.Fact.ReturnType);

    public static IEnumerable<Reading> ReadingsOf(IEnumerable<RuleElement> elements) => elements.SelectMany<RuleElement, Reading>(element => element switch
    {
        MatchElement match => [new Reading(match.Pattern.Fact.Type, false)],
        ExistsElement exists => [new Reading(exists.Pattern.Fact.Type, false)],
        NotElement not => [new Reading(not.Pattern.Fact.Type, true)],
        ForAllElement all => [new Reading(all.Pattern.Fact.Type, true)],
        QueryElement { Source: MatchSource source } => [new Reading(source.FactType, true)],
        AndElement and => ReadingsOf(and.Elements),
        OrElement or => ReadingsOf(or.Elements),
        _ => [],
    });

    private static bool Feeds(RuleDefinition rule, RuleDefinition reader, Func<Reading, bool> which) =>
        ReadingsOf(reader.LeftHandSide).Any(reading => which(reading) && YieldsOf(rule).Any(type => MayBe(type, reading.Type)));

    private static void RefuseCycleThroughCompleteness(IReadOnlyList<RuleDefinition> component)
    {
        foreach (var reader in component)
        {
            foreach (var rule in component.Where(rule => Feeds(rule, reader, reading => reading.NeedsAll)))
            {
                var type = ReadingsOf(reader.LeftHandSide).First(reading => reading.NeedsAll && YieldsOf(rule).Any(yielded => MayBe(yielded, reading.Type))).Type;
                var names = string.Join(", ", component.Select(member => $"'{member.Name}'").Order(StringComparer.Ordinal));
                throw new RuleDefinitionException(
                    reader.Name,
                    $"it negates or collects {type.Name}, which must then be complete, but '{rule.Name}' yields it in a cycle of the rules {names}. Yield a different type of fact in one of them.");
            }
        }
    }

    /// <summary>Tarjan's algorithm; components come out readers first, so the result is reversed.</summary>
    private static List<List<RuleDefinition>> StronglyConnected(List<RuleDefinition> rules, Dictionary<RuleDefinition, List<RuleDefinition>> feeds)
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
