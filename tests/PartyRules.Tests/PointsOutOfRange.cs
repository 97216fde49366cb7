using PartyRules.Diagnostics;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Tests;

/// <summary>
/// Values and amounts so large that points cannot hold what comes of them are a mistake in the data, told with the subject, and never wrap
/// round.
/// </summary>
public sealed class PointsOutOfRange
{
    private const string Most = "9223372036854.775807";

    [Fact]
    public void ASumInsideTheRangeIsExact() =>
        Scored.Member(Scored.Entry("task.unit", "2026-01-05", Most)).Total.Should().NotBeNull();

    [Fact]
    public void TheSubjectAndTheEntryWithTheLargestValueAreNamed()
    {
        var entries = new[] { Scored.Entry("task.unit", "2026-01-05", "1"), Scored.Entry("task.unit", "2026-01-06", Most) };

        var problem = FluentActions.Invoking(() => Scored.Member(entries))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Which;

        problem.Code.Should().Be("fact.too-large");
        problem.Message.English.Should().Contain("'m1'").And.Contain($"{Most}, of the entry '{entries[1].Id}'");
    }

    [Fact]
    public void SubjectsThatAreComparedAreNamedToo() =>
        FluentActions.Invoking(() => new Scorer(BuiltInSchemes.Get("dayao")).Score(
            [new Subject { Id = "m1", Kind = "member", Parent = "b1" }],
            [
                .. Enumerable.Range(1, 2).Select(day => new Entry
                {
                    Id = $"e{day}",
                    Subject = "m1",
                    Item = "comment",
                    Date = new DateOnly(2026, 1, day),
                    Value = Points.MaxValue,
                    Evaluator = "committee",
                }),
            ],
            2026,
            areFactsChecked: true)).Should().Throw<ProblemException>().WithMessage("*'m1'*'e1'*");

    [Fact]
    public void WhereNoEntryHasAValueTheAmountsOfTheSchemeAreNamed()
    {
        var item = Drafts.Item("a", $$"""{"each": {{Most}} }""");
        var scheme = Drafts.Scheme($$""" "components": [{{Drafts.Component($$""" "items": [{{item}}]""")}}]""");

        FluentActions.Invoking(() => scheme.Year(Scored.Entry("a", "2026-01-05"), Scored.Entry("a", "2026-01-06")))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("fact.amounts-too-large");
    }

    [Theory]
    [InlineData("""{"weights": [@M, @M], "missing": "zero", "cites": @C}""", "scheme.year-weights")]
    [InlineData("""{"weights": [@M, 1], "missing": "zero", "cites": @C}""", "scheme.year-weights")]
    public void WeightsThatGoBeyondTheRangeAreTold(string year, string code) =>
        Drafts.Problems(
            $$""" "components": [{{Drafts.Component(Drafts.Only("a"))}}], "year": {{year.Replace("@M", Most, StringComparison.Ordinal)}}""",
            "half-year")
            .Select(problem => problem.Code)
            .Should().Contain(code);

    [Fact]
    public void WeightsOfPartsThatGoBeyondTheRangeAreTold()
    {
        var weighed = Drafts.Only("a") + $", \"weight\": {Most}";
        var appraisal = $$""" "appraisal": {"weights": {"self": {{Most}}, "peers": {{Most}} }, "missing": "zero", "cites": @C}""";
        var rated = $$""" "items": [{{Drafts.Item("b", """{"value": true}""", appraisal)}}], "weight": {{Most}}""";

        Drafts.Problems($$""" "components": [{{Drafts.Component(weighed)}}, {{Drafts.Component(rated, "d")}}]""")
            .Count(problem => problem.Code == "scheme.weights")
            .Should().Be(2);
    }

    [Theory]
    [InlineData(""", "weight": 2.702703""", """, "weight": 97.297297""", "", "9223372036854.77")]
    [InlineData("", "", """, "groups": [{"id": "g", "name": @T, "of": ["c", "d"], "minimum": 0, "maximum": 7, "cites": @C}]""", "7")]
    [InlineData("", "", """, "total": {"minimum": 0, "maximum": 100, "cites": @C}""", "100")]
    public void WhatDoesNotFitOnTheWayMayFitAtTheEnd(string first, string second, string more, string total)
    {
        static string Unbounded(string id, string code, string members) =>
            $$"""
            {"id": "{{id}}", "name": @T, "start": 0, "minimum": null, "maximum": null, {{Drafts.Only(code)}}{{members}}, "cites": @C}
            """;
        var scheme = Drafts.Scheme(
            $$""" "components": [{{Unbounded("c", "x", first)}}, {{Unbounded("d", "y", second)}}]{{more}}""", rounding: "down");
        var (x, y) = (Scored.Entry("x", "2026-01-01", Most), Scored.Entry("y", "2026-01-02", Most));

        scheme.Year(x, y).Total.Should().Be(Points.Parse(total));
        scheme.Explained(x, y).Should().Contain("18446744073709.551614").And.Contain(total);
    }

    [Fact]
    public void AnOverflowInTheApplicationsOwnRuleIsTheApplications() =>
        FluentActions.Invoking(() => Scored.Member(new ScorerOptions { Rules = [new Overflows()] }))
            .Should().Throw<RuleEvaluationException>().WithInnerException<OverflowException>();

    [Name("overflows")]
    private sealed class Overflows : Rule
    {
        public override void Define()
        {
            Dossier dossier = null!;
            When().Match(() => dossier);
            Then().Yield(_ => new Note(Points.MaxValue + dossier.Period.Year));
        }
    }

    private sealed record Note(Points Points);
}
