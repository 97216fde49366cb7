using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Worth;

/// <summary>What one entry is worth, by value, unit, band and level.</summary>
public sealed class WhatAnEntryIsWorth
{
    [Theory]
    [InlineData("9.99", "0")]
    [InlineData("10", "1")]
    [InlineData("29.99", "1")]
    [InlineData("30", "5")]
    public void StepsGiveThePointsOfTheBand(string value, string points) =>
        Total("""{"bands": {"kind": "steps", "of": [{"from": 10, "points": 1}, {"from": 30, "points": 5}]}}""", value).Should().Be(points);

    [Theory]
    [InlineData("10", "0")]
    [InlineData("12", "2")]
    [InlineData("30", "20")]
    [InlineData("31.5", "23")]
    public void MarginalBandsPayForTheUnitsWithinEach(string value, string points) =>
        Total("""{"bands": {"kind": "marginal", "of": [{"from": 10, "points": 1}, {"from": 30, "points": 2}]}}""", value)
            .Should().Be(points);

    [Theory]
    [InlineData("nothing", "19.9", "2")]
    [InlineData("share", "19.9", "3.98")]
    [InlineData("nothing", "20", "4")]
    public void AUnitEarnsItsPointsAndAPartWhatIsStated(string part, string value, string points) =>
        Total($$"""{"perUnit": {"points": 2, "unit": 10, "part": "{{part}}"} }""", value).Should().Be(points);

    [Fact]
    public void LevelsMultiplyWhatTheEntryIsWorth() =>
        Scheme(Components("""{"value": true, "levelFactors": {"low": 0.5, "high": 1.5}}"""))
            .Year(Entry("a", "2026-01-01", "3", "low"), Entry("a", "2026-01-02", "3", "high")).Total.Should().Be(Points.Parse("6"));

    [Theory]
    [InlineData("""{"levels": {"low": 1, "high": 0}}""", "", null)]
    [InlineData("""{"levels": {"low": 1}}""", "", "scheme.levels-missing")]
    [InlineData("""{"levels": {"low": 1}}""", """ "appliesTo": {"level": ["low"]}""", null)]
    [InlineData("""{"levels": {"low": 1}}""", """ "appliesTo": {"level": ["low", "high"]}""", "scheme.levels-missing")]
    [InlineData("""{"each": 1, "levelFactors": {"high": 1}}""", "", "scheme.levels-missing")]
    public void NoLevelCountsNothingUnsaid(string worth, string more, string? problem)
    {
        var sections = $$""" "components": [{{Component($$""" "items": [{{Item("a", worth, more)}}]""")}}]""";

        if (problem is null)
            FluentActions.Invoking(() => Scheme(sections)).Should().NotThrow();
        else
            Problems(sections)
                .Should()
                .ContainSingle(found => found.Code == problem && found.Location.Path!.StartsWith("$.components[0].items[0].worth.level"));
    }

    private static string Components(string worth) => $$""" "components": [{{Component($$""" "items": [{{Item("a", worth)}}]""")}}]""";

    private static string Total(string worth, string value) =>
        Scheme(Components(worth)).Year(Entry("a", "2026-01-01", value)).Total!.Value.ToString();

    [Theory]
    [InlineData("half-up", 0, "2.5", "3")]
    [InlineData("half-up", 0, "2.49", "2")]
    [InlineData("down", 1, "2.49", "2.4")]
    [InlineData("up", 0, "2.000001", "3")]
    public void AnItemMaySayHowAnEntryIsRounded(string mode, int places, string value, string total)
    {
        var scheme = Scheme($$"""
            "components": [{{Component($$""" "items": [{{Item(
                "a", $$"""{"value": true, "rounding": {"mode": "{{mode}}", "places": {{places}} } }""")}}]""")}}]
            """);

        scheme.Year(Entry("a", "2026-01-01", value)).Total!.Value.ToString().Should().Be(total);
    }

    [Theory]
    [InlineData("2.4", "2.1", "5")]
    [InlineData("2.4", "2.09", "4")]
    public void AComponentMaySayHowItsScoreIsRounded(string one, string other, string total)
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a") + """, "rounding": {"mode": "half-up", "places": 0} """)}}]
            """);
        Entry[] entries = [Entry("a", "2026-01-01", one), Entry("a", "2026-01-02", other)];

        scheme.Year(entries).Total!.Value.ToString().Should().Be(total);
        scheme.Explained(entries).Should().Contain($"becomes {total}");
    }
}
