using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Selections;

/// <summary>Which of several entries count.</summary>
public sealed class SeveralEntriesAboutOneMatter
{
    [Theory]
    [InlineData("highest", "7")]
    [InlineData("first", "2")]
    [InlineData("last", "5")]
    public void OfEntriesAboutOneMatterOnlyOneCounts(string keep, string points) =>
        Scheme(Components("""{"value": true}""") + Selection(keep, 1, "reference"))
            .Year(
                Entry("a", "2026-01-01", "2", reference: "x"),
                Entry("a", "2026-02-01", "7", reference: "x"),
                Entry("a", "2026-03-01", "5", reference: "x"))
            .Total!.Value.ToString().Should().Be(points);

    [Theory]
    [InlineData("week", "4")]
    [InlineData("month", "2")]
    [InlineData("day", "5")]
    public void NoMoreThanSoManyCountInAWindow(string window, string points) =>
        Scheme(Components("""{"each": 1}""") + Selection("first", 2, window)).Year(
            Entry("a", "2026-02-02", reference: "1"),
            Entry("a", "2026-02-02", reference: "2"),
            Entry("a", "2026-02-02", reference: "3"),
            Entry("a", "2026-02-08", reference: "4"),
            Entry("a", "2026-02-09", reference: "5"),
            Entry("a", "2026-02-15", reference: "6")).Total!.Value.ToString().Should().Be(window == "day" ? "5" : points);

    [Theory]
    [InlineData("first", "9", "0 * 4 + 1 * 5 + 0.5 * (6 + 2)")]
    [InlineData("last", "10.5", "0 * 2 + 1 * 6 + 0.5 * (5 + 4)")]
    [InlineData("highest", "8", "0 * 6 + 1 * 5 + 0.5 * (4 + 2)")]
    public void WhatOneCountsMayGoByItsPlace(string keep, string points, string because) =>
        Scheme(Components("""{"value": true}""") + Factors(
            keep, """[{"from": 1, "factor": 0}, {"from": 2, "factor": 1}, {"from": 3, "factor": 0.5}]"""))
            .Year(
                Entry("a", "2026-01-01", "4"), Entry("a", "2026-02-01", "5"), Entry("a", "2026-03-01", "6"), Entry("a", "2026-04-01", "2"))
            .Total!.Value.ToString().Should().Be(points, because);

    [Fact]
    public void TheThreeBestCountWhereTheFactorOfTheFourthIsZero() =>
        Scheme(Components("""{"value": true}""") + Factors("highest", """[{"from": 1, "factor": 1}, {"from": 4, "factor": 0}]"""))
            .Year([.. Enumerable.Range(1, 5).Select(value => Entry("a", $"2026-01-0{value}", $"{value}"))])
            .Total!.Value.ToString().Should().Be("12", "5 + 4 + 3");

    [Fact]
    public void TheExplanationNamesThePlace() =>
        Scheme(Components("""{"value": true}""") + Factors("first", """[{"from": 1, "factor": 0}, {"from": 2, "factor": 2}]"""))
            .Explained(Entry("a", "2026-01-01", "4"), Entry("a", "2026-02-01", "5"))
            .Should().Contain("2026-01-01 m1 a 2026-01-01 4  Example: in place 1, counts 0 of 4. [t/c, a choice] Example")
            .And.Contain("2026-02-01 m1 a 2026-02-01 5  Example: in place 2, counts 10 of 5. [t/c, a choice] Example");

    private static string Factors(string keep, string factors) =>
        $$"""
        , "selections": [{"id": "s", "items": ["a"], "keep": "{{keep}}", "factors": {{factors}}, "within": "year", "cites": @C}]
        """;

    private static string Components(string worth) => $$""" "components": [{{Component($$""" "items": [{{Item("a", worth)}}]""")}}]""";

    private static string Selection(string keep, int atMost, string within) =>
        $$"""
        , "selections": [{"id": "s", "items": ["a"], "keep": "{{keep}}", "atMost": {{atMost}}, "within": "{{within}}", "cites": @C}]
        """;
}
