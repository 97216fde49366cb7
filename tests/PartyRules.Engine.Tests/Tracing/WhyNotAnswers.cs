using FsCheck.Xunit;
using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests.Tracing;

/// <summary>Why a fact was not yielded: how near each rule came, and the first condition that failed.</summary>
public sealed class WhyNotAnswers
{
    private static readonly object[] Shop = [
        new Customer("ann"),
        new Customer("eve", IsGood: false),
        new Order("ann", 1, 60),
        new Order("ann", 2, 99.5m),
        new Order("eve", 3, 500),
    ];

    private static readonly RuleSet Rules = RuleSet.Compile(
        "shop", new GoodCustomerGetsDiscount(), new TenOrdersGetDiscount(), new CustomerWithoutDiscountIsSeen());

    [Fact]
    [Statement(
        "The nearest attempt is the one with most elements satisfied in the order in which they are written, then with most "
        + "conditions, then with the closest numbers.")]
    public void TheNearestAttemptOfEachRuleComesFirst() =>
        Rules.Evaluate(Shop).WhyNot<Discount>().ToString().Should().Be("""
            Why not Discount?
            ten-orders: 2 of 3 elements satisfied; orders.Count >= 10 (2 >= 10)
              customer = Customer { Name = ann, IsGood = True }
              orders = [Order { Customer = ann, Number = 1, Amount = 60 }, Order { Customer = ann, Number = 2, Amount = 99.5 }]
            PartyRules.Engine.Tests.GoodCustomerGetsDiscount: 1 of 2 elements satisfied; o.Amount >= 100 (99.5 >= 100)
              customer = Customer { Name = ann, IsGood = True }
              o = Order { Customer = ann, Number = 2, Amount = 99.5 }
            """);

    [Fact]
    [Statement("A rule that fired is left out.")]
    public void ARuleThatFiredIsLeftOut() =>
        Rules.Evaluate([.. Shop, new Order("ann", 4, 100)]).WhyNot<Discount>().Attempts.Select(attempt => attempt.Rule.Name)
            .Should().Equal("ten-orders");

    [Fact]
    [Statement("Asked about a fact that meets a condition, it passes over attempts that lead to others.")]
    public void AConditionOnTheMissingFactPassesOverAttemptsThatLeadToOthers()
    {
        var evaluation = Rules.Evaluate([.. Shop, new Order("ann", 4, 100)]);

        evaluation.WhyNot<Discount>(discount => discount.Customer == "eve").ToString().Should().Be("""
            Why not Discount?
            ten-orders: 2 of 3 elements satisfied; orders.Count >= 10 (1 >= 10)
              customer = Customer { Name = eve, IsGood = False }
              orders = [Order { Customer = eve, Number = 3, Amount = 500 }]
            PartyRules.Engine.Tests.GoodCustomerGetsDiscount: 0 of 2 elements satisfied; customer.IsGood (customer.IsGood is false)
              customer = Customer { Name = eve, IsGood = False }
            """);
        evaluation.WhyNot<Discount>(discount => discount.Customer == "ann").Attempts.Select(attempt => attempt.Rule.Name)
            .Should().Equal("ten-orders");
        evaluation.WhyNot<Discount>(discount => discount.Customer == "nobody").Attempts[0].Failed.Should()
            .Be("it yielded Discount { Customer = ann }, which is not what was asked for");
    }

    [Theory]
    [InlineData("none", "there is no Road")]
    [InlineData("no-witness", "there is no Road")]
    [InlineData("negated", "there must be no such Order")]
    [InlineData("all", "order.Amount < 100 (500 < 100)")]
    [InlineData("groups", "the query 'group' gives nothing")]
    [InlineData("date", "customer.Name.StartsWith(\"zo\") (customer.Name is \"ann\")")]
    [InlineData("either", "order.Amount > 1000 || order.Number == 77 (order.Amount is 500, order.Number is 3)")]
    public void WhatStoodInTheWayIsSaidInWords(string what, string failed) =>
        RuleSet.Compile("one", new NeverFires(what)).Evaluate(Shop).WhyNot("never-fires").Attempts.Should()
            .ContainSingle().Which.Failed.Should().Be(failed);

    [Fact]
    public void TheNearestAlternativeOfAnOrIsTold()
    {
        var attempt = RuleSet.Compile("or", new EitherIsThere()).Evaluate(Shop).WhyNot<Seen>().Attempts.Single();

        (attempt.Satisfied, attempt.Elements).Should().Be((2, 3));
        attempt.Failed.Should().Be("there is no Discount");
    }

    [Property(MaxTest = 20)]
    [Statement("The answer does not depend on the order of facts.")]
    public void TheAnswerDoesNotDependOnTheOrderOfFacts(int seed)
    {
        var shuffled = Shop.ToArray();
        new Random(seed).Shuffle(shuffled);
        var expected = Rules.Evaluate(Shop).WhyNot<Discount>();
        var actual = Rules.Evaluate(shuffled).WhyNot<Discount>();

        actual.Attempts.Select(attempt => (attempt.Rule.Name, attempt.Failed)).Should()
            .Equal(expected.Attempts.Select(attempt => (attempt.Rule.Name, attempt.Failed)));
    }

    [Fact]
    [Statement("The search looks at no more than 200,000 conditions for each rule, and says where that was not enough.")]
    public void TheSearchIsBoundedAndSaysSo()
    {
        var orders = Enumerable.Range(0, 700).Select(i => (object)new Order("ann", i, i));

        var attempt = RuleSet.Compile("pairs", new PairAddsUp()).Evaluate(orders).WhyNot<Seen>().Attempts.Single();

        attempt.IsComplete.Should().BeFalse();
        attempt.ToString().Should().EndWith("(not every combination was looked at)");
    }

    [Fact]
    public void AnUnknownRuleIsRefusedWithThoseThatThereAre() =>
        FluentActions.Invoking(() => Rules.Evaluate(Shop).WhyNot("tem-orders")).Should().Throw<ArgumentException>()
            .WithMessage("*'shop'*'tem-orders'*ten-orders*");

    [Fact]
    public void ATypeThatNoRuleYieldsHasNoAttempts() =>
        Rules.Evaluate(Shop).WhyNot<Road>().ToString().Should().Be("Why not Road? No rule that could yield it failed to.");

    [Name("ten-orders")]
    private sealed class TenOrdersGetDiscount : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Facts<Order> orders = null!;
            When()
                .Match(() => customer)
                .Query(() => orders, q => q.Match<Order>(o => o.Customer == customer.Name).Collect())
                .Having(() => orders.Count >= 10);
            Then()
                .Yield(_ => new Discount(customer.Name));
        }
    }

    [Name("never-fires")]
    private sealed class NeverFires(string what) : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Order order = null!;
            Road road = null!;
            FactGroup<string, Road> group = null!;
            _ = what switch
            {
                "none" => When().Match(() => road),
                "no-witness" => When().Exists<Road>(),
                "negated" => When().Not<Order>(o => o.Amount > 100),
                "all" => When().All<Order>(o => o.Amount < 100),
                "groups" => When().Query(() => group, q => q.Match<Road>().GroupBy(r => r.From)),
                "date" => When().Match(() => customer, c => c.Name.StartsWith("zo")),
                _ => When().Match(() => order, o => o.Amount > 1000 || o.Number == 77),
            };
            Then().Yield(_ => new Seen("never"));
        }
    }

    private sealed class EitherIsThere : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            When()
                .Match(() => customer)
                .Or(either => either
                    .Exists<Road>()
                    .And(both => both.Exists<Order>(o => o.Customer == customer.Name).Exists<Discount>()));
            Then()
                .Yield(_ => new Seen(customer.Name));
        }
    }

    private sealed class PairAddsUp : Rule
    {
        public override void Define()
        {
            Order one = null!;
            Order other = null!;
            When()
                .Match(() => one)
                .Match(() => other, o => o.Number + one.Number < 0);
            Then()
                .Yield(_ => new Seen("pair"));
        }
    }
}
