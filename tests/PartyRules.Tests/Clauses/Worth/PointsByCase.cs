using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Worth;

/// <summary>Points of bands and units that differ by subject, of items and of adjustments.</summary>
public sealed class PointsByCase
{
    private const string Two = """[{"is": 2, "when": {"category": ["day"]}}, {"is": 1}]""";
    private const string Five = """[{"is": 5, "when": {"category": ["day"]}}, {"is": 3.5}]""";

    [Theory]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"from": 10, "points": @2}, {"from": 20, "points": @5}]}}""", "9.9", "0", "0")]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"from": 10, "points": @2}, {"from": 20, "points": @5}]}}""", "10", "2", "1")]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"from": 10, "points": @2}, {"from": 20, "points": @5}]}}""", "20", "5", "3.5")]
    [InlineData("""{"bands": {"kind": "steps", "of": [{"from": 10, "points": 4}, {"from": 20, "points": @5}]}}""", "19", "4", "4")]
    [InlineData("""{"bands": {"kind": "marginal", "of": [{"from": 10, "points": @2}, {"from": 20, "points": @5}]}}""", "22", "30", "17")]
    [InlineData("""{"perUnit": {"points": @5, "unit": 4, "part": "nothing"}}""", "7.9", "5", "3.5")]
    [InlineData("""{"perUnit": {"points": @5, "unit": 4, "part": "share"}}""", "6", "7.5", "5.25")]
    public void AnEntryIsWorthWhatItIsToWhomItIsAbout(string worth, string value, string toDay, string toNight)
    {
        var scheme = Scheme(
            $$"""
            "records": [], "components": [{{Component($$"""
              "items": [{{Item("a", worth.Replace("@2", Two, StringComparison.Ordinal).Replace("@5", Five, StringComparison.Ordinal))}}]
              """)}}]
            """,
            categories: Categories);

        Total(scheme, "day", value).Should().Be(Points.Parse(toDay));
        Total(scheme, "night", value).Should().Be(Points.Parse(toNight));
    }

    [Theory]
    [InlineData(""" "perUnit": {"points": @2, "unit": 1, "part": "nothing"} """, "3", "6", "3")]
    [InlineData(""" "bands": {"kind": "steps", "of": [{"from": 3, "points": @5}]} """, "3", "5", "3.5")]
    public void SoIsWhatAMeasureEarns(string by, string value, string toDay, string toNight)
    {
        by = by.Replace("@2", Two, StringComparison.Ordinal).Replace("@5", Five, StringComparison.Ordinal);
        var scheme = Scheme(
            $$"""
            "records": [{"code": "a", "name": @T, "valueRequired": true}],
            "measures": [{"id": "n", "name": @T, "entries": {"of": "a", "take": "sum"}, "cites": @C}],
            "components": [{{Component($$"""
              "adjustments": [{"id": "x", "name": @T, "effect": "add", "measure": "n", {{by}}, "cites": @C}], "items": []
              """)}}]
            """,
            categories: Categories);

        Total(scheme, "day", value).Should().Be(Points.Parse(toDay));
        Total(scheme, "night", value).Should().Be(Points.Parse(toNight));
    }

    [Fact]
    public void ANegativeCaseIsRefused()
    {
        const string Points = """[{"is": -1, "when": {"previousGrade": ["x"]}}, {"is": 1}]""";
        var worth = $$"""{"perUnit": {"points": {{Points}}, "unit": 1, "part": "share"} }""";

        Problems($$""" "components": [{{Component($$""" "items": [{{Item("a", worth)}}] """)}}] """)
            .Select(problem => problem.Code).Should().Contain("scheme.negative");
    }

    private const string Categories = """ "day": @T, "night": @T """;

    private static Points? Total(PartyRules.Schemes.Scheme scheme, string category, string value)
    {
        var member = new Subject { Id = "m1", Kind = "member", Category = category };
        return scheme.Year(member, [], Entry("a", "2026-03-01", value)).Total;
    }
}
