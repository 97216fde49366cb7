using PartyRules.Engine.Fluent;

namespace PartyRules.Engine.Tests;

/// <summary>What the compiler refuses, and what it tells.</summary>
public sealed class RuleCompilation
{
    [Fact]
    [Statement(
        "Not, All and queries see the complete set: the compiler puts the rules that yield a type before those that negate or collect "
        + "it, and refuses rules that form a cycle through negation or collection, naming them.")]
    public void ACycleThroughCollectionIsRefusedAndNamed() =>
        Compiling(new CountsItself()).Should().Throw<RuleDefinitionException>().WithMessage("*counts-itself*Summary*cycle*");

    [Fact]
    public void TwoRulesOfOneNameAreRefused() =>
        Compiling(new RoadIsRoute(), new RoadIsRoute()).Should().Throw<RuleDefinitionException>().WithMessage("*2 rules have this name*");

    [Fact]
    public void ARuleThatMatchesNothingIsRefused() =>
        Compiling(new MatchesNothing()).Should().Throw<RuleDefinitionException>().WithMessage("*When()*");

    [Fact]
    public void AnAliasUsedBeforeItsElementIsRefused() =>
        Compiling(new UsesAliasTooEarly()).Should().Throw<RuleDefinitionException>().WithMessage("*'customer'*before*");

    [Fact]
    public void ThePlanShowsTheIndexOfAnEqualityJoin() =>
        RuleSet.Compile("roads", new RoadIsRoute(), new RouteGrowsByRoad()).Explain()
            .Should().Contain("match Road road by index on road.From = route.To").And.Contain("runs to a fixpoint");

    private static Action Compiling(params Rule[] rules) => () => RuleSet.Compile("refused", rules);

    [Name("counts-itself")]
    private sealed class CountsItself : Rule
    {
        public override void Define()
        {
            Facts<Summary> all = null!;
            When().Query(() => all, q => q.Match<Summary>().Collect());
            Then().Yield(_ => new Summary("", all.Count, 0));
        }
    }

    private sealed class MatchesNothing : Rule
    {
        public override void Define() => Then().Yield(_ => new Seen(""));
    }

    private sealed class UsesAliasTooEarly : Rule
    {
        public override void Define()
        {
            Customer customer = null!;
            Order order = null!;
            When()
                .Match(() => order, o => o.Customer == customer.Name)
                .Match(() => customer);
            Then()
                .Yield(_ => new Seen(order.Customer));
        }
    }
}
