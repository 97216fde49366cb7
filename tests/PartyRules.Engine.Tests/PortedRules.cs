using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Tests;

/// <summary>Rules brought from an engine with updates and retraction: what carries over, and what is refused with the way out.</summary>
public sealed class PortedRules
{
    public static TheoryData<string, string> Refused => new()
    {
        { "update", "Pass the first function alone" },
        { "undo", "Leave it out" },
        { "reactivated", "Use Do" },
        { "on-change", "Leave it out" },
        { "insert", "Use Yield" },
        { "insert-linked", "no match is ever lost" },
        { "update-fact", "Facts are immutable" },
        { "retract", "never taken back" },
        { "halt", "CancellationToken" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    [Statement(
        "Facts are immutable: what would change them or the run is refused when the rule is compiled, with the way out: Yield with an "
        + "update, Undo, actions on other triggers, OnChange, and inserting, updating, retracting or halting through IContext.")]
    public void WhatNeedsChangingFactsIsRefusedWithTheWayOut(string feature, string wayOut) =>
        FluentActions.Invoking(() => RuleSet.Compile("ported", new UsesFeature(feature)))
            .Should().Throw<RuleDefinitionException>().WithMessage($"*'uses-feature'*{wayOut}*");

    [Fact]
    [Statement("A filter (Filter().Where) is a condition on the match as a whole, like Having at the end.")]
    public void AFilterKeepsTheMatchesOfWhichItHolds() =>
        RuleSet.Compile("filtered", new BigOrderIsSeen()).Evaluate([new Order("ann", 1, 60), new Order("bob", 2, 120)])
            .Facts<Seen>().Should().Equal(new Seen("bob"));

    [Fact]
    [Statement(
        "Actions use services of the host (Dependency().Resolve, IContext.Resolve), which the caller passes with the facts; conditions "
        + "may not.")]
    public void AnActionUsesAServiceOfTheHost()
    {
        var greeter = new Greeter();

        RuleSet.Compile("greeting", new CustomerIsGreeted()).Evaluate([new Customer("ann")], services: greeter);

        greeter.Greeted.Should().Equal("ann", "ann again");
    }

    [Fact]
    public void AServiceIsResolvedWhenTheRuleFirstFiresAndThenKept()
    {
        var greeter = new Greeter();
        var evaluator = RuleSet.Compile("greeting", new CustomerIsWelcomed()).CreateEvaluator(services: greeter);
        greeter.Resolved.Should().Be(0);

        evaluator.Add(new Customer("ann"));
        evaluator.Add(new Customer("bob"));
        evaluator.Run();

        greeter.Greeted.Should().Equal("ann", "bob");
        greeter.Resolved.Should().Be(1);
    }

    [Fact]
    public void RepeatabilityIsKeptAsMetadata() =>
        new CustomerIsWelcomed().ToDefinition().Repeatability.Should().Be(RuleRepeatability.NonRepeatable);

    [Fact]
    public void AMissingServiceIsNamed() =>
        FluentActions.Invoking(() => RuleSet.Compile("greeting", new CustomerIsGreeted()).Evaluate([new Customer("ann")]))
            .Should().Throw<RuleEvaluationException>().WithMessage("*Greeter*IServiceProvider*");

    [Fact]
    [Statement(
        "Actions use services of the host (Dependency().Resolve, IContext.Resolve), which the caller passes with the facts; conditions "
        + "may not.")]
    public void AConditionMayNotUseAService() =>
        FluentActions.Invoking(() => RuleSet.Compile("greeting", new AsksServiceInCondition()))
            .Should().Throw<RuleDefinitionException>().WithMessage("*'greeter'*");

    [Name("uses-feature")]
    private sealed class UsesFeature(string feature) : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order);
            if (feature == "on-change")
                Filter().OnChange(() => order.Amount);
            _ = feature switch
            {
                "update" => Then().Yield(_ => new Seen("x"), (_, seen) => seen),
                "undo" => Then().Undo(ctx => ctx.CancellationToken.ThrowIfCancellationRequested()),
                "reactivated" => Then().Action(ctx => ctx.CancellationToken.ThrowIfCancellationRequested(), ActionTrigger.Reactivated),
                "insert" => Then().Do(ctx => ctx.Insert(order)),
                "insert-linked" => Then().Do(ctx => ctx.InsertLinked("key", order)),
                "update-fact" => Then().Do(ctx => ctx.Update(order)),
                "retract" => Then().Do(ctx => ctx.Retract(order)),
                _ => Then().Do(ctx => ctx.Halt()),
            };
        }
    }

    private sealed class BigOrderIsSeen : Rule
    {
        public override void Define()
        {
            Order order = null!;
            When().Match(() => order);
            Filter().Where(() => order.Amount >= 100);
            Then().Yield(_ => new Seen(order.Customer));
        }
    }

    private sealed class CustomerIsGreeted : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Greeter greeter = null!;
            Dependency().Resolve(() => greeter);
            When().Match(() => customer);
            Then()
                .Do(_ => greeter.Greet(customer.Name))
                .Do(ctx => ctx.Resolve<Greeter>().Greet(customer.Name + " again"));
        }
    }

    [Repeatability(RuleRepeatability.NonRepeatable)]
    private sealed class CustomerIsWelcomed : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Greeter greeter = null!;
            Dependency().Resolve(() => greeter);
            When().Match(() => customer);
            Then().Do(_ => greeter.Greet(customer.Name));
        }
    }

    private sealed class AsksServiceInCondition : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Greeter greeter = null!;
            Dependency().Resolve(() => greeter);
            When().Match(() => customer, c => greeter.Greeted.Contains(c.Name));
            Then().Yield(_ => new Seen(customer.Name));
        }
    }

    private sealed class Greeter : IServiceProvider
    {
        public List<string> Greeted { get; } = [];

        public void Greet(string name) => Greeted.Add(name);

        public int Resolved { get; private set; }

        public object? GetService(Type serviceType)
        {
            Resolved++;
            return serviceType == typeof(Greeter) ? this : null;
        }
    }
}
