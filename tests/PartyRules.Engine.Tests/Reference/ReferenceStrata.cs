using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// The order of rules, from the one statement there is: a rule that negates or collects a type runs once every rule that yields the type is
/// complete. Again and again, the largest set of rules that nothing incomplete outside it feeds runs together.
/// </summary>
internal static class ReferenceStrata
{
    /// <summary>The sets of rules in order; null where rules form a cycle through negation or collection.</summary>
    public static IReadOnlyList<IReadOnlyList<RuleDefinition>>? Of(IReadOnlyList<RuleDefinition> rules)
    {
        var strata = new List<IReadOnlyList<RuleDefinition>>();
        var incomplete = rules.ToList();
        while (incomplete.Count > 0)
        {
            var ready = incomplete.ToList();
            while (ready.RemoveAll(rule => !MayRun(rule, incomplete, ready)) > 0)
            {
            }

            if (ready.Count == 0)
                return null;
            strata.Add(ready);
            incomplete.RemoveAll(ready.Contains);
        }

        return strata;
    }

    /// <summary>The types that a left-hand side reads, and whether it needs all such facts at once.</summary>
    public static IEnumerable<(Type Type, bool NeedsAll)> Reads(IEnumerable<RuleElement> elements) => elements.SelectMany(Reads);

    public static IEnumerable<Type> Yields(RuleDefinition rule) =>
        rule.RightHandSide.OfType<YieldElement>().Select(yield => yield.Fact.ReturnType);

    /// <summary>Whether an object of one static type may turn out to be of the other type.</summary>
    public static bool MayBe(Type yielded, Type read) =>
        read.IsAssignableFrom(yielded) || yielded.IsAssignableFrom(read)
        || (read.IsInterface && !yielded.IsSealed) || (yielded.IsInterface && !read.IsSealed);

    private static bool MayRun(RuleDefinition rule, List<RuleDefinition> incomplete, List<RuleDefinition> together) =>
        Reads(rule.LeftHandSide).All(read => incomplete.TrueForAll(other =>
            !Yields(other).Any(type => MayBe(type, read.Type)) || (!read.NeedsAll && together.Contains(other))));

    private static IEnumerable<(Type Type, bool NeedsAll)> Reads(RuleElement element) => element switch
    {
        MatchElement match => [(match.Pattern.Fact.Type, false)],
        ExistsElement exists => [(exists.Pattern.Fact.Type, false)],
        NotElement not => [(not.Pattern.Fact.Type, true)],
        ForAllElement all => [(all.Pattern.Fact.Type, true)],
        QueryElement { Source: MatchSource source } => [(source.FactType, true)],
        AndElement and => Reads(and.Elements),
        OrElement or => Reads(or.Elements),
        _ => [],
    };
}
