using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Appraisals;

/// <summary>Ratings by several evaluators, some of whom may be missing.</summary>
public sealed class SeveralEvaluators
{
    [Theory]
    [InlineData("zero", "36")]
    [InlineData("left-out", "90")]
    public void AnEvaluatorWithoutARatingMeansWhatIsStated(string missing, string total) =>
        Rated($$""" "appraisal": {"weights": {"self": 40, "peers": 60}, "missing": "{{missing}}", "cites": @C}""")
            .Year(new Entry { Id = "1", Subject = "m1", Item = "a", Date = new DateOnly(2026, 1, 1), Value = 90, Evaluator = "self" })
            .Total!.Value.ToString().Should().Be(total);

    [Theory]
    [InlineData("1000", true)]
    [InlineData("1000.000001", false)]
    [InlineData("333333", false)]
    public void ARatingBeyondWhatCanCountIsRefused(string rating, bool isTaken)
    {
        var scheme = Rated(""" "appraisal": {"weights": {"self": 100}, "missing": "zero", "cites": @C}""");
        var entry = new Entry
        {
            Id = "1",
            Subject = "m1",
            Item = "a",
            Date = new DateOnly(2026, 1, 1),
            Value = Points.Parse(rating),
            Evaluator = "self",
        };

        var problems = new Scorer(scheme).Check([new Subject { Id = "m1", Kind = "member" }], [entry], 2026);

        problems.Select(problem => (problem.Code, problem.Location.Path))
            .Should().Equal(isTaken ? [] : [("fact.rating-too-high", "entries[0].value")]);
    }

    [Fact]
    public void ARatingOfWhatIsMultipliedMayBeOfAnotherScale()
    {
        const string Weights = """ "appraisal": {"weights": {"self": 100}, "missing": "zero", "cites": @C}""";
        var scheme = Scheme($$"""
            "components": [{
              "id": "c", "name": @T, "start": 0, "minimum": 0, "maximum": 20, "cites": @C, "multipliers": [{"factor": 0.2, "cites": @C}],
              "items": [{{Item("a", """{"value": true}""", Weights)}}]
            }]
            """);

        scheme.Year(new Entry { Id = "1", Subject = "m1", Item = "a", Date = new DateOnly(2026, 1, 1), Value = 90, Evaluator = "self" })
            .Total.Should().Be((Points)18);
    }

    [Fact]
    public void ARatingByAnEvaluatorWithoutAWeightIsFound()
    {
        var scheme = Rated(""" "appraisal": {"weights": {"peers": 100}, "missing": "zero", "cites": @C}""");

        var member = scheme.Year(
            new Entry { Id = "1", Subject = "m1", Item = "a", Date = new DateOnly(2026, 1, 1), Value = 90, Evaluator = "self" });

        member.Total.Should().Be(Points.Zero);
        Codes(member.Findings).Should().Be("item.not-applicable");
    }

    [Theory]
    [InlineData("organ", "", "", "80")]
    [InlineData("rural", "", "", null)]
    [InlineData("organ", """ "effective": {"from": "2026-12-31"},""", "", null)]
    [InlineData("organ", """ "effective": {"from": "2027-01-01"},""", "", "80")]
    [InlineData("rural", "", """ "effective": {"from": "2020-01-01", "to": "2025-12-31"},""", "0")]
    [InlineData("rural", "", """ "effective": {"from": "2020-01-01", "to": "2026-01-01"},""", null)]
    public void AnEvaluatorIsMissedOnlyWhereTheItemApplies(string category, string always, string ofRural, string? total)
    {
        const string Weights = """ "appraisal": {"weights": {"self": 100}, "missing": "incomplete", "cites": @C}""";
        var own = Item("a", """{"value": true}""", Weights + """, "appliesTo": {"category": ["organ"]}""");
        var rural = Item("a", """{"value": true}""", $$"""{{ofRural}} {{Weights}}, "appliesTo": {"category": ["rural"]}""");
        var dated = always.Length == 0 ? "" : ", " + Item("b", """{"value": true}""", always + Weights);
        var scheme = Scheme(
            $$""" "components": [{{Component($$""" "items": [{{own}}, {{rural}}{{dated}}]""")}}]""",
            categories: "\"organ\": @T, \"rural\": @T");

        var rating = new Entry { Id = "1", Subject = "m1", Item = "a", Date = new DateOnly(2026, 1, 1), Value = 80, Evaluator = "self" };
        var member = category == "organ" ? scheme.Year(Subject("m1"), [], rating) : scheme.Year(Subject("m1", category: category), []);

        (member.Total?.ToString()).Should().Be(total);
    }

    /// <summary>A scheme with one item whose ratings are weighed.</summary>
    private static Scheme Rated(string appraisal) =>
        Scheme($$""" "components": [{{Component($$""" "items": [{{Item("a", """{"value": true}""", appraisal)}}]""")}}]""");
}
