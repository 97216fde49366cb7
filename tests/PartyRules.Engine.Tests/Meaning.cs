using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests;

/// <summary>What rules mean, where no other test shows it by itself.</summary>
public sealed class Meaning
{
    [Fact]
    [Statement("A rule fires once for every combination of facts that satisfies its left-hand side.")]
    public void ARuleFiresOnceForEveryCombination() =>
        Evaluating(
            [new PairMakesTicket()],
            new Customer("ann"),
            new Customer("bob"),
            new Order("x", 1, 10),
            new Order("y", 2, 20),
            new Order("z", 3, 30))
            .Facts<Ticket>().Select(ticket => ticket.Text).Should().BeEquivalentTo("ann 1", "ann 2", "ann 3", "bob 1", "bob 2", "bob 3");

    [Fact]
    [Statement("Given facts count each; a yielded fact that equals one that is already there is not added again.")]
    public void GivenFactsCountEach() =>
        Evaluating([new OrdersAddUp()], new Customer("ann"), new Order("ann", 1, 10), new Order("ann", 1, 10))
            .Facts<Summary>().Should().Equal(new Summary("ann", 2, 20));

    [Fact]
    [Statement("Given facts count each; a yielded fact that equals one that is already there is not added again.")]
    public void AYieldedFactThatEqualsAGivenOneIsNotAddedAgain() =>
        Evaluating([new OrdersAddUp()], new Customer("ann"), new Summary("ann", 0, 0)).Facts<Summary>().Should()
            .Equal(new Summary("ann", 0, 0));

    [Fact]
    [Statement(
        "A type that wants every yielded object to be a fact of its own is a class without value equality, or says so with [Occurrence].")]
    public void EveryYieldedObjectWithoutValueEqualityIsAFact() =>
        Evaluating([new PairMakesTicket()], new Customer("ann"), new Order("x", 1, 10), new Order("x", 1, 10))
            .Facts<Ticket>().Select(ticket => ticket.Text).Should().Equal("ann 1", "ann 1");

    [Fact]
    [Statement("An index finds exactly what the condition itself finds, nothing equals nothing included.")]
    public void AnIndexFindsWhatTheConditionFinds()
    {
        double?[] weights = [double.NaN, 0.0, -0.0, null];
        var weighed = Enumerable.Range(0, 80)
            .Select(number => new Weighed(number, weights[number % 4], number % 4 == 3 ? 1.0m : 1.00m)).ToList();

        int Found(double? weight) =>
            Evaluating([new SameWeightIsTicketed()], [.. weighed, new Wanted(weight, 1.000m)]).Facts<Ticket>().Count;

        weights.Select(Found).Should().Equal([0, 40, 40, 20], "no number equals NaN, both zeros are equal, and so are two missing weights");
    }

    [Fact]
    [Statement("A type may also be read through an interface that only types derived from it have.")]
    public void ADerivedTypeIsReadThroughItsOwnInterface()
    {
        var seen = Evaluating([new BankIsSeenWithoutBridge(), new CustomerBuilds()], new Customer("ann")).Facts<Seen>();

        seen.Should().BeEmpty("a bridge is yielded as a structure, and is complete before the rule that asks that there be none");
    }

    [Fact]
    [Statement("What an alternative names is not visible outside it.")]
    public void WhatAnAlternativeNamesIsNotVisibleOutside() =>
        FluentActions.Invoking(() => RuleSet.Compile("outside", new UsesNameOfAlternative()))
            .Should().Throw<RuleDefinitionException>().WithMessage("*'uses-name-of-alternative'*order*not outside*");

    [Fact]
    [Statement("Rules that feed each other otherwise run to their least fixpoint.")]
    public void RecursionAlsoStartsFromAnAlternativeThatReadsNothingOfItsOwn()
    {
        Evaluating([new RouteStartsOrGrows()]).Facts<Route>().Should().Equal(new Route("a", "b"));
        Evaluating([new RouteStartsOrGrows()], new Route("x", "y")).Facts<Route>().Should()
            .BeEquivalentTo([new Route("a", "b"), new Route("x", "y")]);
        Evaluating([new RouteStartsOrGrows()], new Route("x", "y"), new Discount("ann")).Facts<Route>().Should().Equal(new Route("x", "y"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [Statement("Priority changes nothing else.")]
    public void PriorityDoesNotChangeWhatIsYielded(int priority) =>
        Evaluating([new OrderBringsSeen(priority), new CountsSeen(-priority)], new Order("ann", 1, 10), new Order("bob", 2, 10))
            .Facts<Summary>().Should().Equal(new Summary("seen", 2, 0));

    [Fact]
    [Statement("The actions of a rule run in their order for one match after another.")]
    [Statement("Do actions run once all facts are known, by priority and then by name.")]
    public void ActionsRunByPriorityThenNameThenMatchThenOrder()
    {
        var log = new List<string>();

        Evaluating([new Says("b", 0, log), new Says("a", 0, log), new Says("c", 1, log)], new Customer("ann"), new Customer("bob"));

        log.Select(line => line[0]).Should().Equal("ccccaaaabbbb");
        log.Chunk(2).Select(match => match[1]).Should()
            .Equal(log.Chunk(2).Select(match => match[0].Replace('1', '2')), "both actions are done for one match before the next");
        log.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    [Statement("Captured values are read when the rule set is compiled.")]
    public void CapturedValuesAreReadWhenTheRuleSetIsCompiled()
    {
        var rule = new AtLeastIsSeen { Least = 100 };
        var rules = RuleSet.Compile("captured", rule);
        rule.Least = 0;

        rules.Evaluate([new Order("ann", 1, 99), new Order("bob", 2, 100)]).Facts<Seen>().Should().Equal(new Seen("bob"));
    }

    [Fact]
    [Statement(
        "An ordered one is in the order of its keys, the first key first: strings by their characters, and nothing before everything.")]
    public void AnOrderedCollectionIsInTheOrderOfItsKeys()
    {
        Order[] orders =
        [
            new("b", 1, 2), new("a", 2, 2), new("B", 3, 2), new(null!, 4, 2), new("a", 5, 1), new("a", 6, 1), new("é", 7, 9),
        ];

        Evaluating([new OrdersInOrder()], orders).Facts<Seen>().Should().Equal(new Seen("7 4 3 2 1 6 5"));
    }

    private static Evaluator Evaluating(Rule[] rules, params object[] facts) => RuleSet.Compile("meaning", rules).Evaluate(facts);

    private sealed class Ticket(string text)
    {
        public string Text { get; } = text;
    }

    private sealed record Weighed(int Number, double? Weight, decimal Price);

    private sealed record Wanted(double? Weight, decimal Price);

    private record Structure(string Owner);

    private interface ICrossing;

    private sealed record Bridge(string Owner) : Structure(Owner), ICrossing;

    private sealed class PairMakesTicket : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Order order = null!;
            When().Match(() => customer).Match(() => order);
            Then().Yield(_ => new Ticket($"{customer.Name} {order.Number}"));
        }
    }

    private sealed class SameWeightIsTicketed : Rule
    {
        public override void Define()
        {
            Wanted wanted = null!;
            Weighed weighed = null!;
            When()
                .Match(() => wanted)
                .Match(() => weighed, w => w.Weight == wanted.Weight)
                .Exists<Weighed>(other => other.Price == wanted.Price);
            Then().Yield(_ => new Ticket($"{weighed.Number}"));
        }
    }

    private sealed class CustomerBuilds : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            When().Match(() => customer);
            Then().Yield<Structure>(_ => new Bridge(customer.Name));
        }
    }

    private sealed class BankIsSeenWithoutBridge : Rule
    {
        public override void Define()
        {
            When().Not<ICrossing>();
            Then().Yield(_ => new Seen("bank"));
        }
    }

    [Name("uses-name-of-alternative")]
    private sealed class UsesNameOfAlternative : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Order order = null!;
            When().Match(() => customer).Or(either => either.Match(() => order).Exists<Discount>());
            Then().Yield(_ => new Seen(order.Customer));
        }
    }

    private sealed class RouteStartsOrGrows : Rule
    {
        public override void Define()
        {
            Route route = null!;
            When().Or(either => either.Match(() => route, r => r.From == "a").Not<Discount>());
            Then().Yield(_ => new Route("a", "b"));
        }
    }

    private sealed class OrderBringsSeen(int priority) : Rule
    {
        public override void Define()
        {
            Order order = null!;
            Priority(priority);
            When().Match(() => order);
            Then().Yield(_ => new Seen(order.Customer));
        }
    }

    private sealed class CountsSeen(int priority) : Rule
    {
        public override void Define()
        {
            Facts<Seen> seen = null!;
            Priority(priority);
            When().Query(() => seen, q => q.Match<Seen>().Collect());
            Then().Yield(_ => new Summary("seen", seen.Count, 0));
        }
    }

    private sealed class Says(string word, int priority, List<string> log) : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Name(word);
            Priority(priority);
            When().Match(() => customer);
            Then()
                .Do(_ => log.Add($"{word}1 {customer.Name}"))
                .Do(_ => log.Add($"{word}2 {customer.Name}"));
        }
    }

    private sealed class AtLeastIsSeen : Rule
    {
        public decimal Least { get; set; }

        public override void Define()
        {
            var least = Least;
            Order order = null!;
            When().Match(() => order, o => o.Amount >= least);
            Then().Yield(_ => new Seen(order.Customer));
        }
    }

    private sealed class OrdersInOrder : Rule
    {
        public override void Define()
        {
            IEnumerable<Order> orders = null!;
            When().Query(() => orders, q => q.Match<Order>().Collect()
                .OrderByDescending(o => o.Amount).ThenBy(o => o.Customer).ThenByDescending(o => o.Number));
            Then().Yield(_ => new Seen(string.Join(' ', orders.Select(o => o.Number))));
        }
    }
}
