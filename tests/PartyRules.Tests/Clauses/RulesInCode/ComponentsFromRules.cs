using Microsoft.Extensions.DependencyInjection;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.RuleSets;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.RulesInCode;

/// <summary>
/// A component may take its points from rules in code, which an application registers under the name that the component states.
/// </summary>
public sealed class ComponentsFromRules
{
    private const string Item = """{"code": "a", "name": @T, "effect": "add", "worth": {"value": true}}""";

    [Fact]
    public void TheirPointsCountBesideTheItems() =>
        Year(Scheme(), new Steps([2, 3]), Entry("a", "2026-01-01", "4")).Total.Should().Be((Points)9, "4 + 2 + 3");

    [Fact]
    public void TwoCreditsThatAreAlikeBothCount() => Year(Scheme(), new Steps([2, 2])).Total.Should().Be((Points)4);

    [Fact]
    public void TheyMayTakePointsAwayDownToTheMinimum() =>
        Year(Scheme(), new Steps([-5]), Entry("a", "2026-01-01", "4")).Total.Should().Be(Points.Zero);

    [Fact]
    public void TheComponentsMultipliersAndMaximumApply() =>
        Year(Scheme(more: "\"multipliers\": [{\"factor\": 3, \"cites\": @C}],", maximum: 20), new Steps([7])).Total
            .Should().Be((Points)20, "7 * 3 is more than 20");

    [Theory]
    [InlineData(true, AssessmentStatus.Assessed)]
    [InlineData(false, AssessmentStatus.Incomplete)]
    public void ARequiredComponentIsMissingWithoutThem(bool given, AssessmentStatus status) =>
        Year(Scheme(more: "\"required\": true,"), new Steps(given ? [1] : [])).Status.Should().Be(status);

    [Fact]
    public void EachRoundHasFactsOfItsOwn()
    {
        var results = new Scorer(Scheme(round: "half-year"), With(new Months()))
            .Score([new Subject { Id = "m1", Kind = "member" }], [Entry("a", "2026-01-01", "1"), Entry("a", "2026-07-01", "1")], 2026);

        results.Take(2).Select(result => result.Total).Should().Equal((Points)2, (Points)8);
    }

    [Fact]
    public void TheExplanationNamesRuleReasonAndFactsInBothLanguages()
    {
        var year = Year(Scheme(), new Steps([2]));

        Explainer.Explain(year, Language.English)
            .Should().Contain("    A step of 2: +2 [rule steps/step-earns]\n        based on: step 2\n");
        Explainer.Explain(year, Language.ChineseSimplified)
            .Should().Contain("    一级2分：+2［规则steps/step-earns］\n        根据：第2级\n");
    }

    [Fact]
    public void WithoutThemTheSchemeCannotBeScoredWith() => Absent(With()).Message.English.Should().Be(
        "The component 'c' takes points from the rules 'steps', which are written in code and not present here. "
        + "There are no rules here. Run the scheme in the application that adds them, or remove the key 'rules'.");

    [Fact]
    public void ANameThatIsAlmostRegisteredIsSuggested()
    {
        var problem = Absent(With(new Steps([], "stops")));

        problem.Message.English.Should().Contain("Did you mean 'stops'?");
        problem.Location.Path.Should().Be("$.components[0].rules");
    }

    [Fact]
    public void RulesForWhichNoComponentAsksDoNotRun() =>
        new Scorer(BuiltInSchemes.Get("fengxian"), With(new Steps([5])))
            .Score([Subject("m1")], [], 2026)
            .Single().Total
            .Should().Be((Points)20);

    [Fact]
    public void PointsForAComponentThatAsksForNoneAreRefused() =>
        FluentActions.Invoking(() => new RuleCredit(BuiltInSchemes.Get("fengxian").Components[0], 1, new LocalText("例", "Example")))
            .Should().Throw<ArgumentException>().WithMessage("*'base' asks for no rules*");

    [Fact]
    public void RulesThatLookAtWhatTheyChangeAreRefusedByName() =>
        FluentActions.Invoking(() => new Scorer(Scheme(), With(new Circular())))
            .Should().Throw<RuleDefinitionException>().WithMessage("*circular/*");

    [Fact]
    public void AnApplicationRegistersThemWithItsServices()
    {
        var scorer = new ServiceCollection()
            .AddSingleton(new Source([3]))
            .AddPartyRules(options => options.AddScheme(Scheme()).AddComponentRules<FromSource>())
            .BuildServiceProvider().GetRequiredService<AssessmentService>().For("t");

        scorer.Score([new Subject { Id = "m1", Kind = "member" }], [], 2026).Single().Total.Should().Be((Points)3);
    }

    private static Scheme Scheme(string more = "", int maximum = 1000, string round = "year") => Drafts.Scheme(
        $$"""
        "components": [{"id": "c", "name": @T, "start": 0, "minimum": 0, "maximum": {{maximum}}, {{more}} "rules": "steps",
          "items": [{{Item}}], "cites": @C}]
        """,
        round);

    private static ScorerOptions With(params ComponentRules[] rules) => new() { Derivations = true, ComponentRules = rules };

    private static Assessment Year(Scheme scheme, ComponentRules rules, params Entry[] entries) =>
        new Scorer(scheme, With(rules)).Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026)[^1];

    private static Problem Absent(ScorerOptions options)
    {
        var problem = FluentActions.Invoking(() => new Scorer(Scheme(), options))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Subject;
        problem.Code.Should().Be("scheme.rules-absent");
        return problem;
    }

    /// <summary>Each is a fact of its own.</summary>
    private sealed class Step(int points) : IExplainedFact
    {
        public Points Points { get; } = points;

        public LocalText Explanation { get; } = new($"第{points}级", $"step {points}");
    }

    private class Steps(int[] points, string name = "steps") : ComponentRules
    {
        public override string Name => name;

        public override IEnumerable<Rule> Rules => [new StepEarns()];

        public override IEnumerable<object> FactsFor(Dossier dossier) => points.Select(value => new Step(value));
    }

    private sealed class Months() : Steps([])
    {
        public override IEnumerable<object> FactsFor(Dossier dossier) => [new Step(dossier.Period.Start.Month)];
    }

    private sealed record Source(int[] Points);

    private sealed class FromSource(Source source) : Steps(source.Points);

    private sealed class Circular : ComponentRules
    {
        public override string Name => "steps";

        public override IEnumerable<Rule> Rules => [new ScoreEarns()];
    }

    [Name("steps/step-earns")]
    private sealed class StepEarns : Rule
    {
        public override void Define()
        {
            Component component = null!;
            Step step = null!;
            When()
                .Match(() => component, c => c.Rules == "steps")
                .Match(() => step);
            Then()
                .Yield(_ => new RuleCredit(component, step.Points, new LocalText($"一级{step.Points}分", $"A step of {step.Points}")));
        }
    }

    [Name("circular/score-earns")]
    private sealed class ScoreEarns : Rule
    {
        public override void Define()
        {
            ComponentScore score = null!;
            When()
                .Match(() => score);
            Then()
                .Yield(_ => new RuleCredit(score.Component, 1, new LocalText("例", "Example")));
        }
    }
}
