using NRules;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using RuleRepository = NRules.Fluent.RuleRepository;

namespace PartyRules.NRules.Tests;

/// <summary>
/// Every element of the rule language, on both engines and, where a rule was written for NRules, on NRules without the bridge.
/// </summary>
public sealed class Elements
{
    private static readonly object[] Facts =
    [
        new Customer("ann", "oldtown"), new Customer("bob", "oldtown"), new Customer("cid", "newtown"), new Customer("dan", "nowhere"),
        new Order("ann", 1, 60), new Order("ann", 2, 95), new Order("bob", 3, 60), new Dog("bob"), new Dog("dan"),
        new Road("a", "b"), new Road("b", "c"), new Road("c", "a"), new Road("c", "d"),
    ];

    [Fact]
    public void RulesWrittenForNRulesSayTheSameOnBothEnginesWithOneUsingChanged()
    {
        var repository = new RuleRepository();
        var ofNRules = typeof(Ported.BigCustomer);
        repository.Load(load => load.From(ofNRules.Assembly).Where(rule => rule.RuleType.Namespace == ofNRules.Namespace));
        var session = repository.Compile().CreateSession();
        session.InsertAll(Facts);
        // NRules itself refuses a second equal fact; this rule yields one for each alternative that holds, so its two are told from the
        // rest.
        session.Fire();
        var ported = RuleSet.Compile("shop", Ported());

        var expected = session.Query<Said>().AsEnumerable().Select(said => said.What)
            .Concat(session.Query<Route>().AsEnumerable().Select(route => route.ToString())).Order(StringComparer.Ordinal).ToList();
        expected.Should().HaveCountGreaterThan(8);
        Lines<Said>(RuleEngine.Compiled, ported)
            .Concat(Lines<Route>(RuleEngine.Compiled, ported)).Order(StringComparer.Ordinal).Should().Equal(Told(expected));
        Lines<Said>(new NRulesEngine(), ported)
            .Concat(Lines<Route>(new NRulesEngine(), ported)).Order(StringComparer.Ordinal).Should().Equal(Told(expected));
    }

    [Fact]
    public void EveryElementGivesTheSameFactsOnBothEngines()
    {
        var rules = RuleSet.Compile(
            "elements", [.. Ported(), new RouteGrows(), new EqualResults(), new Looked(), new FromAndLet(), new AllSaid()]);

        Func<IRuleEngine, IEnumerable<string>>[] types =
            [engine => Lines<Said>(engine, rules), engine => Lines<Route>(engine, rules), engine => Lines<Count>(engine, rules)];
        foreach (var type in types)
            type(new NRulesEngine())
                .Order(StringComparer.Ordinal).Should().Equal(type(RuleEngine.Compiled).Order(StringComparer.Ordinal)).And.NotBeEmpty();
    }

    [Fact]
    public void EqualGivenFactsCountEach()
    {
        var rules = RuleSet.Compile("count", new OrdersAreCounted());
        foreach (var engine in new[] { RuleEngine.Compiled, new NRulesEngine() })
        {
            var evaluator = engine.CreateEvaluator(rules);
            evaluator.AddAll([new Order("ann", 1, 5), new Order("ann", 1, 5)]);
            evaluator.Run();
            evaluator.Facts<Count>().Should().Equal(new Count(2));
        }
    }

    [Fact]
    public void ActionsRunOnceAllFactsAreKnownByPriorityAndUseServices()
    {
        foreach (var engine in new[] { RuleEngine.Compiled, new NRulesEngine() })
        {
            var log = new Log();
            var evaluator = engine.CreateEvaluator(
                RuleSet.Compile("acts", new SaysLow(), new SaysHigh(), new RoadIsRoute()), services: log);
            evaluator.AddAll([new Road("a", "b")]);
            evaluator.Run();
            log.Lines.Should().Equal("high a", "low a");
        }
    }

    [Fact]
    public void AFailingConditionOrActionNamesItsRule()
    {
        foreach (var rule in new Rule[] { new Fails(inCondition: true), new Fails(inCondition: false) })
        {
            var evaluator = new NRulesEngine().CreateEvaluator(RuleSet.Compile("fails", rule));
            evaluator.Add(new Order("ann", 1, 0));
            evaluator.Invoking(e => e.Run())
                .Should().Throw<RuleEvaluationException>().WithMessage("*'fails'*").WithInnerException<DivideByZeroException>();
        }
    }

    [Fact]
    public void AnEvaluatorIsReusedAndIgnoresWhatNoRuleReads()
    {
        var evaluator = new NRulesEngine().CreateEvaluator(RuleSet.Compile("count", new OrdersAreCounted()));
        evaluator.Add(new Order("ann", 1, 5));
        evaluator.Add("unread");
        evaluator.Run();
        evaluator.Reset();
        evaluator.Run();

        evaluator.Facts<Count>().Should().Equal(new Count(0));
        evaluator.Facts<string>().Should().BeEmpty();
        evaluator.Invoking(e => e.DerivationOf(new Count(0))).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void ARuleSetInAHostsSessionNeedsNothingButItsFacts()
    {
        var session = new RuleRepository()
            .AddPartyRules(RuleSet.Compile("count", new OrdersAreCounted()).With([new Order("shared", 9, 9)])).Compile().CreateSession();
        session.Insert(new Order("ann", 1, 5));
        session.Fire();

        session.Query<Count>().Should().Equal(new Count(2));
    }

    /// <summary>NRules yields one fact where two alternatives say the same only if it is told to; ours always does.</summary>
    private static IEnumerable<string> Told(IEnumerable<string> lines) => lines.Distinct();

    private static IEnumerable<Rule> Ported() =>
        [
            new OnPartyRules.BigCustomer(), new OnPartyRules.CityOrders(), new OnPartyRules.BestOrders(), new OnPartyRules.IdleCustomer(),
            new OnPartyRules.Either(), new OnPartyRules.RoadIsRoute(),
        ];

    private static IEnumerable<string> Lines<TFact>(IRuleEngine engine, RuleSet rules)
        where TFact : notnull
    {
        var evaluator = engine.CreateEvaluator(rules);
        foreach (var fact in Facts)
            evaluator.Add(fact);
        evaluator.Run();
        return evaluator.Facts<TFact>().Select(fact => fact is Said said ? said.What : fact.ToString()!);
    }

    private sealed record Count(int Number);

    private sealed class RouteGrows : Rule
    {
        public override void Define()
        {
            Route route = null!;
            Road road = null!;
            When().Match(() => route).Match(() => road, r => r.From == route.To);
            Then().Yield(_ => new Route(route.From, road.To));
        }
    }

    /// <summary>Results that are equal stay apart until what they yield is merged.</summary>
    private sealed class EqualResults : Rule
    {
        public override void Define()
        {
            Facts<int> amounts = null!;
            When().Query(() => amounts, q => q.Match<Order>().Select(o => o.Amount).Where(amount => amount < 90).Collect());
            Then().Yield(_ => new Said("amounts " + amounts.Count)).Yield(_ => new Count(amounts.Sum(amount => amount)));
        }
    }

    private sealed class Looked : Rule
    {
        public override void Define()
        {
            ILookup<string, int> byCustomer = null!;
            Customer customer = null!;
            When()
                .Query(() => byCustomer, q => q.Match<Order>().Collect().ToLookup(o => o.Customer, o => o.Number))
                .Match(() => customer, c => byCustomer.Contains(c.Name));
            Then().Yield(_ => new Said(customer.Name + " ordered " + string.Join('+', byCustomer[customer.Name].Order())));
        }
    }

    private sealed class FromAndLet : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            var letter = default(char);
            var code = 0;
            When()
                .Match(() => customer)
                .Query(() => letter, q => q.From(() => customer.Name).SelectMany(name => name).Where(l => l > 'b'))
                .Let(() => code, () => letter - 'a');
            Then().Yield(_ => new Said($"{customer.Name} {letter} {code}"));
        }
    }

    /// <summary>Collects what other rules yield, so it has to wait for all of them.</summary>
    private sealed class AllSaid : Rule
    {
        public override void Define()
        {
            Facts<Said> said = null!;
            When().Query(() => said, q => q.Match<Said>().Collect()).Not<Route>(r => r.From == "z");
            Then().Yield(_ => new Count(1000 + said.Count));
        }
    }

    private sealed class OrdersAreCounted : Rule
    {
        public override void Define()
        {
            Facts<Order> orders = null!;
            When().Query(() => orders, q => q.Match<Order>().Collect());
            Then().Yield(_ => new Count(orders.Count));
        }
    }

    private sealed class RoadIsRoute : Rule
    {
        public override void Define()
        {
            Road road = null!;
            When().Match(() => road);
            Then().Yield(_ => new Route(road.From, road.To));
        }
    }

    [Priority(-1)]
    private sealed class SaysLow : Rule
    {
        public override void Define()
        {
            Route route = null!;
            Log log = null!;
            Dependency().Resolve(() => log);
            When().Match(() => route);
            Then().Do(_ => log.Add("low " + route.From));
        }
    }

    [Priority(1)]
    private sealed class SaysHigh : Rule
    {
        public override void Define()
        {
            Route route = null!;
            When().Match(() => route);
            Then().Do(context => context.Resolve<Log>().Add("high " + route.From));
        }
    }

    [Name("fails")]
    private sealed class Fails(bool inCondition) : Rule
    {
        public override void Define()
        {
            Order order = null!;
            if (inCondition)
                When().Match(() => order, o => 1 / o.Amount > 0);
            else
                When().Match(() => order);
            Then().Yield(_ => new Count(1 / order.Amount));
        }
    }

    private sealed class Log : IServiceProvider
    {
        public List<string> Lines { get; } = [];

        public void Add(string line) => Lines.Add(line);

        public object? GetService(Type serviceType) => serviceType == typeof(Log) ? this : null;
    }
}
