using PartyRules.Validation;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Multipliers;

/// <summary>What a rate or a coefficient makes of points.</summary>
public sealed class PointsThatAreMultiplied
{
    [Theory]
    [InlineData("33", "16.34")]
    [InlineData("", "50")]
    public void AnAttendanceRateMultipliesTheComponent(string rate, string total)
    {
        var scheme = Scheme($$"""
            "components": [{{Multiplied("""{"records": ["rate"], "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "rate", "name": @T, "valueRequired": true}]
            """);
        Entry[] points = [Entry("a", "2026-01-01", "50")];

        Entry[] rates = rate.Length == 0 ? [] : [Entry("rate", "2026-01-31", rate), Entry("rate", "2026-02-28", "32.35")];

        scheme.Year([.. points, .. rates])
            .Total!.Value.ToString().Should().Be(total, "50 * (33 + 32.35) / 2 / 100 = 16.3375");
    }

    [Theory]
    [InlineData(3, 1, "7.5")]
    [InlineData(4, 0, "10")]
    [InlineData(0, 2, "0")]
    [InlineData(0, 0, "10")]
    public void ARateOfEntriesMultiplies(int present, int absent, string total) =>
        Scheme($$"""
            "components": [
              {{Multiplied("""{"rate": {"of": ["present"], "among": ["present", "absent"]}, "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "present", "name": @T}, {"code": "absent", "name": @T}]
            """)
            .Year([Entry("a", "2026-01-01", "10"), .. Many("present", present), .. Many("absent", absent)]).Total!.Value.ToString()
                .Should().Be(total, "10 * present / (present + absent)");

    [Fact]
    public void RatesOfSeveralKindsOfMeetingAreAveragedTogether() =>
        Scheme($$"""
            "components": [{{Multiplied("""{"records": ["branch", "group"], "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "branch", "name": @T, "valueRequired": true}, {"code": "group", "name": @T, "valueRequired": true}]
            """)
            .Year(
                Entry("a", "2026-01-01", "10"),
                Entry("branch", "2026-01-31", "100"),
                Entry("group", "2026-01-31", "50"),
                Entry("group", "2026-02-28", "60")).Total
                .Should().Be((Points)7, "10 * (100 + 50 + 60) / 3 / 100");

    [Fact]
    public void AShareIsTakenOfWhatItIsAmong() =>
        Problems($$"""
            "components": [{{Multiplied("""{"rate": {"of": ["present"], "among": ["absent"]}, "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "present", "name": @T}, {"code": "absent", "name": @T}]
            """).Should().ContainSingle(problem => problem.Code == "scheme.rate-outside"
                && problem.Location.Path == "$.components[0].multipliers[0].rate.among");

    [Fact]
    public void TheExplanationSaysByWhat()
    {
        var scheme = Scheme($$"""
            "components": [
              {{Multiplied("""{"rate": {"of": ["present"], "among": ["present", "absent"]}, "otherwise": 1, "cites": @C}""")}}],
            "records": [{"code": "present", "name": @T}, {"code": "absent", "name": @T}]
            """);

        scheme.Explained(
            Entry("a", "2026-01-01", "9"), Entry("present", "2026-01-01"), Entry("absent", "2026-01-02"), Entry("absent", "2026-01-03"))
            .Should()
                .Contain("Multiplied by 1/3: 1 of 3. [t/c, a choice] Example").And
                    .Contain("Items, start, carried results and multipliers make 3");
    }

    [Fact]
    public void ACoefficientOfTheSubjectMultiplies() =>
        Scheme(
            $$""" "components": [{{Multiplied("""{"attribute": "coefficient", "otherwise": 1, "cites": @C}""")}}]""",
            attributes: """ "coefficient": {"name": @T, "kind": "number"}""")
            .Year(
                new Subject { Id = "m1", Kind = "member", Attributes = new Dictionary<string, string> { ["coefficient"] = "1.2" } },
                [],
                Entry("a", "2026-01-01", "50"))
            .Total.Should().Be((Points)60);

    /// <summary>A component with one item whose entries count their values, multiplied.</summary>
    private static string Multiplied(string by) => Component($$""" "multipliers": [{{by}}], {{Only("a")}}""");

    private static IEnumerable<Entry> Many(string code, int count) =>
        Enumerable.Range(1, count).Select(day => Entry(code, $"2026-01-{day:00}"));

    [Theory]
    [InlineData("0", "")]
    [InlineData("-0.5", "k fact.coefficient-negative")]
    [InlineData("half", "k fact.attribute-number")]
    public void ACoefficientIsNeverNegative(string coefficient, string problem)
    {
        var scheme = Scheme(
            $$""" "components": [{{Multiplied("""{"attribute": "k", "otherwise": 1, "cites": @C}""")}}]""",
            attributes: """ "k": {"name": @T, "kind": "number"}, "other": {"name": @T, "kind": "number"}""");
        List<FactProblem> problems = [];

        var attributes = new Dictionary<string, string> { ["k"] = coefficient, ["other"] = "-1" };
        new FactChecker(scheme).Check(new Subject { Id = "m1", Kind = "member", Attributes = attributes }, problems);

        string.Join(';', problems.Select(found => $"{found.Field} {found.Code}")).Should().Be(problem);
    }
}
