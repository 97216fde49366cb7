using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Conditions;

/// <summary>Conditions that look back before the period.</summary>
public sealed class LookingBackOverTheNewYear
{
    [Theory]
    [InlineData("2025-10-05", 5, "found")]
    [InlineData("2025-11-05", 5, "")]
    [InlineData("2025-06-05", 5, "")]
    [InlineData("2025-10-05", 2, "")]
    public void ARowOfMonthsWithoutAnEntryGoesBackOverTheNewYear(string last, int months, string findings)
    {
        var scheme = Finding($$"""
            {"windows": {"per": "month", "entries": {"of": "a", "count": {"exactly": 0} }, "lookBackMonths": {{months}}, "inARow": true,
              "count": {"atLeast": 4} } }
            """);

        Codes(scheme.Year([Entry("a", last), .. Enumerable.Range(3, 10).Select(month => Entry("a", $"2026-{month:00}-05"))]))
            .Should().Be(findings, "from November or December to February");
    }

    [Theory]
    [InlineData("2025-11-25", 1, "")]
    [InlineData("2025-12-01", 1, "found")]
    [InlineData("2025-11-25", 2, "found")]
    public void OfAWindowOnlyWhatLiesWithinTheLookBackCounts(string first, int months, string findings) =>
        Codes(Finding($$"""
            {"windows": {"per": "quarter", "entries": {"of": "a", "count": {"atLeast": 2} }, "lookBackMonths": {{months}}, "inARow": false,
              "count": {"atLeast": 1} } }
            """)
            .Year(Entry("a", first), Entry("a", "2025-12-31"), Entry("a", "2026-12-31"))).Should().Be(findings);

    [Fact]
    public void AConditionThatDoesNotLookBackSeesNothingThatAnotherLooksBackAt() =>
        Codes(Scheme("""
            "records": [{"code": "a", "name": @T}, {"code": "b", "name": @T}],
            "outcomes": [
              {"code": "back", "kind": "finding", "name": @T, "on": "round", "cites": @C,
                "when": {"windows": {"per": "month", "entries": {"of": "a", "count": {"atLeast": 1}}, "lookBackMonths": 6, "inARow": false,
                  "count": {"atLeast": 2}}}},
              {"code": "not-back", "kind": "finding", "name": @T, "on": "round", "cites": @C,
                "when": {"windows": {"per": "month", "entries": {"of": "a", "count": {"atLeast": 1}}, "inARow": false,
                  "count": {"atLeast": 2}}}}]
            """).Year(Entry("a", "2025-12-31"), Entry("a", "2026-01-31"))).Should().Be("back");

    [Theory]
    [InlineData("day", "2026-12-31", 2)]
    [InlineData("week", "2026-12-28", 2)]
    [InlineData("bimonth", "2026-12-28", 2)]
    public void WindowsOfEveryLengthAreCountedToTheLast(string per, string last, int count) =>
        Codes(Finding($$"""
            {"windows": {"per": "{{per}}", "entries": {"anyOf": ["a", "b"], "count": {"atLeast": 1} },
              "lookBackMonths": 24, "inARow": false,
              "count": {"exactly": {{count}} } } }
            """)
            .Year(Entry("a", "2024-02-29"), Entry("b", last))).Should().Be("found");

    [Theory]
    [InlineData("2025-12-01", "found")]
    [InlineData("2025-10-31", "")]
    public void ARunGoesBackSoManyMonths(string first, string findings) =>
        Codes(Finding("""{"run": {"of": ["a"], "brokenBy": ["b"], "lookBackMonths": 2, "count": {"atLeast": 3}}}""")
            .Year(Entry("a", first), Entry("a", "2026-01-01"), Entry("a", "2026-02-01"), Entry("b", "2026-03-01"))).Should().Be(findings);

    private static PartyRules.Schemes.Scheme Finding(string when) => Scheme($$"""
        "records": [{"code": "a", "name": @T}, {"code": "b", "name": @T}],
        "outcomes": [{"code": "found", "kind": "finding", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
        """);
}
