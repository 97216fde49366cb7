using PartyRules.Engine.Model;
using Xunit.Abstractions;

namespace PartyRules.Engine.Tests.Reference;

/// <summary>
/// Random cases must reach what they are to check. Each number is the least share of cases, in percent, in which something happens at least
/// once; all are well below what was measured, so that they fail when the generator dries up and not when it changes.
/// </summary>
public sealed class GeneratorDistribution(ITestOutputHelper output)
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["or with several alternatives that hold"] = 20,
        ["all over nothing"] = 4,
        ["all that holds"] = 5,
        ["all that fails"] = 12,
        ["exists that fails"] = 6,
        ["exists with several witnesses"] = 10,
        ["not that holds"] = 5,
        ["not that fails"] = 6,
        ["filter that passes"] = 2,
        ["filter that stops"] = 2,
        ["empty collection"] = 12,
        ["collection of 1 or 2"] = 12,
        ["collection of 3 or more"] = 15,
        ["group of one"] = 6,
        ["group of several"] = 5,
        ["ties that a further key decides"] = 6,
        ["yield of a fact that is there"] = 34,
        ["yield of a new fact"] = 40,
        ["third turn of recursion"] = 14,
        ["match of 2 facts"] = 12,
        ["match of 3 facts"] = 4,
        ["refused"] = 2,
        ["rules that begin alike"] = 20,
    };

    [Fact]
    public void CasesReachEveryMeaning()
    {
        var cases = Cases.Sample(Cases.OfAnyRules(), 150).ToList();
        var reached = new Dictionary<string, int>();
        foreach (var @case in cases)
        {
            var seen = new HashSet<string>();
            if (@case.Rules.GroupBy(rule => RuleText.Of(rule.LeftHandSide[0])).Any(alike => alike.Count() > 1))
                seen.Add("rules that begin alike");
            if (ReferenceStrata.Of(@case.Rules) is null)
                seen.Add("refused");
            else
                Evaluate(@case, seen);
            foreach (var text in seen)
                reached[text] = reached.GetValueOrDefault(text) + 1;
        }

        var shares = reached.ToDictionary(pair => pair.Key, pair => pair.Value * 100 / cases.Count);
        foreach (var (text, share) in shares.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{share,3} %  {text}");
        Floors.Where(floor => shares.GetValueOrDefault(floor.Key) < floor.Value)
            .Select(floor => $"{floor.Key}: {shares.GetValueOrDefault(floor.Key)} % instead of {floor.Value} %").Should().BeEmpty();
        shares.GetValueOrDefault("left out").Should().BeLessThan(5, "a case whose combinations are too many checks nothing");
    }

    [Fact]
    public void CasesUseEveryPartOfTheModel()
    {
        var rules = Cases.Sample(Cases.OfAnyRules(), 400).SelectMany(@case => @case.Rules).ToList();
        var elements = rules.SelectMany(rule => All(rule.LeftHandSide)).ToList();

        elements.Select(element => element.GetType()).Should().Contain(
            typeof(RuleElement).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(RuleElement))));
        var queries = elements.OfType<QueryElement>().ToList();
        queries.Select(query => query.Source.GetType()).Should().Contain([typeof(MatchSource), typeof(FromSource)]);
        queries.SelectMany(query => query.Steps).Select(step => step.Kind).Should().Contain(Enum.GetValues<QueryStepKind>());
        rules.SelectMany(rule => rule.RightHandSide).Select(action => action.GetType()).Should()
            .Contain([typeof(YieldElement), typeof(DoElement)]);
        rules.Should()
            .Contain(rule => rule.RightHandSide.OfType<YieldElement>().Count() > 1)
            .And.Contain(rule => rule.RightHandSide.OfType<DoElement>().Count() > 1);
    }

    private static void Evaluate(Case @case, HashSet<string> seen)
    {
        try
        {
            ReferenceEvaluator.Evaluate(@case.Rules, @case.Facts, Cases.Budget, text => seen.Add(text));
        }
        catch (OverBudgetException)
        {
            seen.Clear();
            seen.Add("left out");
        }
    }

    private static IEnumerable<RuleElement> All(IEnumerable<RuleElement> elements) => elements.SelectMany(element => element switch
    {
        AndElement and => All(and.Elements).Append(and),
        OrElement or => All(or.Elements).Append(or),
        _ => [element],
    });
}
