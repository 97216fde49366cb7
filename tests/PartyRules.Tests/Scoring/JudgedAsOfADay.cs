using System.Text.Json;
using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Scoring;

/// <summary>In the middle of a year only what could have happened by then is judged, and the result says so.</summary>
public sealed class JudgedAsOfADay
{
    private static readonly DateOnly March = new(2026, 3, 31);

    [Fact]
    public void MonthsThatAreStillToComeAreNoMonthsWithoutAnEntry()
    {
        var scheme = Finding("""
            {"windows": {"per": "month", "entries": {"of": "a", "count": {"exactly": 0}}, "inARow": true, "count": {"atLeast": 6}}}
            """);

        Found(scheme, null, Entry("a", "2026-01-05")).Should().Be("2026 found");
        Found(scheme, March, Entry("a", "2026-01-05")).Should().BeEmpty("two months are");
        Found(scheme, new DateOnly(2026, 7, 30), Entry("a", "2026-01-05")).Should().BeEmpty("July is not over");
        Found(scheme, new DateOnly(2026, 7, 31), Entry("a", "2026-01-05")).Should().Be("2026 found");
    }

    [Fact]
    public void WhatHoldsWhateverMayComeHoldsInAMonthThatIsNotOver() =>
        Found(
            Finding("""
                {"windows": {"per": "month", "entries": {"of": "a", "count": {"atLeast": 1}}, "inARow": false, "count": {"atLeast": 1}}}
                """),
            new DateOnly(2026, 1, 15),
            Entry("a", "2026-01-05")).Should().Be("2026 found");

    [Theory]
    [InlineData("2026-03-31", 1)]
    [InlineData("2026-03-30", 0)]
    [InlineData("2026-12-31", 1)]
    [InlineData(null, 1)]
    public void ARequirementIsMissedOnceItsWindowIsOver(string? day, int missed)
    {
        var scheme = Scheme(Records + """
            , "requirements": [{"id": "r", "records": ["a"], "take": "count", "per": "month", "atLeast": 1, "unrecorded": "zero",
              "finding": {"code": "missed", "name": @T}, "cites": @C}]
            """);

        Rows(scheme, day is null ? null : DateOnly.Parse(day, null), Entry("a", "2026-01-05"), Entry("a", "2026-02-05"))
            .SelectMany(row => row.Findings).Should().HaveCount(missed);
    }

    [Theory]
    [InlineData("2026-01-31", "")]
    [InlineData("2026-02-01", "2026 late")]
    public void APromiseIsUnansweredOnceItsDaysAreOver(string day, string found) =>
        Found(
            Scheme(Records + """
                , "followUps": [{"id": "f", "promise": "a", "answer": "b", "days": {"atLeast": 0, "atMost": 22},
                  "finding": {"code": "late", "name": @T}, "cites": @C}]
                """),
            DateOnly.Parse(day, null),
            Entry("a", "2026-01-10", reference: "1")).Should().Be(found);

    [Fact]
    public void LaterEntriesDoNotCountAndRoundsThatAreNotOverAreNotAssessed()
    {
        var entries = new[] { Entry("x", "2026-01-05", "1"), Entry("x", "2026-03-31", "2"), Entry("x", "2026-04-01", "4") };

        Rows(Valued("year"), March, entries).Should().ContainSingle().Which.Total.Should().Be((Points)3);
        Rows(Valued("quarter"), March, entries).Select(row => $"{row.Period}").Should().Equal("2026-Q1", "2026");
        Rows(Valued("quarter"), new DateOnly(2026, 3, 30), entries).Select(row => $"{row.Period}").Should().Equal("2026");
    }

    [Fact]
    public void ExpiryGoesByTheDay() =>
        Rows(
            Scheme($$""" "components": [{{Component(Only("x"))}}], "lapses": [{"id": "l", "of": ["x"], "afterMonths": 2, "cites": @C}]"""),
            March,
            Entry("x", "2026-01-31", "1"),
            Entry("x", "2026-02-01", "2")).Single().Total.Should().Be((Points)2);

    [Fact]
    public void TheResultSaysTheDay()
    {
        var row = Rows(Valued("year"), March, Entry("x", "2026-01-05", "1")).Single();

        row.AsOf.Should().Be(March);
        row.ToRecord().AsOf.Should().Be(March);
        JsonSerializer.Serialize(row).Should().Contain("\"asOf\":\"2026-03-31\"");
        JsonSerializer.Deserialize<AssessmentRecord>(JsonSerializer.Serialize(row))!.AsOf.Should().Be(March);
        Explainer.Explain(row, Language.English).Should().Contain("Judged as of 2026-03-31");
        Explainer.Explain(row, Language.ChineseSimplified).Should().Contain("按截至2026-03-31的情况评定");
        Rows(Valued("year"), null, Entry("x", "2026-01-05", "1")).Single().AsOf.Should().BeNull();
    }

    private const string Records = """
        "records": [{"code": "a", "name": @T}, {"code": "b", "name": @T}]
        """;

    private static Scheme Valued(string round) => Scheme($$""" "components": [{{Component(Only("x"))}}]""", round);

    private static Scheme Finding(string when) => Scheme(
        Records + $$""", "outcomes": [{"code": "found", "kind": "finding", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]""");

    private static IReadOnlyList<Assessment> Rows(Scheme scheme, DateOnly? asOf, params Entry[] entries) =>
        new Scorer(scheme, new ScorerOptions { AsOf = asOf, Derivations = true })
            .Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026);

    private static string Found(Scheme scheme, DateOnly? asOf, params Entry[] entries) => string.Join(
        ';', Rows(scheme, asOf, entries).SelectMany(row => row.Findings.Select(finding => $"{row.Period} {finding.Code}")));
}
