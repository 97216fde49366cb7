using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Lapses;

/// <summary>Entries that are corrected, suspended or expired.</summary>
public sealed class EntriesThatStopCounting
{
    [Theory]
    [InlineData("2026-06-01", "", "0")]
    [InlineData("2026-06-01", "2026-07-01", "5")]
    [InlineData("", "", "5")]
    public void AnEntryDoesNotCountWhileItIsSuspended(string appeal, string closed, string points)
    {
        var scheme = Scheme($$"""
            {{Components("""{"value": true}""")}},
            "records": [{"code": "appeal", "name": @T}, {"code": "closed", "name": @T}],
            "lapses": [{"id": "appeal", "of": ["a"], "by": "appeal", "until": "closed", "cites": @C}]
            """);
        Entry?[] entries =
        [
            Entry("a", "2026-01-01", "5", reference: "x"),
            appeal.Length > 0 ? Entry("appeal", appeal, reference: "x") : null,
            closed.Length > 0 ? Entry("closed", closed, reference: "x") : null,
        ];

        scheme.Year([.. entries.OfType<Entry>()]).Total!.Value.ToString().Should().Be(points);
    }

    [Fact]
    public void ItIsToldAmongTheRecordsAndNotUnderAComponent() =>
        Scheme("""
            "components": [], "records": [{"code": "a", "name": @T}, {"code": "b", "name": @T}],
            "lapses": [{"id": "l", "of": ["a"], "by": "b", "cites": @C}]
            """).Explained(Entry("a", "2026-01-01", reference: "x"), Entry("b", "2026-01-02", reference: "x"))
            .Should().Contain("Records that no longer count:\n    2026-01-01 ");

    [Theory]
    [InlineData("2026-06-30", "0")]
    [InlineData("2026-07-01", "5")]
    public void AnEntryExpires(string date, string points) =>
        Scheme(Components("""{"value": true}""") + """, "lapses": [{"id": "old", "of": ["a"], "afterMonths": 6, "cites": @C}]""")
            .Year(Entry("a", date, "5")).Total!.Value.ToString().Should().Be(points);

    [Theory]
    [InlineData("2026-01-31", 1, "", "2026-02-28")]
    [InlineData("2026-01-31", 1, "last-day", "2026-02-28")]
    [InlineData("2026-01-31", 1, "next-first", "2026-03-01")]
    [InlineData("2024-01-30", 1, "", "2024-02-29")]
    [InlineData("2024-01-30", 1, "next-first", "2024-03-01")]
    [InlineData("2024-01-29", 1, "next-first", "2024-02-29")]
    [InlineData("2026-01-31", 2, "next-first", "2026-03-31")]
    [InlineData("2026-03-31", 6, "", "2026-09-30")]
    [InlineData("2026-03-31", 6, "next-first", "2026-10-01")]
    public void MonthsWhoseLastLacksTheDayAreOverOnTheDayThatTheSchemeChooses(string date, int months, string choice, string expires)
    {
        var scheme = Scheme(Components("""{"value": true}""") + $$"""
            , "lapses": [{"id": "old", "of": ["a"], "afterMonths": {{months}},
              {{(choice.Length > 0 ? $"\"shortMonth\": \"{choice}\"," : "")}} "cites": @C}]
            """);
        var day = DateOnly.Parse(expires, null);

        TotalOn(day.AddDays(-1)).Should().Be((Points)5);
        TotalOn(day).Should().Be(Points.Zero);

        Points? TotalOn(DateOnly asOf) => new Scorer(scheme, new ScorerOptions { AsOf = asOf })
            .Score([Subject("m1")], [Entry("a", date, "5")], day.Year).Single().Total;
    }

    [Theory]
    [InlineData(2026, 6, "0")]
    [InlineData(2026, int.MaxValue, "5")]
    [InlineData(9999, 6, "0")]
    [InlineData(9999, 9, "0")]
    [InlineData(9999, 10, "5")]
    public void NothingExpiresAfterTheLastDayOfTheCalendar(int year, int months, string points) =>
        new Scorer(Scheme(
            Components("""{"value": true}""") + $$""", "lapses": [{"id": "old", "of": ["a"], "afterMonths": {{months}}, "cites": @C}]"""))
            .Score([Subject("m1")], [Entry("a", $"{year}-03-31", "5")], year).Single().Total!.Value.ToString().Should().Be(points);

    [Theory]
    [InlineData("", "found")]
    [InlineData("2025-12-01", "")]
    [InlineData("2026-02-01", "")]
    public void AnEntryThatIsLookedBackAtStopsCountingToo(string corrected, string findings)
    {
        var scheme = Scheme("""
            "records": [{"code": "absent", "name": @T}, {"code": "excused", "name": @T}],
            "lapses": [{"id": "excused", "of": ["absent"], "by": "excused", "cites": @C}],
            "outcomes": [{"code": "found", "kind": "finding", "name": @T, "on": "round",
              "when": {"run": {"of": ["absent"], "brokenBy": ["excused"], "lookBackMonths": 3, "count": {"atLeast": 2}}}, "cites": @C}]
            """);
        Entry[] absences = [Entry("absent", "2025-11-01", reference: "x"), Entry("absent", "2026-01-01", reference: "y")];

        Codes(scheme.Year([.. absences, .. corrected.Length > 0 ? [Entry("excused", corrected, reference: "x")] : Array.Empty<Entry>()]))
            .Should().Be(findings);
    }

    [Fact]
    public void TheExplanationNamesWhatNoLongerCounts() =>
        Scheme($$"""
            {{Components("""{"value": true}""")}}, "records": [{"code": "correction", "name": @T}],
            "lapses": [{"id": "corrected", "of": ["a"], "by": "correction", "cites": @C}]
            """).Explained(Entry("a", "2026-01-01", "5", reference: "x"), Entry("correction", "2026-03-01", reference: "x"))
            .Should().Contain("2026-01-01 m1 a 2026-01-01 5 x Example: no longer counts. [t/c, a choice] Example");

    private static string Components(string worth) => $$""" "components": [{{Component($$""" "items": [{{Item("a", worth)}}]""")}}]""";
}
