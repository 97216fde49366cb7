using static PartyRules.Tests.Drafts;

namespace PartyRules.Tests.Clauses.Conditions;

/// <summary>A bound that no count, rank, day, share or number of places can reach is refused as a slip, with its place.</summary>
public sealed class BoundsThatCanNeverBe
{
    [Theory]
    [InlineData("""{"entries": {"of": "a", "count": {"atLeast": -1} } }""", "scheme.not-a-count", "entries.count.atLeast")]
    [InlineData("""{"entries": {"of": "a", "count": {"exactly": 0.5} } }""", "scheme.not-a-count", "entries.count.exactly")]
    [InlineData("""{"entries": {"of": "a", "level": ["low"], "count": {"below": -2} } }""", "scheme.not-a-count", "entries.count.below")]
    [InlineData("""{"entries": {"of": "a", "distinct": {"above": 1.5} } }""", "scheme.not-a-count", "entries.distinct.above")]
    [InlineData(
        """{"entries": {"of": "a", "dayOfMonth": {"exactly": 40}, "count": {"atLeast": 1} } }""",
        "scheme.not-a-day",
        "entries.dayOfMonth.exactly")]
    [InlineData(
        """{"entries": {"of": "a", "dayOfMonth": {"atLeast": 0}, "count": {"atLeast": 1} } }""",
        "scheme.not-a-day",
        "entries.dayOfMonth.atLeast")]
    [InlineData("""{"run": {"of": ["a"], "brokenBy": ["b"], "count": {"atLeast": 2.5} } }""", "scheme.not-a-count", "run.count.atLeast")]
    [InlineData("""{"rank": {"exactly": 1.5} }""", "scheme.not-a-rank", "rank.exactly")]
    [InlineData("""{"rank": {"atMost": 0} }""", "scheme.not-a-rank", "rank.atMost")]
    [InlineData("""{"top": {"number": 1.5, "overflow": "in"} }""", "scheme.not-places", "top.number")]
    [InlineData("""{"bottom": {"number": 0.5, "overflow": "in"} }""", "scheme.not-places", "bottom.number")]
    [InlineData("""{"share": {"of": "t", "percent": {"above": 100.1} } }""", "scheme.not-a-percentage", "share.percent.above")]
    [InlineData("""{"entries": {"of": "a", "count": {"below": 0} } }""", "scheme.range", "entries.count")]
    [InlineData("""{"entries": {"of": "a", "count": {"above": 1, "below": 2} } }""", "scheme.range", "entries.count")]
    [InlineData("""{"rank": {"below": 1} }""", "scheme.range", "rank")]
    public void IsRefused(string when, string code, string path) =>
        Problems(Sections(when)).Should().ContainSingle().Which.Should()
            .Match<PartyRules.Diagnostics.Problem>(
                problem => problem.Code == code && problem.Location.Path == $"$.outcomes[0].when.{path}");

    [Theory]
    [InlineData("""{"entries": {"of": "a", "sum": {"atLeast": -0.5} } }""")]
    [InlineData("""{"entries": {"of": "a", "value": {"below": 0.5}, "count": {"exactly": 0} } }""")]
    [InlineData("""{"entries": {"of": "a", "dayOfMonth": {"above": 1, "atMost": 31}, "count": {"atMost": 0} } }""")]
    [InlineData("""{"top": {"percent": 2.5, "rounding": "up", "overflow": "in"} }""")]
    [InlineData("""{"share": {"of": "t", "percent": {"below": 99.5} } }""")]
    [InlineData("""{"total": {"atLeast": -1.5} }""")]
    public void WhatCanBeIsNot(string when) => Scheme(Sections(when)).Outcomes.Should().ContainSingle();

    [Fact]
    public void TheHighestIsNotSoughtAmongWhatAddsAndWhatDeducts()
    {
        static string Selecting(string keep, string other) => $$"""
            "components": [{{Component($$"""
              "items": [{{Item("p", """{"each": 5}""")}}, {{Item("n", """{"each": 10}""", effect: other)}}]
              """)}}],
            "selections": [{"id": "s", "items": ["p", "n"], "keep": "{{keep}}", "atMost": 1, "within": "year", "cites": @C}]
            """;

        Problems(Selecting("highest", "deduct")).Should().ContainSingle().Which.Should().Match<PartyRules.Diagnostics.Problem>(problem =>
            problem.Code == "scheme.selection-mixed" && problem.Location.Path == "$.components[0].items[1].effect");
        Scheme(Selecting("highest", "add")).Should().NotBeNull();
        Scheme(Selecting("last", "deduct")).Should().NotBeNull("dates are compared, not points");
    }

    private static string Sections(string when) => $$"""
        "components": [{{Component(Only("x"))}}],
        "records": [{"code": "a", "name": @T, "valueRequired": true}, {"code": "b", "name": @T}],
        "ranking": {"pool": "all", "tieBreaks": [], "ties": "share", "cites": @C},
        "targets": [{"id": "t", "name": @T, "pool": "all", "when": {"total": {"atLeast": 1} }, "cites": @C}],
        "outcomes": [{"code": "o", "kind": "finding", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
        """;
}
