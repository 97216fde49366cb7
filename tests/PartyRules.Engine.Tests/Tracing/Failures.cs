using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests.Tracing;

/// <summary>A rule that throws says which expression did, and on which facts.</summary>
public sealed class Failures
{
    private static readonly Order Free = new("ann", 0, 60);

    [Fact]
    [Statement("A condition or action that throws is named with its rule, its expression and the facts that it looked at.")]
    public void AThrowingConditionIsNamedWithItsFacts()
    {
        var failure = Failing(new OrderIsDivided(), new Customer("ann"), new Order("ann", 5, 60), Free);

        failure.RuleName.Should().Be("order-is-divided");
        failure.Expression.Should().Be("10 / order.Number > 1");
        Told(failure).Should().Equal(("customer", typeof(Customer), new Customer("ann")), ("order", typeof(Order), Free));
        failure.InnerException.Should().BeOfType<DivideByZeroException>();
        failure.Message.Should().Be(
            "Rule 'order-is-divided': 10 / order.Number > 1 failed: Attempted to divide by zero. It was looking at "
            + "customer = Customer { Name = ann, IsGood = True }, order = Order { Customer = ann, Number = 0, Amount = 60 }.");
    }

    [Theory]
    [InlineData("exists", "10 / o.Number > 1")]
    [InlineData("not", "10 / o.Number > 1")]
    [InlineData("all", "10 / o.Number > 1")]
    [InlineData("let", "100 / order.Number")]
    [InlineData("having", "100 / order.Number > 3")]
    [InlineData("query", "10 / o.Number > 1")]
    [InlineData("select", "10 / o.Number")]
    [InlineData("key", "10 / o.Number")]
    [InlineData("filter", "order.Number / order.Number == 1")]
    [InlineData("yield", "new Seen((10 / order.Number).ToString())")]
    public void TheExpressionIsFoundWhereverItStands(string where, string expression)
    {
        var failure = Failing(new FailsSomewhere(where), new Order("bob", 3, 5), Free);

        failure.Expression.Should().Be(expression);
        failure.Facts.Select(fact => fact.Value).Should().Contain(Free);
    }

    [Fact]
    [Statement("A condition or action that throws is named with its rule, its expression and the facts that it looked at.")]
    [Statement("An action that has an effect outside is not run again to find out.")]
    public void AThrowingActionIsNamedWithItsMatchAndIsNotRunAgain()
    {
        var bell = new Bell();

        var failure = Failing(RuleSet.Compile("actions", new OrderRings()), bell, new Order("bob", 3, 5), Free, new Order("eve", 4, 5));

        failure.Expression.Should().Be("bell.Ring(order.Number, half)");
        Told(failure).Should().Equal(("order", typeof(Order), Free), ("half", typeof(decimal), 30m));
        failure.InnerException.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("no bell for 0");
        bell.Rung.Should().Equal([3, 0], "the action that failed rang once");
    }

    [Fact]
    [Statement("Cancellation within an action is not a failure.")]
    public void AnActionThatGivesUpIsNotAFailure() =>
        FluentActions.Invoking(() => RuleSet.Compile("actions", new OrderGivesUp()).Evaluate([Free]))
            .Should().Throw<OperationCanceledException>();

    [Fact]
    [Statement("An evaluator is usable after a failure.")]
    public void AnEvaluatorIsUsableAfterAFailure()
    {
        var evaluator = RuleSet.Compile("failing", new OrderIsDivided()).CreateEvaluator();
        evaluator.Add(new Customer("ann"));
        evaluator.Add(Free);
        evaluator.Invoking(e => e.Run()).Should().Throw<RuleEvaluationException>();

        evaluator.Reset();
        evaluator.Add(new Customer("ann"));
        evaluator.Add(new Order("ann", 2, 1));
        evaluator.Run();
        evaluator.Facts<Seen>().Should().Equal(new Seen("ann"));
    }

    [Fact]
    [Statement("An action sees its match by IContext.Match.")]
    public void AnActionSeesItsMatch()
    {
        var bell = new Bell();

        RuleSet.Compile("actions", new MatchIsTold())
            .Evaluate([new Customer("ann"), new Order("ann", 1, 60), new Order("ann", 2, 9)], services: bell);

        bell.Told.Should().Equal(
            "customer = Customer { Name = ann, IsGood = True }; orders = [Order { Customer = ann, Number = 1, Amount = 60 }, Order { "
            + "Customer = ann, Number = 2, Amount = 9 }]; count = 2");
    }

    [Fact]
    [Statement(
        "Recursion is stopped at the bound of the rule set, 1,000,000 facts unless RuleSet.StoppingAfter says otherwise, and the error "
        + "names the rules.")]
    public void RecursionIsStoppedAtTheBoundOfTheRuleSetAndNamesItsRules()
    {
        var endless = RuleSet.Compile("endless", new OrderBringsAnother());
        endless.MaximumRecursiveFacts.Should().Be(1_000_000);

        FluentActions.Invoking(() => endless.StoppingAfter(50).Evaluate([Free]))
            .Should().Throw<RuleEvaluationException>().WithMessage("*'order-brings-another'*more than 50 facts*order-brings-another*");
        FluentActions.Invoking(() => endless.StoppingAfter(0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static IEnumerable<(string Name, Type Type, object? Value)> Told(RuleEvaluationException failure) =>
        failure.Facts.Select(fact => (fact.Name, fact.Type, fact.Value));

    private static RuleEvaluationException Failing(Rule rule, params object[] facts) =>
        Failing(RuleSet.Compile("failing", rule), null, facts);

    private static RuleEvaluationException Failing(RuleSet ruleSet, IServiceProvider? services, params object[] facts) =>
        FluentActions.Invoking(() => ruleSet.Evaluate(facts, services: services)).Should().Throw<RuleEvaluationException>().Which;

    [Name("order-is-divided")]
    private sealed class OrderIsDivided : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Order order = null!;
            When()
                .Match(() => customer)
                .Match(() => order, o => o.Customer == customer.Name, o => 10 / o.Number > 1);
            Then()
                .Yield(_ => new Seen(customer.Name));
        }
    }

    private sealed class FailsSomewhere(string where) : Rule
    {
        public override void Define()
        {
            Order order = null!;
            var value = 0;
            IEnumerable<Order> orders = null!;
            IEnumerable<int> numbers = null!;
            FactGroup<int, Order> group = null!;
            When().Match(() => order, o => o.Amount > 1);
            _ = where switch
            {
                "exists" => When().Exists<Order>(o => 10 / o.Number > 1, o => o.Amount > 1000),
                "not" => When().Not<Order>(o => 10 / o.Number > 1, o => o.Amount > 1000),
                "all" => When().All<Order>(o => o.Amount > 1, o => 10 / o.Number > 1),
                "let" => When().Let(() => value, () => 100 / order.Number),
                "having" => When().Having(() => 100 / order.Number > 3),
                "query" => When().Query(() => orders, q => q.Match<Order>(o => 10 / o.Number > 1).Collect()),
                "select" => When().Query(() => numbers, q => q.Match<Order>().Select(o => 10 / o.Number).Collect()),
                "key" => When().Query(() => group, q => q.Match<Order>().GroupBy(o => 10 / o.Number)),
                _ => When(),
            };
            if (where == "filter")
                Filter().Where(() => order.Number / order.Number == 1);
            Then().Yield(_ => new Seen((10 / order.Number).ToString()));
        }
    }

    private sealed class OrderRings : Rule
    {
        public override void Define()
        {
            Bell bell = null!;
            Order order = null!;
            var half = 0m;
            Dependency().Resolve(() => bell);
            When()
                .Match(() => order)
                .Let(() => half, () => order.Amount / 2);
            Then()
                .Do(_ => bell.Ring(order.Number, half));
        }
    }

    private sealed class OrderGivesUp : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order);
            Then().Do(_ => Cancel(order));
        }

        private static void Cancel(Order order) => throw new OperationCanceledException(order.Customer);
    }

    private sealed class MatchIsTold : Rule
    {
        public override void Define()
        {
            Bell bell = null!;
            Customer customer = null!;
            Facts<Order> orders = null!;
            var count = 0;
            Dependency().Resolve(() => bell);
            When()
                .Match(() => customer)
                .Query(() => orders, q => q.Match<Order>(o => o.Customer == customer.Name).Collect())
                .Let(() => count, () => orders.Count);
            Then()
                .Do(ctx => bell.Told.Add(string.Join("; ", ctx.Match.Facts)));
        }
    }

    [Name("order-brings-another")]
    private sealed class OrderBringsAnother : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order);
            Then().Yield(_ => new Order(order.Customer, order.Number + 1, order.Amount));
        }
    }

    private sealed class Bell : IServiceProvider
    {
        public List<int> Rung { get; } = [];

        public List<string> Told { get; } = [];

        public void Ring(int number, decimal half)
        {
            Rung.Add(number);
            if (number == 0)
                throw new InvalidOperationException($"no bell for {number}");
            _ = half;
        }

        public object? GetService(Type serviceType) => this;
    }
}
