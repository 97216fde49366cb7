using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// Random sets of rules over the facts of this folder. Types of fact get a random rank, and most rules yield what ranks no lower than what
/// they read, and higher than what they negate or collect, so that most sets can be ordered and some feed themselves.
/// </summary>
internal sealed class RuleSetGenerator(Random random)
{
    public static IReadOnlyList<Type> FactTypes { get; } =
        [
            typeof(Item),
            typeof(Ticket),
            typeof(Coin),
            typeof(Token),
            typeof(Shape),
            typeof(Square),
            typeof(Circle),
            typeof(Link),
            typeof(Path),
            typeof(Note),
        ];

    /// <summary>What rules read; more often what is rich in keys, and what recursion is made of.</summary>
    private static readonly Type[] Readable = [.. FactTypes, typeof(Item), typeof(Link), typeof(IMarked)];

    private readonly Type[] ranked = [.. FactTypes];
    private readonly List<Outline> outlines = [];

    /// <summary>A rule set.</summary>
    /// <param name="mostRules">How many rules at most.</param>
    /// <param name="mostElements">How many elements a rule has at most, groups counted once.</param>
    /// <param name="mostJoins">How many facts a rule matches at most, so that trying all combinations comes to an end.</param>
    public IReadOnlyList<RuleDefinition> Next(int mostRules, int mostElements, int mostJoins)
    {
        random.Shuffle(ranked);
        if (random.Next(5) > 0)
            (ranked[^1], ranked[Array.IndexOf(ranked, typeof(Note))]) = (typeof(Note), ranked[^1]);
        var count = Math.Max(1 + random.Next(mostRules), 1 + random.Next(mostRules));
        var rules = Enumerable.Range(0, count).Select(number => Rule($"rule{number}", mostElements, mostJoins)).ToArray();
        random.Shuffle(rules);
        return rules;
    }

    /// <summary>A rule; every fourth begins as one before it does, so that there are conditions and joins to share.</summary>
    private RuleDefinition Rule(string name, int mostElements, int mostJoins)
    {
        if (outlines.Count == 0 || random.Next(4) > 0)
            outlines.Add(NewOutline());
        var outline = outlines[random.Next(3) == 0 ? random.Next(outlines.Count) : outlines.Count - 1];
        return new RuleGenerator(new Random(outline.Seed), name, outline.Matched, outline.Completed, mostJoins)
            .Next(outline.Yields, 1 + random.Next(mostElements), random);
    }

    private Outline NewOutline()
    {
        var yields = Enumerable.Range(0, random.Next(10) switch { < 1 => 0, < 8 => 1, _ => 2 })
            .Select(_ => ranked[Math.Max(random.Next(ranked.Length), random.Next(ranked.Length))]).ToList();
        var isFree = random.Next(12) == 0;
        List<Type> Allowed(bool needsAll) =>
            [
                .. Readable.Where(
                    read =>
                        isFree
                        || yields.TrueForAll(
                            yielded => Ranks(yielded).Min() is var least && Ranks(read).Max() is var most
                            && (needsAll ? most < least : most <= least))),
            ];
        var matched = Allowed(needsAll: false);
        var own = matched.FindAll(read => yields.Exists(yielded => ReferenceStrata.MayBe(yielded, read)));
        if (own.Count > 0 && random.Next(2) == 0)
            matched.AddRange(Enumerable.Repeat(own[random.Next(own.Count)], matched.Count));
        return new Outline(random.Next(), yields, matched, Allowed(needsAll: true));
    }

    private IEnumerable<int> Ranks(Type type) =>
        ranked.Select((other, rank) => ReferenceStrata.MayBe(other, type) ? rank : -1).Where(rank => rank >= 0);

    /// <summary>What a rule begins with: what it may read and yields, and the chance from which its elements are drawn.</summary>
    private sealed record Outline(int Seed, IReadOnlyList<Type> Yields, IReadOnlyList<Type> Matched, IReadOnlyList<Type> Completed);
}
