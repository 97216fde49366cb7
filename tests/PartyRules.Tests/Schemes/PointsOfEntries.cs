using static PartyRules.Tests.Schemes.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Schemes;

/// <summary>What entries are worth, which of them count, and what caps them.</summary>
public sealed class PointsOfEntries
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
        Total("""{"bands": {"kind": "marginal", "of": [{"from": 10, "points": 1}, {"from": 30, "points": 2}]}}""", value).Should().Be(points);

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
    [InlineData("highest", "7")]
    [InlineData("first", "2")]
    [InlineData("last", "5")]
    public void OfEntriesAboutOneMatterOnlyOneCounts(string keep, string points) =>
        Scheme(Components("""{"value": true}""") + Selection(keep, 1, "reference"))
            .Year(Entry("a", "2026-01-01", "2", reference: "x"), Entry("a", "2026-02-01", "7", reference: "x"), Entry("a", "2026-03-01", "5", reference: "x"))
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

    [Fact]
    public void AnItemsLimitIsKeptBeforeTheComponents()
    {
        var scheme = Scheme($$"""
            "components": [{{Component($$"""
                "limit": {"per": "month", "points": 6, "cites": @C},
                "items": [{{Item("a", """{"value": true}""", """ "limit": {"per": "month", "points": 4, "cites": @C}""")}}, {{Item("b", """{"value": true}""")}}]
                """)}}]
            """);

        scheme.Year(Entry("a", "2026-01-01", "9"), Entry("b", "2026-01-01", "1")).Total.Should().Be((Points)5, "4 + 1");
        scheme.Year(Entry("a", "2026-01-01", "9"), Entry("b", "2026-01-01", "9")).Total.Should().Be((Points)6, "4 + 9, at most 6");
        scheme.Year(Entry("a", "2026-01-31", "9"), Entry("b", "2026-02-01", "9")).Total.Should().Be((Points)10, "4 in January, 6 in February");
    }

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
        Entry?[] entries = [Entry("a", "2026-01-01", "5", reference: "x"), appeal.Length > 0 ? Entry("appeal", appeal, reference: "x") : null, closed.Length > 0 ? Entry("closed", closed, reference: "x") : null];

        scheme.Year([.. entries.OfType<Entry>()]).Total!.Value.ToString().Should().Be(points);
    }

    [Theory]
    [InlineData("2026-06-30", "0")]
    [InlineData("2026-07-01", "5")]
    public void AnEntryExpires(string date, string points) =>
        Scheme(Components("""{"value": true}""") + """, "lapses": [{"id": "old", "of": ["a"], "afterMonths": 6, "cites": @C}]""")
            .Year(Entry("a", date, "5")).Total!.Value.ToString().Should().Be(points);

    private static string Components(string worth) => $$""" "components": [{{Component($$""" "items": [{{Item("a", worth)}}]""")}}]""";

    private static string Selection(string keep, int atMost, string within) =>
        $$""", "selections": [{"id": "s", "items": ["a"], "keep": "{{keep}}", "atMost": {{atMost}}, "within": "{{within}}", "cites": @C}]""";

    private static string Total(string worth, string value) => Scheme(Components(worth)).Year(Entry("a", "2026-01-01", value)).Total!.Value.ToString();
}
