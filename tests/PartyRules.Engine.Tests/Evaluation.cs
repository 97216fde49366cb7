using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests;

/// <summary>What an evaluation yields, statement by statement of docs/engine.md.</summary>
public sealed class Evaluation
{
    private static readonly object[] Shop =
    [
        new Customer("ann"), new Customer("bob"), new Customer("eve", IsGood: false),
        new Order("ann", 1, 60), new Order("ann", 2, 120), new Order("bob", 3, 99), new Order("eve", 4, 500),
    ];

    [Fact]
    [Statement("Exists is satisfied once, however many facts there are.")]
    public void ExistsFiresOnceHoweverManyFactsThereAre() =>
        RuleSet.Compile("shop", new GoodCustomerGetsDiscount()).Evaluate([.. Shop, new Order("ann", 5, 700)])
            .Facts<Discount>().Should().Equal(new Discount("ann"));

    [Fact]
    public void TheFirstFactIsGivenWithoutTheOthersWhereThereIsOne()
    {
        var compiled = RuleSet.Compile("shop", new GoodCustomerGetsDiscount()).Evaluate(Shop);
        IEvaluator any = compiled;

        compiled.TryGetFirst<Discount>(out var discount).Should().BeTrue();
        discount.Should().Be(new Discount("ann"));
        any.TryGetFirst<Discount>(out var same).Should().BeTrue();
        same.Should().Be(discount);
        compiled.TryGetFirst<Summary>(out _).Should().BeFalse();
        RuleSet.Compile("shop", new GoodCustomerGetsDiscount()).Evaluate([]).TryGetFirst<Discount>(out _).Should().BeFalse();
    }

    [Fact]
    [Statement("A collection may be empty.")]
    public void ACollectionIsCompleteAndMayBeEmpty() =>
        RuleSet.Compile("shop", new OrdersAddUp()).Evaluate([.. Shop, new Customer("tom")])
            .Facts<Summary>().Should().BeEquivalentTo(
                [new Summary("ann", 2, 180), new Summary("bob", 1, 99), new Summary("eve", 1, 500), new Summary("tom", 0, 0)]);

    [Fact]
    [Statement(
        "Not, All and queries see the complete set: the compiler puts the rules that yield a type before those that negate or collect "
        + "it, and refuses rules that form a cycle through negation or collection, naming them.")]
    public void NegationWaitsForTheRulesThatYield()
    {
        var seen = RuleSet.Compile("shop", new CustomerWithoutDiscountIsSeen(), new GoodCustomerGetsDiscount())
            .Evaluate(Shop).Facts<Seen>();

        seen.Should().BeEquivalentTo([new Seen("bob"), new Seen("eve")]);
    }

    [Fact]
    [Statement("Rules that feed each other otherwise run to their least fixpoint.")]
    public void RulesThatFeedEachOtherRunToTheirFixpoint()
    {
        var roads = Enumerable.Range(0, 30).Select(i => new Road($"{i}", $"{(i + 1) % 30}"));

        var routes = RuleSet.Compile("roads", new RouteGrowsByRoad(), new RoadIsRoute()).Evaluate(roads).Facts<Route>();

        routes.Should().HaveCount(30 * 30).And.OnlyHaveUniqueItems();
    }

    [Fact]
    [Statement("A pattern on a base type matches derived facts.")]
    public void APatternOnABaseTypeMatchesDerivedFacts() =>
        RuleSet.Compile("animals", new AnimalIsSeen()).Evaluate([new Dog("rex"), new Cat("tom")])
            .Facts<Seen>().Should().BeEquivalentTo([new Seen("rex"), new Seen("tom")]);

    [Fact]
    [Statement("Given facts count each; a yielded fact that equals one that is already there is not added again.")]
    public void AYieldedFactThatIsAlreadyThereIsNotAddedAgain() =>
        RuleSet.Compile("animals", new AnimalIsSeen()).Evaluate([new Dog("rex"), new Cat("rex")])
            .Facts<Seen>().Should().Equal(new Seen("rex"));

    [Fact]
    [Statement("Or is satisfied for each alternative that holds; the rule then fires for each, and equal facts come together.")]
    public void OrFiresForEachAlternativeThatHolds() =>
        RuleSet.Compile("or", new BigOrGoodIsCounted()).Evaluate([new Customer("ann"), new Order("ann", 1, 500)])
            .Facts<Summary>().Should().BeEquivalentTo([new Summary("ann", 1, 0), new Summary("ann", 2, 0)]);

    [Fact]
    [Statement("All holds where there is nothing to look at.")]
    public void AllHoldsWhereThereIsNothing() =>
        RuleSet.Compile("all", new EveryOrderIsSmall()).Evaluate([new Customer("ann")])
            .Facts<Seen>().Should().Equal(new Seen("ann"));

    [Fact]
    public void AllFailsAtTheFirstThatDoesNotHold() =>
        RuleSet.Compile("all", new EveryOrderIsSmall()).Evaluate([new Customer("ann"), new Order("ann", 1, 5), new Order("ann", 2, 500)])
            .Facts<Seen>().Should().BeEmpty();

    [Fact]
    public void GroupsComeOneByOneWithTheirKey() =>
        RuleSet.Compile("groups", new OrdersByCustomer()).Evaluate(Shop)
            .Facts<Summary>().Should().BeEquivalentTo([new Summary("ann", 2, 180), new Summary("bob", 1, 99), new Summary("eve", 1, 500)]);

    [Fact]
    public void AnOrderedCollectionIsInOrder() =>
        RuleSet.Compile("ordered", new LargestOrderFirst()).Evaluate(Shop)
            .Facts<Seen>().Should().Equal(new Seen("4,2,3,1"));

    [Fact]
    [Statement("Do actions run once all facts are known, by priority and then by name.")]
    public void ActionsRunByPriorityOnceAllFactsAreKnown()
    {
        ActsLast.Log.Clear();

        RuleSet.Compile("actions", new ActsLast(), new ActsFirst(), new AnimalIsSeen()).Evaluate([new Dog("rex")]);

        ActsLast.Log.Should().Equal("first", "last rex");
    }

    [Fact]
    [Statement("A derivation names the rule that yielded the fact and the facts that the rule matched, in the order of its elements.")]
    public void ADerivationNamesTheRuleAndTheFacts()
    {
        var evaluation = RuleSet.Compile("shop", new OrdersAddUp()).Evaluate(Shop, recordDerivations: true);

        var derivation = evaluation.DerivationOf(evaluation.Facts<Summary>().Single(summary => summary.Customer == "ann"));

        derivation.Rule!.Name.Should().Be(typeof(OrdersAddUp).FullName);
        derivation.Premises.Select(premise => premise.Fact).Should().BeEquivalentTo([Shop[0], Shop[3], Shop[4]]);
    }

    [Fact]
    public void AnEvaluatorIsReusedForTheNextPartition()
    {
        var evaluator = RuleSet.Compile("shop", new OrdersAddUp()).With([new Customer("ann")]).CreateEvaluator();
        evaluator.Add(new Order("ann", 1, 5));
        evaluator.Run();
        evaluator.Reset();
        evaluator.Add(new Order("ann", 2, 7));
        evaluator.Run();

        evaluator.Facts<Summary>().Should().Equal(new Summary("ann", 1, 7));
    }

    [Fact]
    public void AFailingConditionNamesItsRule() =>
        FluentActions.Invoking(() => RuleSet.Compile("failing", new DividesByZero()).Evaluate([new Order("ann", 0, 1)]))
            .Should().Throw<RuleEvaluationException>().Which.RuleName.Should().Be("divides-by-zero");

    [Fact]
    [Statement("One that does not end is stopped after MaximumRecursiveFacts.")]
    public void RecursionWithoutEndIsStopped() =>
        FluentActions.Invoking(() => RuleSet.Compile("endless", new EveryOrderBringsAnother()).Evaluate([new Order("ann", 0, 1)]))
            .Should().Throw<RuleEvaluationException>().WithMessage("*1000000*");

    [Property(MaxTest = 50)]
    public void AnIndexedJoinFindsWhatEveryPairFinds(PositiveInt left, PositiveInt right)
    {
        var customers = Enumerable.Range(0, left.Get % 40).Select(i => new Customer($"c{i % 7}{i}")).ToList();
        var orders = Enumerable.Range(0, right.Get * 3 % 60).Select(i => new Order($"c{i % 7}{i % 40}", i, i * 10)).ToList();

        var found = RuleSet.Compile("shop", new GoodCustomerGetsDiscount()).Evaluate([.. customers, .. orders]).Facts<Discount>();

        var expected = customers.Where(c => orders.Exists(o => o.Customer == c.Name && o.Amount >= 100))
            .Select(c => new Discount(c.Name)).Distinct();
        found.Should().BeEquivalentTo(expected);
    }

    [Property(MaxTest = 50)]
    public void TheOrderOfFactsDoesNotMatter(int seed)
    {
        var rules = RuleSet.Compile("shop", new OrdersAddUp(), new GoodCustomerGetsDiscount(), new CustomerWithoutDiscountIsSeen());
        var shuffled = Gen.Shuffle(Shop).Sample(1, 1)[0];

        var one = rules.Evaluate(Shop);
        var other = rules.Evaluate(seed % 2 == 0 ? shuffled : shuffled.Reverse());

        other.Facts<Summary>().Should().BeEquivalentTo(one.Facts<Summary>());
        other.Facts<Seen>().Should().BeEquivalentTo(one.Facts<Seen>());
    }

    private sealed class BigOrGoodIsCounted : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            When()
                .Match(() => customer)
                .Or(either => either
                    .Exists<Order>(o => o.Customer == customer.Name)
                    .And(both => both.Having(() => customer.IsGood).Not<Discount>()));
            Then()
                .Yield(_ => new Summary(customer.Name, 1, 0))
                .Yield(_ => new Summary(customer.Name, 2, 0));
        }
    }

    private sealed class EveryOrderIsSmall : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            When()
                .Match(() => customer)
                .All<Order>(o => o.Customer == customer.Name, o => o.Amount < 100);
            Then()
                .Yield(_ => new Seen(customer.Name));
        }
    }

    private sealed class OrdersByCustomer : Rule
    {
        public override void Define()
        {
            FactGroup<string, Order> orders = null!;
            When()
                .Query(() => orders, q => q.Match<Order>().GroupBy(o => o.Customer));
            Then()
                .Yield(_ => new Summary(orders.Key, orders.Count, orders.Sum(o => o.Amount)));
        }
    }

    private sealed class LargestOrderFirst : Rule
    {
        public override void Define()
        {
            IEnumerable<Order> orders = null!;
            When()
                .Query(() => orders, q => q.Match<Order>().Collect().OrderByDescending(o => o.Amount).ThenBy(o => o.Number));
            Then()
                .Yield(_ => new Seen(string.Join(",", orders.Select(o => o.Number))));
        }
    }

    [Priority(5)]
    private sealed class ActsFirst : Rule
    {
        public override void Define()
        {
            When().Exists<Seen>();
            Then().Do(_ => ActsLast.Log.Add("first"));
        }
    }

    private sealed class ActsLast : Rule
    {
        public static List<string> Log { get; } = [];

        public override void Define()
        {
            Seen seen = null!;
            When().Match(() => seen);
            Then().Do(_ => Log.Add("last " + seen.Name));
        }
    }

    [Name("divides-by-zero")]
    private sealed class DividesByZero : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order, o => 10 / o.Number > 1);
            Then().Yield(_ => new Seen(order.Customer));
        }
    }

    private sealed class EveryOrderBringsAnother : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order);
            Then().Yield(_ => new Order(order.Customer, order.Number + 1, order.Amount));
        }
    }
}
