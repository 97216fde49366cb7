using FsCheck;
using FsCheck.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>What random cases look like, per kind of property.</summary>
public static class Cases
{
    /// <summary>How many combinations the reference may try before a case is left out.</summary>
    public const long Budget = 50_000;

    /// <summary>Rule sets of up to five rules of up to five elements, with facts around the size at which an index takes over from a scan.</summary>
    public static Arbitrary<Case> OfAnyRules() => From(random => new Case(Rules(random, 5, 5, 3), [Facts(random, random.Next(4) == 0 ? 3 : 11)], random.Next()));

    /// <summary>The same with several partitions, which shrink and grow across that size.</summary>
    public static Arbitrary<Case> OfPartitions() => From(random => new Case(Rules(random, 4, 4, 2), [.. Enumerable.Range(0, 4).Select(_ => Facts(random, random.Next(4) * 6))], random.Next()));

    /// <summary>Few joins over hundreds of facts that share few keys, in partitions of which some are small.</summary>
    public static Arbitrary<Case> OfManyFacts() => From(random =>
    {
        var facts = new FactGenerator(random);
        var big = RuleSetGenerator.FactTypes[random.Next(RuleSetGenerator.FactTypes.Count)];
        IReadOnlyList<object> Many() => [.. facts.Next(6), .. facts.Of(big, 100 + random.Next(300))];
        return new Case(Rules(random, 2, 3, 2), [Many(), facts.Next(5), Many()], random.Next());
    });

    /// <summary>The first so many cases from one seed, for measuring.</summary>
    public static IEnumerable<Case> Sample(Arbitrary<Case> cases, int count) => cases.Generator.Sample(count, new Rnd(2026, 1), 50);

    private static Arbitrary<Case> From(Func<Random, Case> make) =>
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => make(new Random(seed))), Shrinker.Simpler);

    private static IReadOnlyList<RuleDefinition> Rules(Random random, int mostRules, int mostElements, int mostJoins) => new RuleSetGenerator(random).Next(mostRules, mostElements, mostJoins);

    private static IReadOnlyList<object> Facts(Random random, int mostOfType) => new FactGenerator(random).Next(mostOfType);
}
