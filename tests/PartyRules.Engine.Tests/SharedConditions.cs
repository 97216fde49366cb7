using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests;

/// <summary>
/// Conditions that several rules ask of the same facts; how often they are asked is counted. The tests of a class run one after the other.
/// </summary>
public sealed class SharedConditions
{
    private static readonly Order[] Orders = [.. Enumerable.Range(1, 20).Select(number => new Order("ann", number, number))];
    private static int asked;

    [Fact]
    [Statement(
        "Conditions on a fact alone with which several rules begin to look at it are asked once for each fact, and of reference facts "
        + "once for all partitions.")]
    public void AConditionOfThreeRulesIsAskedOnceForEachFact()
    {
        asked = 0;

        var evaluation = RuleSet.Compile("shared", Rules).Evaluate(Orders);

        asked.Should().Be(Orders.Length, "three rules ask the same");
        evaluation.Facts<Seen>().Select(seen => seen.Name).Should().BeEquivalentTo(
            Enumerable.Range(11, 10).SelectMany(number => new[] { "first", "second", "third" }.Select(rule => $"{rule} {number}")));
    }

    [Fact]
    [Statement(
        "Conditions on a fact alone with which several rules begin to look at it are asked once for each fact, and of reference facts "
        + "once for all partitions.")]
    public void AConditionOnReferenceFactsIsAskedOnceForAllPartitions()
    {
        var evaluator = RuleSet.Compile("shared", Rules).With(Orders).CreateEvaluator();
        asked = 0;

        for (var partition = 0; partition < 3; partition++)
        {
            evaluator.Reset();
            evaluator.Run();
            evaluator.Facts<Seen>().Should().HaveCount(30);
        }

        asked.Should().Be(Orders.Length);
    }

    [Fact]
    public void AFactThatIsGivenBesideReferenceFactsIsAskedToo()
    {
        var evaluator = RuleSet.Compile("shared", Rules).With(Orders).CreateEvaluator();

        evaluator.Add(new Order("bob", 21, 21));
        evaluator.Run();
        evaluator.Facts<Seen>().Should().HaveCount(33);

        evaluator.Reset();
        evaluator.Add(new Order("bob", 1, 1));
        evaluator.Run();
        evaluator.Facts<Seen>().Should().HaveCount(30, "what was found of the partition before is forgotten");
    }

    private static Rule[] Rules => [new FirstLargeOrder(), new SecondLargeOrder(), new ThirdLargeOrder()];

    private static bool IsLarge(Order order)
    {
        asked++;
        return order.Amount > 10;
    }

    private sealed class FirstLargeOrder : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order, o => IsLarge(o));
            Then().Yield(_ => new Seen($"first {order.Number}"));
        }
    }

    private sealed class SecondLargeOrder : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order, o => IsLarge(o));
            Then().Yield(_ => new Seen($"second {order.Number}"));
        }
    }

    private sealed class ThirdLargeOrder : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order, o => IsLarge(o));
            Then().Yield(_ => new Seen($"third {order.Number}"));
        }
    }
}
