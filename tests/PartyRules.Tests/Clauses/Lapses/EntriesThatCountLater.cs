using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Lapses;

/// <summary>Entries that give points in later periods until they expire.</summary>
public sealed class EntriesThatCountLater
{
    private static readonly Subject Member = new() { Id = "m1", Kind = "member" };

    [Theory]
    [InlineData("first-day", "2025-01-01", 0)]
    [InlineData("first-day", "2025-01-02", 1)]
    [InlineData("first-day", "2026-12-31", 1)]
    [InlineData("last-day", "2025-12-31", 0)]
    [InlineData("last-day", "2026-01-01", 1)]
    [InlineData("first-day", "2027-01-01", 0)]
    public void AYearCountsWhatHasNotExpiredOnItsDay(string day, string date, int points) =>
        Later(day, 12).Year(Entry("a", date, "1")).Total.Should().Be((Points)points);

    [Theory]
    [InlineData("last-day", "2025-01-01", 24, 1)]
    [InlineData("last-day", "2024-12-31", 24, 0)]
    [InlineData("first-day", "2023-01-02", 36, 1)]
    [InlineData("first-day", "2023-01-01", 36, 0)]
    public void ItLooksBackAsFarAsNeeded(string day, string date, int months, int points) =>
        Later(day, months).Year(Entry("a", date, "1")).Total.Should().Be((Points)points);

    [Fact]
    public void AQuarterCountsWhatEarlierQuartersLeft()
    {
        var scheme = Later("last-day", 6, round: "quarter");

        var rows = new Scorer(scheme).Score(
            [Member], [Entry("a", "2025-11-30", "1"), .. Each("2026-01-05", "2026-04-05", "2026-07-05", "2026-10-05")], 2026);

        rows.Where(row => row.Total is not null).Select(row => $"{row.Period} {row.Total}")
            .Should().Equal("2026-Q1 21", "2026-Q2 20", "2026-Q3 20", "2026-Q4 20");
    }

    [Fact]
    public void AQuarterInWhichNothingIsRecordedIsNotHeldForIt() =>
        new Scorer(Later("last-day", 6, round: "quarter")).Score([Member], [Entry("a", "2026-01-05", "1")], 2026)
            .Where(row => row.Total is not null).Select(row => row.Period.ToString()).Should().Equal("2026-Q1");

    [Fact]
    public void ACorrectionEndsItBefore()
    {
        var scheme = Later("first-day", 12, """{"id": "by", "of": ["a"], "by": "x", "cites": @C}, """);
        Entry[] entries = [Entry("a", "2025-06-01", "1", reference: "r")];

        scheme.Year(entries).Total.Should().Be((Points)1);
        scheme.Year([.. entries, Entry("x", "2025-07-01", reference: "r")]).Total.Should().Be(Points.Zero);
        scheme.Year([.. entries, Entry("x", "2026-07-01", reference: "r")]).Total.Should().Be(Points.Zero);
    }

    [Fact]
    public void ConditionsSeeItByItsDate()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"))}}],
            "lapses": [{"id": "l", "of": ["a"], "afterMonths": 12, "laterPeriods": "first-day", "cites": @C}],
            "outcomes": [
              {"code": "any", "name": @T, "kind": "award", "on": "year",
               "when": {"entries": {"of": "a", "count": {"atLeast": 1} } }, "cites": @C}]
            """);

        scheme.Year(Entry("a", "2025-06-01", "1")).Awards.Should().BeEmpty("the entry is of 2025");
        scheme.Year(Entry("a", "2026-06-01", "1")).Awards.Should().ContainSingle();
    }

    [Fact]
    public void LimitsAreThoseOfTheWindowOfItsDate()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(""" "limit": {"per": "year", "points": 3, "cites": @C}, """ + Only("a"))}}],
            "lapses": [{"id": "l", "of": ["a"], "afterMonths": 12, "laterPeriods": "first-day", "cites": @C}]
            """);

        scheme.Year(Entry("a", "2025-06-01", "2"), Entry("a", "2025-06-02", "2"), Entry("a", "2026-06-01", "2")).Total
            .Should().Be((Points)5, "2 + 2, at most 3 of 2025, and 2");
    }

    [Theory]
    [InlineData("2026-05-31", 2)]
    [InlineData("2026-06-01", 1)]
    public void AsOfADayExpiryGoesByThatDay(string day, int points) =>
        new Scorer(Later("last-day", 12), new ScorerOptions { AsOf = DateOnly.ParseExact(day, "yyyy-MM-dd") })
            .Score([Member], [Entry("a", "2025-06-01", "1"), Entry("a", "2026-01-01", "1"), Entry("a", "2026-06-02", "1")], 2026)
            .Single().Total.Should().Be((Points)points);

    [Fact]
    public void TheExplanationNamesItWithTheDayOnWhichItExpires() =>
        Later("first-day", 12).Explained(Entry("a", "2025-06-01", "1")).Should()
            .Contain("Records of earlier periods that still count:").And.Contain("2025-06-01").And.Contain("has expired on 2026-06-01.");

    [Fact]
    public void TheSchemeSaysHowFarItLooksBack()
    {
        Later("first-day", 12).LooksBackTo(2026).Should().Be(new DateOnly(2025, 1, 1));
        Scheme($$""" "components": [{{Component(Only("a"))}}]""").LooksBackTo(2026).Should().BeNull();
    }

    private static IEnumerable<Entry> Each(params string[] days) => days.Select(day => Entry("b", day, "20"));

    private static Scheme Later(string day, int months, string lapses = "", string round = "year") => Scheme($$"""
        "components": [{{Component($$""" "items": [{{Item("a", """{"value": true}""")}}, {{Item("b", """{"value": true}""")}}]""")}}],
        "records": [{"code": "x", "name": @T}],
        "lapses": [{{lapses}}{"id": "l", "of": ["a"], "afterMonths": {{months}}, "laterPeriods": "{{day}}", "cites": @C}]
        """, round);
}
