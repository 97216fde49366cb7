using static PartyRules.Tests.Schemes.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Schemes;

/// <summary>Ratings by several evaluators, some of whom may be missing.</summary>
public sealed class SeveralEvaluators
{
    [Theory]
    [InlineData("zero", "36")]
    [InlineData("left-out", "90")]
    public void AnEvaluatorWithoutARatingMeansWhatIsStated(string missing, string total) =>
        Scheme($$""" "components": [{{Component($$""" "items": [{{Item("a", """{"value": true}""", $$""" "appraisal": {"weights": {"self": 40, "peers": 60}, "missing": "{{missing}}", "cites": @C}""")}}]""")}}]""")
            .Year(new Entry { Id = "1", Subject = "m1", Item = "a", Date = new DateOnly(2026, 1, 1), Value = 90, Evaluator = "self" }).Total!.Value.ToString().Should().Be(total);

    [Fact]
    public void ARatingByAnEvaluatorWithoutAWeightIsFound()
    {
        var scheme = Scheme($$""" "components": [{{Component($$""" "items": [{{Item("a", """{"value": true}""", """ "appraisal": {"weights": {"peers": 100}, "missing": "zero", "cites": @C}""")}}]""")}}]""");

        var member = scheme.Year(new Entry { Id = "1", Subject = "m1", Item = "a", Date = new DateOnly(2026, 1, 1), Value = 90, Evaluator = "self" });

        member.Total.Should().Be(Points.Zero);
        Codes(member.Findings).Should().Be("item.not-applicable");
    }
}
