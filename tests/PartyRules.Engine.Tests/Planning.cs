using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests;

/// <summary>In which order elements are met, how facts are found, and what is never collected.</summary>
public sealed class Planning
{
    [Fact]
    public void EqualitiesAreFoundByOneIndexOverAllTheirKeys() =>
        PlanOf(new OrderOfSameNumberAndAmount()).Should().Contain(
            "match Order other by index on other.Number = order.Number and other.Amount = order.Amount where (other.Customer != "
            + "order.Customer)");

    [Fact]
    public void AMatchThatAnIndexCanFindComesBeforeOneThatMustScan() =>
        PlanOf(new CustomerSeesRoadAndOrder()).Should()
            .MatchRegex("match Customer customer\n *match Order order by index on order.Customer = customer.Name\n *match Road road");

    [Fact]
    public void ATestComesAsSoonAsItsNamesAreKnown() =>
        PlanOf(new TestAtTheEnd()).Should().MatchRegex("match Customer customer\n *having customer.IsGood\n *match Road road");

    [Fact]
    public void ATestThatMayFailStaysWhereItIsWritten() =>
        PlanOf(new FailingTestAtTheEnd()).Should().MatchRegex("match Road road\n *having ");

    [Fact]
    public void ThePlanSaysWhereAllPairsAreCompared() =>
        PlanOf(new LargerOrder()).Should().Contain("match Order larger where (larger.Amount > order.Amount) -- compares all pairs");

    [Theory]
    [InlineData(1_000)]
    [InlineData(4_000)]
    public void AnIndexIsBuiltHoweverOftenTheLoopsAroundItTurn(int orders)
    {
        var asked = 0;
        var rule = new NoOrderIsTheNext(_ => ++asked > 0);

        RuleSet.Compile("shop", rule).Evaluate(
            [new Customer("ann"), .. Enumerable.Range(0, orders).Select(i => new Order("ann", i, i))])
            .Facts<Summary>().Should().HaveCount(1);

        asked.Should().BeLessThan(20 * orders, "each order looks for the next one by its number, and a few by going through all of them");
    }

    [Fact]
    public void ACollectionOfWhichOnlyAggregatesAreAskedIsNotMade()
    {
        PlanOf(new OrdersAddUp()).Should().Contain("without collecting: Count, Sum of o.Amount");
        RuleSet.Compile("shop", new OrdersAddUp()).Evaluate([new Customer("ann"), new Order("ann", 1, 3), new Order("ann", 2, 4)])
            .Facts<Summary>().Should().Equal(new Summary("ann", 2, 7));
    }

    [Fact]
    public void ACollectionThatIsPassedOnIsMade() => PlanOf(new OrdersArePassedOn()).Should().NotContain("without collecting");

    [Fact]
    public void TheFirstOfNothingIsAnErrorAsInAnyCollection() =>
        FluentActions.Invoking(() => RuleSet.Compile("first", new FirstOrder()).Evaluate([new Customer("ann")]))
            .Should().Throw<RuleEvaluationException>().WithInnerException<ArgumentOutOfRangeException>();

    [Fact]
    [Statement(
        "A type that wants every yielded object to be a fact of its own is a class without value equality, or says so with [Occurrence].")]
    public void EqualOccurrencesEachCount() =>
        RuleSet.Compile("stamps", new OrderIsStamped(), new StampsAddUp())
            .Evaluate([new Order("ann", 1, 5), new Order("ann", 1, 5), new Order("bob", 1, 5)])
            .Facts<Summary>().Should().Equal(new Summary("stamps", 3, 15));

    [Fact]
    public void ADerivationOfAnOccurrenceLeadsToItsFact()
    {
        Order[] orders = [new("ann", 1, 5), new("bob", 2, 6)];
        var evaluation = RuleSet.Compile("stamps", new OrderIsStamped(), new StampsAddUp()).Evaluate(orders, recordDerivations: true);

        var derivation = evaluation.DerivationOf(evaluation.Facts<Summary>()[0]);

        derivation.Premises.Select(stamp => stamp.Fact).Should().Equal(new Stamp(5), new Stamp(6));
        derivation.Premises.SelectMany(stamp => stamp.Premises).Select(premise => premise.Fact).Should().Equal(orders);
    }

    [Fact]
    public void ADerivationStaysValidWhenTheEvaluatorIsReset()
    {
        var evaluator = RuleSet.Compile("stamps", new OrderIsStamped(), new StampsAddUp()).CreateEvaluator(recordDerivations: true);
        evaluator.Add(new Order("ann", 1, 5));
        evaluator.Run();
        var derivation = evaluator.DerivationOf(evaluator.Facts<Summary>()[0]);

        evaluator.Reset();
        evaluator.Add(new Order("bob", 2, 6));
        evaluator.Run();

        derivation.Premises.Single().Fact.Should().Be(new Stamp(5));
    }

    [Fact]
    public void ANameThatNothingGivesIsRefused()
    {
        var stray = System.Linq.Expressions.Expression.Parameter(typeof(Customer), "stray");
        var rule = new OrdersAddUp().ToDefinition();
        var broken = new Model.RuleDefinition
        {
            Name = "broken",
            LeftHandSide = [new Model.HavingElement(System.Linq.Expressions.Expression.Property(stray, "IsGood")), .. rule.LeftHandSide],
            RightHandSide = rule.RightHandSide,
        };

        FluentActions.Invoking(() => RuleSet.Compile("broken", [broken])).Should().Throw<RuleDefinitionException>()
            .WithMessage("*'broken'*'stray'*not known*");
    }

    [Fact]
    [Statement("An equality between declared partition keys costs nothing, because it is left out, and the plan says so.")]
    public void AJoinOnPartitionKeysIsFree()
    {
        var partitioned = RuleSet.Compile("shop", new OrdersAddUp(), new GoodCustomerGetsDiscount()).PartitionedBy(ByCustomer);

        partitioned.Explain().Should().Contain("for free, by the partition: o.Customer = customer.Name").And.NotContain("by index");
        partitioned.Evaluate([new Customer("ann"), new Order("ann", 1, 40), new Order("ann", 2, 100)])
            .Facts<Summary>().Should().Equal(new Summary("ann", 2, 140));
    }

    [Fact]
    [Statement("It stays where rules yield such facts, or reference facts are such.")]
    public void AJoinIsNotFreeWhereReferenceFactsHaveTheKey() =>
        RuleSet.Compile("shop", new OrdersAddUp()).PartitionedBy(ByCustomer).With([new Order("bob", 7, 1)])
            .Evaluate([new Customer("ann"), new Order("ann", 1, 40)])
            .Facts<Summary>().Should().Equal(new Summary("ann", 1, 40));

    [Fact]
    [Statement("It stays where rules yield such facts, or reference facts are such.")]
    public void AJoinIsNotFreeWhereRulesYieldTheType() =>
        RuleSet.Compile("shop", new OrdersAddUp(), new OrderIsBroughtToEve()).PartitionedBy(ByCustomer.And<Road>(road => road.From))
            .Evaluate([new Customer("ann"), new Road("ann", "eve")])
            .Facts<Summary>().Should().Equal(new Summary("ann", 0, 0));

    private static PartitionKeys ByCustomer => PartitionKeys.By<Customer>(customer => customer.Name).And<Order>(order => order.Customer);

    private static string PlanOf(Rule rule) => RuleSet.Compile("planned", rule).Explain();

    [Occurrence]
    public readonly record struct Stamp(decimal Amount);

    /// <summary>Orders are found by an index on the customer; how many those are nobody knows before.</summary>
    private sealed class NoOrderIsTheNext(Func<Order, bool> isAsked) : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Order order = null!;
            When()
                .Match(() => customer)
                .Match(() => order, o => o.Customer == customer.Name)
                .Not<Order>(next => next.Number == order.Number + 1, next => isAsked(next));
            Then()
                .Yield(_ => new Summary(customer.Name, 1, order.Number));
        }
    }

    private sealed class OrderIsBroughtToEve : Rule
    {
        public override void Define()
        {
            Road road = null!;
            When().Match(() => road);
            Then().Yield(_ => new Order(road.To, 1, 5));
        }
    }

    private sealed class OrderOfSameNumberAndAmount : Rule
    {
        public override void Define()
        {
            Order order = null!;
            Order other = null!;
            When()
                .Match(() => order)
                .Match(() => other, o => o.Number == order.Number, o => o.Customer != order.Customer, o => o.Amount == order.Amount);
            Then().Yield(_ => new Seen(other.Customer));
        }
    }

    private sealed class CustomerSeesRoadAndOrder : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Road road = null!;
            Order order = null!;
            When()
                .Match(() => customer)
                .Match(() => road)
                .Match(() => order, o => o.Customer == customer.Name);
            Then().Yield(_ => new Seen(road.From + order.Number));
        }
    }

    private sealed class TestAtTheEnd : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Road road = null!;
            When()
                .Match(() => customer)
                .Match(() => road)
                .Having(() => customer.IsGood);
            Then().Yield(_ => new Seen(road.From));
        }
    }

    private sealed class FailingTestAtTheEnd : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Road road = null!;
            When()
                .Match(() => customer)
                .Match(() => road)
                .Having(() => customer.Name.Substring(3) == "x");
            Then().Yield(_ => new Seen(road.From));
        }
    }

    private sealed class LargerOrder : Rule
    {
        public override void Define()
        {
            Order order = null!;
            Order larger = null!;
            When()
                .Match(() => order)
                .Match(() => larger, l => l.Amount > order.Amount);
            Then().Yield(_ => new Seen(larger.Customer));
        }
    }

    private sealed class OrdersArePassedOn : Rule
    {
        public override void Define()
        {
            Facts<Order> orders = null!;
            When().Query(() => orders, q => q.Match<Order>().Collect());
            Then().Yield(_ => new Seen(string.Concat(orders)));
        }
    }

    private sealed class FirstOrder : Rule
    {
        public override void Define()
        {
            Facts<Order> orders = null!;
            When().Query(() => orders, q => q.Match<Order>().Collect());
            Then().Yield(_ => new Seen(orders[0].Customer));
        }
    }

    private sealed class OrderIsStamped : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order);
            Then().Yield(_ => new Stamp(order.Amount));
        }
    }

    private sealed class StampsAddUp : Rule
    {
        public override void Define()
        {
            Facts<Stamp> stamps = null!;
            When().Query(() => stamps, q => q.Match<Stamp>().Collect());
            Then().Yield(_ => new Summary("stamps", stamps.Count, stamps.Sum(s => s.Amount)));
        }
    }
}
