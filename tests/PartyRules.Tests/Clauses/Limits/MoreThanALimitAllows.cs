using PartyRules.Diagnostics;
using PartyRules.Schemes;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Limits;

/// <summary>What counts where more was recorded than limits allow.</summary>
public sealed class MoreThanALimitAllows
{
    [Fact]
    public void AnItemsLimitIsKeptBeforeTheComponents()
    {
        var scheme = Scheme($$"""
            "components": [{{Component($$"""
                "limit": {"per": "month", "points": 6, "cites": @C},
                "items": [
                  {{Item("a", """{"value": true}""", """ "limit": {"per": "month", "points": 4, "cites": @C}""")}},
                  {{Item("b", """{"value": true}""")}}]
                """)}}]
            """);

        scheme.Year(Entry("a", "2026-01-01", "9"), Entry("b", "2026-01-01", "1")).Total.Should().Be((Points)5, "4 + 1");
        scheme.Year(Entry("a", "2026-01-01", "9"), Entry("b", "2026-01-01", "9")).Total.Should().Be((Points)6, "4 + 9, at most 6");
        scheme.Year(Entry("a", "2026-01-31", "9"), Entry("b", "2026-02-01", "9")).Total
            .Should().Be((Points)10, "4 in January, 6 in February");
    }

    [Fact]
    public void AnItemsYearIsFilledFromItsEarliestEntriesAndEachMonthOfTheComponentKeepsItsLimit()
    {
        var scheme = Wide("year", 5);

        scheme.Year(Entry("a", "2026-01-05", "3"), Entry("a", "2026-02-05", "4")).Total
            .Should().Be((Points)5, "3 + 2, as 5 are the year's");
        scheme.Year(Entry("a", "2026-01-05", "3"), Entry("b", "2026-01-06", "3"), Entry("a", "2026-02-05", "4")).Total
            .Should().Be((Points)6, "3 + 3, at most 4 in January; 2 in February");
        scheme.Year(Entry("a", "2026-01-05", "9"), Entry("b", "2026-02-06", "3"), Entry("a", "2026-02-05", "9")).Total
            .Should().Be((Points)7, "9, of which 5 are the year's, at most 4 in January; 3 in February, where the year's 5 are used up");
        scheme.Year(Entry("a", "2026-02-05", "9"), Entry("a", "2026-01-05", "1")).Total
            .Should().Be((Points)5, "1 in January, 4 more of the year's 5 in February, whatever comes first in the list");
    }

    [Fact]
    public void AWeekThatReachesIntoTheNextMonthCountsInBoth()
    {
        var scheme = Wide("week", 3);

        scheme.Year(Entry("a", "2026-03-31", "2"), Entry("b", "2026-03-31", "3"), Entry("a", "2026-04-01", "2")).Total
            .Should().Be((Points)5, "2 + 3, at most 4 in March; of the week's 3 there is 1 left in April");
    }

    [Fact]
    public void WhatALimitOverLongerWindowsLeavesIsToldByTheWindowsOfTheComponent()
    {
        var scheme = Wide("year", 5);
        Entry[] entries = [Entry("a", "2026-01-05", "3"), Entry("b", "2026-01-06", "3"), Entry("a", "2026-02-05", "4")];

        scheme.Explained(entries).Should()
            .Contain("Limit for Example in 2026: +7 recorded, +5 counted, at most 5.")
            .And.Contain("The earliest entries count first: +3 in 2026-01, +2 in 2026-02.")
            .And.Contain("Limit for Example in 2026-01: +6 recorded, +4 counted, at most 4.");
    }

    [Theory]
    [InlineData("together", 6, "6 in all, whatever the level")]
    [InlineData("each", 9, "6 of one, 3 of the other")]
    public void ItemsOfOneCodeShareALimitOrHaveOneEach(string variants, int total, string because) =>
        Variants(variants, variants).Year(Entry("i", "2026-01-05", "9", "low"), Entry("i", "2026-01-06", "1.5", "high")).Total
            .Should().Be((Points)total, because);

    [Fact]
    public void ALimitThatIsSharedIsToldAsOne() =>
        Variants("together", "together").Explained(Entry("i", "2026-01-05", "9", "low"), Entry("i", "2026-01-06", "1.5", "high")).Should()
            .Contain("Limit for Example, all items of its code together, in 2026-01: +12 recorded, +6 counted, at most 6.");

    [Theory]
    [InlineData("", "", "scheme.limit-variants")]
    [InlineData("together", "", "scheme.limit-variants")]
    [InlineData("together", "each", "scheme.limit-together")]
    [InlineData("each", "each", "")]
    public void WhichOfBothIsStatedInEach(string low, string high, string found) =>
        string.Join(' ', Found(() => Variants(low, high))).Should().Be(found);

    [Theory]
    [InlineData("\"points\": 6", "\"points\": 5")]
    [InlineData("\"month\"", "\"year\"")]
    public void OneLimitIsStatedAlike(string of, string with) =>
        Found(() => Variants("together", "together", high => high.Replace(of, with, StringComparison.Ordinal)))
            .Should().Equal("scheme.limit-together");

    [Theory]
    [InlineData(""" "appliesTo": {"category": ["a"] }""", """ "appliesTo": {"category": ["b"] }""", true)]
    [InlineData(
        """ "effective": {"from": "2026-01-01", "to": "2026-03-31"}""",
        """ "effective": {"from": "2026-04-01", "to": "2026-12-31"}""", true)]
    [InlineData(
        """ "effective": {"from": "2026-01-01", "to": "2026-03-15"}""",
        """ "effective": {"from": "2026-03-16", "to": "2026-12-31"}""", false)]
    public void NothingIsAskedWhereNoWindowOfASubjectHasBoth(string first, string second, bool isRight) =>
        Found(() => Scheme(
            $$"""
            "components": [{{Component($$"""
                "items": [
                  {{Item("i", """{"value": true}""", $$"""{{Six("")}}, {{first}}""")}},
                  {{Item("i", """{"value": true}""", $$"""{{Six("")}}, {{second}}""")}}]
                """)}}]
            """,
            categories: """ "a": @T, "b": @T""")).Should().HaveCount(isRight ? 0 : 1);

    [Fact]
    public void WhereNothingCanBeSharedNothingIsSaid() =>
        Found(() => Scheme($$"""
            "components": [{{Component($$"""
                "limit": {"per": "month", "points": 6, "variants": "together", "cites": @C},
                "items": [{{Item("i", """{"value": true}""", Six("each"))}}]
                """)}}]
            """)).Should().Equal("scheme.limit-variants-unused", "scheme.limit-variants-unused");

    [Theory]
    [InlineData("6", "")]
    [InlineData("6.000001", "task.month-over-cap")]
    public void AMonthAboveSixIsCappedAndFound(string value, string findings)
    {
        var member = Member(Entry("task.target", "2026-03-31", value));

        member.Components[1].Points.Should().Be((Points)6);
        string.Join(';', member.Findings.Select(finding => finding.Code)).Should().Be(findings);
    }

    [Fact]
    public void TheLastDayOfAMonthAndTheFirstOfTheNextAreTwoWindows() =>
        Member(Entry("task.target", "2026-03-31", "6"), Entry("task.unit", "2026-04-01", "6")).Components[1].Points.Should().Be((Points)12);

    private static Scheme Wide(string per, int points) => Scheme($$"""
        "components": [{{Component($$"""
            "limit": {"per": "month", "points": 4, "cites": @C},
            "items": [
              {{Item("a", """{"value": true}""", $$""" "limit": {"per": "{{per}}", "points": {{points}}, "cites": @C}""")}},
              {{Item("b", """{"value": true}""")}}]
            """)}}]
        """);

    /// <summary>One code at two levels, worth one and two points a unit, each with a limit of 6 a month.</summary>
    private static Scheme Variants(string low, string high, Func<string, string>? change = null) => Scheme($$"""
        "components": [{{Component($$"""
            "items": [
              {{Item("i", """{"perUnit": {"points": 1, "unit": 1, "part": "share"} }""",
                $$"""{{Six(low)}}, "appliesTo": {"level": ["low"] }""")}},
              {{(change ?? (text => text))(
                Item("i", """{"perUnit": {"points": 2, "unit": 1, "part": "share"} }""",
                    $$"""{{Six(high)}}, "appliesTo": {"level": ["high"] }"""))}}]
            """)}}]
        """);

    private static string Six(string variants) => $$"""
        "limit": {"per": "month", "points": 6{{(variants.Length > 0 ? $", \"variants\": \"{variants}\"" : "")}}, "cites": @C}
        """;

    private static IEnumerable<string> Found(Func<Scheme> read)
    {
        try
        {
            read();
            return [];
        }
        catch (ProblemException exception)
        {
            return exception.Problems.Select(problem => problem.Code);
        }
    }
}
