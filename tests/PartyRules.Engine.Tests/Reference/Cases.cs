using System.Linq.Expressions;
using FsCheck;
using FsCheck.Fluent;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>What random cases look like, per kind of property.</summary>
public static class Cases
{
    /// <summary>How many combinations the reference may try before a case is left out.</summary>
    public const long Budget = 50_000;

    /// <summary>
    /// Rule sets of up to five rules of up to five elements, with facts around the size at which an index takes over from a scan.
    /// </summary>
    public static Arbitrary<Case> OfAnyRules() =>
        From(random => new Case(Rules(random, 5, 5, 3), [Facts(random, random.Next(4) == 0 ? 3 : 11)], random.Next()));

    /// <summary>The same with several partitions, which shrink and grow across that size.</summary>
    public static Arbitrary<Case> OfPartitions() => From(
        random =>
            new Case(Rules(random, 4, 4, 2), [.. Enumerable.Range(0, 4).Select(_ => Facts(random, random.Next(4) * 6))], random.Next()));

    /// <summary>
    /// Few joins over hundreds of facts that share few keys, in partitions of which some are small. One rule looks the many facts up by a
    /// key.
    /// </summary>
    public static Arbitrary<Case> OfManyFacts() => From(random =>
    {
        var facts = new FactGenerator(random);
        Type[] keyed = [.. RuleSetGenerator.FactTypes.Where(type => type.GetProperty(nameof(IMarked.Key)) is not null)];
        var big = keyed[random.Next(keyed.Length)];
        IReadOnlyList<object> Many() => [.. facts.Next(6), .. facts.Of(big, 100 + random.Next(300))];
        return new Case([.. Rules(random, 2, 3, 2), LookUp(big, random.Next(3))], [Many(), facts.Next(5), Many()], random.Next());
    });

    /// <summary>The first so many cases from one seed, for measuring.</summary>
    public static IEnumerable<Case> Sample(Arbitrary<Case> cases, int count) => cases.Generator.Sample(count, new Rnd(2026, 1), 50);

    private static Arbitrary<Case> From(Func<Random, Case> make) =>
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => make(new Random(seed))), Shrinker.Simpler);

    private static IReadOnlyList<RuleDefinition> Rules(Random random, int mostRules, int mostElements, int mostJoins) =>
        new RuleSetGenerator(random).Next(mostRules, mostElements, mostJoins);

    /// <summary>Tells of the many facts that have the key of a link: each of them, how many there are, or that there is none.</summary>
    private static RuleDefinition LookUp(Type many, int way)
    {
        var link = Expression.Parameter(typeof(Link), "link");
        var fact = Expression.Parameter(many, "fact");
        var all = Expression.Parameter(typeof(Facts<>).MakeGenericType(many), "all");
        var context = Expression.Parameter(typeof(IContext), "ctx");
        var joined = Expression.Equal(Expression.Property(fact, nameof(IMarked.Key)), Expression.Property(link, nameof(Link.From)));
        var pattern = new Pattern(fact, [joined]);
        var (element, told) = way switch
        {
            0 => ((RuleElement)new MatchElement(pattern), (Expression)fact),
            1 =>
                (
                    new QueryElement(
                        all, new MatchSource(many, [Expression.Lambda(joined, fact)]), [new QueryStep(QueryStepKind.Collect, [], many)]),
                    Expression.Property(all, nameof(Facts<int>.Count))),
            _ => (new NotElement(pattern), Expression.Constant("none")),
        };
        var text = Expression.Call(
            typeof(Render),
            nameof(Render.Join),
            null,
            Expression.NewArrayInit(typeof(object), new[] { link, told }.Select(part => Expression.Convert(part, typeof(object)))));
        return new RuleDefinition
        {
            Name = "look-up",
            LeftHandSide = [new MatchElement(new Pattern(link, [])), element],
            RightHandSide = [new YieldElement(Expression.Lambda(Expression.New(typeof(Note).GetConstructors()[0], text), context))],
        };
    }

    private static IReadOnlyList<object> Facts(Random random, int mostOfType) => new FactGenerator(random).Next(mostOfType);
}
