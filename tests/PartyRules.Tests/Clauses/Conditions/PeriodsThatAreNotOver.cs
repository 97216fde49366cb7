using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Conditions;

/// <summary>
/// Judged as of a day before the period is over, what holds only because nothing has happened yet does not hold, and its contrary neither:
/// it is undecided. What nothing that may still happen can change is decided.
/// </summary>
public sealed class PeriodsThatAreNotOver
{
    private const string Holds = "holds";
    private const string Fails = "fails";
    private const string Open = "open";

    [Theory]
    [InlineData("""{"exactly": 0}""", 0, Open, Holds)]
    [InlineData("""{"exactly": 0}""", 1, Fails, Fails)]
    [InlineData("""{"atMost": 1}""", 1, Open, Holds)]
    [InlineData("""{"atMost": 1}""", 2, Fails, Fails)]
    [InlineData("""{"below": 2}""", 1, Open, Holds)]
    [InlineData("""{"atLeast": 2}""", 1, Open, Fails)]
    [InlineData("""{"atLeast": 2}""", 2, Holds, Holds)]
    [InlineData("""{"above": 1}""", 2, Holds, Holds)]
    [InlineData("""{"exactly": 2}""", 1, Open, Fails)]
    [InlineData("""{"exactly": 2}""", 2, Open, Holds)]
    [InlineData("""{"atLeast": 1, "atMost": 2}""", 3, Fails, Fails)]
    public void CountsCanOnlyGrow(string range, int entries, string inMarch, string atTheEnd)
    {
        var given = Enumerable.Range(1, entries).Select(day => Entry("a", $"2026-01-{day:00}", "1", reference: $"{day}")).ToArray();

        foreach (var when in new[]
        {
            $$"""{"entries": {"of": "a", "count": {{range}} } }""",
            $$"""{"entries": {"of": "a", "value": {"atLeast": 1}, "count": {{range}} } }""",
            $$"""{"entries": {"of": "a", "sum": {{range}} } }""",
            $$"""{"entries": {"of": "a", "distinct": {{range}} } }""",
            $$"""{"run": {"of": ["a"], "brokenBy": ["b"], "count": {{range}} } }""",
            $$"""
            {"windows": {"per": "reference", "entries": {"of": "a", "count": {"atLeast": 1} }, "inARow": false, "count": {{range}} } }
            """,
        })
        {
            Decided(when, "2026-03-31", given).Should().Be(inMarch, when);
            Decided(when, "2026-12-30", given).Should().Be(inMarch, when);
            Decided(when, "2026-12-31", given).Should().Be(atTheEnd, when);
            Decided(when, null, given).Should().Be(atTheEnd, when);
        }
    }

    [Theory]
    [InlineData("2026-03-31", 3, Holds)]
    [InlineData("2026-03-30", 3, Open)]
    [InlineData("2026-03-30", 2, Holds)]
    [InlineData("2026-08-31", 7, Holds)]
    public void WindowsThatAreOverWithoutAnEntryAreDecided(string day, int atLeast, string decided) =>
        Decided(Months("""{"exactly": 0}""", $$"""{"atLeast": {{atLeast}} }"""), day).Should().Be(decided);

    [Theory]
    [InlineData("""{"atMost": 2}""", "2026-03-31", Fails, "three are without one already")]
    [InlineData("""{"atMost": 3}""", "2026-03-31", Open, "nine may still be")]
    [InlineData("""{"atMost": 11}""", "2026-01-15", Open, "January may yet have one, or none")]
    [InlineData("""{"atMost": 12}""", "2026-03-31", Holds, "a year has no more")]
    [InlineData("""{"exactly": 3}""", "2026-12-30", Fails, "eleven are without one already")]
    public void AsManyWindowsAsThereAreMayStillCome(string range, string day, string decided, string because) =>
        Decided(Months("""{"exactly": 0}""", range), day).Should().Be(decided, because);

    [Fact]
    public void AMonthThatHasWhatItNeedsMayNoLongerBeWithout()
    {
        var when = Months("""{"exactly": 0}""", """{"atLeast": 12}""");

        Decided(when, "2026-01-15").Should().Be(Open);
        Decided(when, "2026-01-15", Entry("a", "2026-01-10", "1")).Should().Be(Fails);
    }

    [Theory]
    [InlineData(4, "2026-10-31", Holds, "July to October")]
    [InlineData(5, "2026-10-31", Open, "November may be one more")]
    [InlineData(6, "2026-10-31", Open, "July to December")]
    [InlineData(7, "2026-10-31", Fails, "no more than six are left")]
    public void ARowMayGoOnIntoTheMonthsToCome(int atLeast, string day, string decided, string because) =>
        Decided(
            Months("""{"exactly": 0}""", $$"""{"atLeast": {{atLeast}} }""", inARow: true),
            day,
            [.. Enumerable.Range(1, 6).Select(month => Entry("a", $"2026-{month:00}-05", "1"))]).Should().Be(decided, because);

    [Fact]
    public void ADayBeforeThePeriodDecidesNothing() =>
        Decided(Months("""{"exactly": 0}""", """{"exactly": 0}"""), "2025-06-30").Should().Be(Open);

    [Fact]
    public void AReferenceMayCeaseToBeAsAskedWhereThereIsAnEndToThat()
    {
        const string when = """
            {"windows": {"per": "reference", "entries": {"of": "a", "count": {"exactly": 1} }, "inARow": false, "count": {"atLeast": 1} } }
            """;
        var given = Entry("a", "2026-01-05", "1", reference: "r");

        Decided(when, "2026-03-31", given).Should().Be(Open);
        Decided(when, "2026-12-31", given).Should().Be(Holds);
    }

    [Theory]
    [InlineData("all", "2026-03-31", Open)]
    [InlineData("all", null, Fails)]
    [InlineData("any", "2026-03-31", Holds)]
    public void OfSeveralPartsWhatDecidesThemAllDecides(string how, string? day, string decided) =>
        Decided(
            $$"""
            { "{{how}}": [{"entries": {"of": "a", "count": {"atLeast": 1} } }, {"entries": {"of": "b", "count": {"atLeast": 1} } }]}
            """,
            day,
            Entry("a", "2026-01-05", "1", reference: "r")).Should().Be(decided);

    [Fact]
    public void OfSeveralPartsOneThatFailsIsEnough() =>
        Decided(
            """{"all": [{"entries": {"of": "a", "count": {"exactly": 0} } }, {"entries": {"of": "b", "count": {"exactly": 0} } }]}""",
            "2026-03-31",
            Entry("a", "2026-01-05", "1", reference: "r")).Should().Be(Fails);

    [Theory]
    [InlineData("2026-05-31", "assessed")]
    [InlineData("2026-12-31", "exempt")]
    public void NobodyIsExemptForWhatMayStillCome(string day, string status)
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("x"))}}], "records": [{"code": "a", "name": @T}],
            "exemptions": [{"id": "e", "name": @T, "when": {"entries": {"of": "a", "count": {"exactly": 0} } }, "cites": @C}]
            """);

        Rows(scheme, day).Single().Status.ToString().Should().BeEquivalentTo(status);
    }

    [Theory]
    [InlineData("2026-05-31", 10)]
    [InlineData("2026-12-31", 5)]
    public void PointsAreNotMultipliedForWhatMayStillCome(string day, int total)
    {
        var scheme = Scheme($$"""
            "records": [{"code": "a", "name": @T}],
            "components": [{{Component(Only("x") + """
                , "multipliers": [{"percent": 50, "when": {"entries": {"of": "a", "count": {"exactly": 0} } }, "cites": @C}]
                """)}}]
            """);

        Rows(scheme, day, Entry("x", "2026-01-05", "10")).Single().Total.Should().Be((Points)total);
    }

    [Theory]
    [InlineData("2026-07-31", "")]
    [InlineData("2026-12-31", "never")]
    public void MarksOfRoundsToComeAreNotMissing(string day, string found)
    {
        var scheme = Scheme(
            $$"""
            "components": [{{Component(Only("x"))}}],
            "marks": [{"id": "m", "name": @T, "when": {"total": {"atLeast": 5} }, "cites": @C}],
            "outcomes": [{"code": "never", "kind": "finding", "name": @T, "on": "year",
              "when": {"times": {"of": "m", "count": {"exactly": 0} } }, "cites": @C}]
            """,
            "half-year");

        Codes(Rows(scheme, day, Entry("x", "2026-01-05", "1"), Entry("x", "2026-09-05", "1"))[^1].Findings).Should().Be(found);
    }

    [Fact]
    public void TheAccountSaysWhatIsNotDecided()
    {
        var row = Rows(Finding("""{"entries": {"of": "a", "count": {"exactly": 0} } }"""), "2026-03-31").Single();

        Explainer.Explain(row, Language.English).Should()
            .Contain("total, grade and place are those of this day")
            .And.Contain("asks for entries of \"Example\" = 0, which is not decided before the period is over [t/c]");
        Explainer.Explain(row, Language.ChineseSimplified).Should().Contain("期满之前尚不能判定［t/c］");
        Explainer.WhyNot(row, "found", Language.English).Should().Contain("which is not decided before the period is over.");
        Explainer.WhyNot(row, "found", Language.ChineseSimplified).Should().Contain("期满之前尚不能判定。");
    }

    private static string Months(string count, string range, bool inARow = false) => $$"""
        {"windows": {"per": "month", "entries": {"of": "a", "count": {{count}} }, "inARow": {{(inARow ? "true" : "false")}},
            "count": {{range}} } }
        """;

    /// <summary>Whether a condition or its contrary is found to hold, or neither.</summary>
    private static string Decided(string when, string? day, params Entry[] entries)
    {
        var (holds, fails) = (Found(when, day, entries), Found($$"""{"not": {{when}} }""", day, entries));
        return holds && !fails ? Holds : fails && !holds ? Fails : !holds && !fails ? Open : "both";
    }

    private static bool Found(string when, string? day, Entry[] entries) =>
        Rows(Finding(when), day, entries).Single().Findings.Count > 0;

    private static Scheme Finding(string when) => Scheme($$"""
        "records": [{"code": "a", "name": @T}, {"code": "b", "name": @T}], "components": [],
        "outcomes": [{"code": "found", "kind": "finding", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
        """);

    private static IReadOnlyList<Assessment> Rows(Scheme scheme, string? day, params Entry[] entries) =>
        new Scorer(scheme, new ScorerOptions { AsOf = day is null ? null : DateOnly.Parse(day, null), Derivations = true })
            .Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026);
}
