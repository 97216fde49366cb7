using PartyRules.Explanations;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;

namespace PartyRules.Tests.Clauses.Inputs;

/// <summary>Results of all whose parent a subject is, taken together as a measure.</summary>
public sealed class ResultsOfChildren
{
    private static readonly Subject Branch = new() { Id = "b1", Kind = "member" };

    [Theory]
    [InlineData("count", "", "3")]
    [InlineData("count", """ "grade": ["a", "b"], """, "2")]
    [InlineData("count", """ "grade": ["z"], """, "0")]
    [InlineData("sum", "", "150")]
    [InlineData("average", "", "75")]
    [InlineData("lowest", "", "60")]
    [InlineData("highest", "", "90")]
    [InlineData("highest", """ "grade": ["b"], """, "60")]
    [InlineData("average", """ "grade": ["z"], """, "1")]
    [InlineData("sum", """ "grade": ["z"], """, "0")]
    public void AreTakenAsStated(string take, string more, string points) =>
        Total(take, more, Result("m1", 90, "a"), Result("m2", 60, "b"), Result("m3", null)).Should().Be(points);

    [Fact]
    public void TheOrderOfResultsChangesNothing() =>
        Total("average", "", Result("m2", 60), Result("m3", 10), Result("m1", 90)).Should()
            .Be(Total("average", "", Result("m1", 90), Result("m2", 60), Result("m3", 10)));

    [Fact]
    public void ThoseOfOtherParentsYearsAndSchemesAreNotMeant() => Total(
        "sum",
        "",
        Result("m1", 5),
        Result("m2", 7) with { Parent = "b2" },
        Result("m3", 11) with { Period = Period.OfYear(2025) },
        Result("m4", 13) with { Scheme = "others" }).Should().Be("5");

    [Fact]
    public void OfOneChildTheResultOfTheRoundGoesBeforeThatOfTheYear()
    {
        Period.TryParse("2026-H2", out var half).Should().BeTrue();
        var scheme = Taken("sum", "", "half-year");
        EarlierResult[] results = [Result("m1", 5) with { Period = half }, Result("m1", 50), Result("m2", 7)];

        new Scorer(scheme).Score([Branch], [Scored.Entry("a", "2026-08-01", "0", subject: "b1")], 2026, earlier: results)
            .Where(row => row.Total is not null).Select(row => row.Total.ToString()).Should().Equal("12");
    }

    [Fact]
    public void TheAccountNamesThem() => Explainer.Explain(
        new Scorer(Taken("average", ""), new ScorerOptions { Derivations = true })
            .Score([Branch], [], 2026, earlier: [Result("m2", 60, "b"), Result("m1", 90), Result("m3", null)])[0],
        Language.English).Should().Contain("Of m1 (90), m2 (60, b), m3 (not known)");

    [Fact]
    public void AnAssessmentBecomesOneWithItsParent() =>
        Taken("sum", "").Year(new Subject { Id = "m1", Kind = "member", Parent = "b1" }, []).ToEarlierResult().Parent.Should().Be("b1");

    private static EarlierResult Result(string subject, int? total, string grade = "") =>
        new("ms", subject, Period.OfYear(2026), total is { } points ? (Points)points : null, grade) { Parent = "b1" };

    private static string Total(string take, string more, params EarlierResult[] results) =>
        Taken(take, more).Year(Branch, results).Total!.ToString()!;

    /// <summary>A scheme of one component that is the measure, or 1 where that is not known.</summary>
    private static Scheme Taken(string take, string more, string round = "year") => Scheme(
        $$"""
        "inputs": [{"id": "members", "name": @T, "scheme": "ms", "from": "children", "cites": @C},
          {"id": "others", "name": @T, "scheme": "others", "from": "children", "cites": @C}],
        "measures": [{"id": "m", "name": @T, "results": {"of": "members", {{more}} "take": "{{take}}"}, "cites": @C}],
        "components": [{{Component($"{Only("a")}, {AsPoints(take)}")}}]
        """,
        round);

    private static string AsPoints(string take) => $$"""
        "adjustments": [{"id": "x", "name": @T, "effect": "add", "measure": "m", "perUnit": {"points": 1, "unit": 1, "part": "share"},
          {{(take is "count" or "sum" ? "" : "\"otherwise\": 1,")}} "cites": @C}]
        """;
}
