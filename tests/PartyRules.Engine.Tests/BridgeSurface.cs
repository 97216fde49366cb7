using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests;

/// <summary>What the engine shows of itself so that another engine can run the same rules.</summary>
public sealed class BridgeSurface
{
    [Fact]
    public void ARuleStandsAboveThoseWhoseFactsItReads()
    {
        var levels = RuleSet.Compile("shop", new CustomerWithoutDiscountIsSeen(), new GoodCustomerGetsDiscount(), new OrdersAddUp())
            .Strata.SelectMany(stratum => stratum.Rules.Select(rule => (rule.Name.Split('.')[^1], stratum.Level)));

        levels.Should()
            .BeEquivalentTo([(nameof(GoodCustomerGetsDiscount), 1), (nameof(OrdersAddUp), 1), (nameof(CustomerWithoutDiscountIsSeen), 2)]);
    }

    [Fact]
    public void RulesThatFeedEachOtherShareAStratum() =>
        RuleSet.Compile("roads", new RouteGrowsByRoad(), new RoadIsRoute()).Strata
            .Select(stratum => (stratum.IsRecursive, stratum.Rules.Count))
            .Should().Equal((false, 1), (true, 1));

    [Fact]
    public void CollectionsKeepTheOrderGiven()
    {
        CollectedFacts.Of([3, 1, 2]).Should().Equal(3, 1, 2);
        CollectedFacts.Of(Array.Empty<int>()).Count.Should().Be(0);
        CollectedFacts.GroupOf("odd", [3, 1]).Should().Equal(3, 1);
        CollectedFacts.GroupOf("odd", [3, 1]).Key.Should().Be("odd");
    }

    [Fact]
    public void TheCompiledEngineEvaluatesLikeTheRuleSet()
    {
        var evaluator = RuleEngine.Compiled.CreateEvaluator(
            RuleSet.Compile("shop", new GoodCustomerGetsDiscount()).With([new Customer("ann")]));
        evaluator.Add(new Customer("bob"));
        evaluator.AddAll([new Order("ann", 1, 100), new Order("bob", 2, 200)]);
        evaluator.Run();

        evaluator.Facts<Discount>().Should().BeEquivalentTo([new Discount("ann"), new Discount("bob")]);
    }
}
