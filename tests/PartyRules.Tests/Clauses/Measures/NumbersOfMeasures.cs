using PartyRules.Explanations;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Measures;

/// <summary>Measures that are made of others: added up, taken away, kept within bounds, in a row over the turn of a year.</summary>
public sealed class NumbersOfMeasures
{
    private const string Hours = """{"id": "hours", "name": @T, "entries": {"of": "h", "take": "sum"}, "cites": @C}""";
    private const string Leave = """{"id": "leave", "name": @T, "entries": {"of": "l", "take": "count"}, "cites": @C}""";

    private const string ByMeasure = """
        "adjustments": [
          {"id": "x", "name": @T, "effect": "add", "measure": "x", "perUnit": {"points": 1, "unit": 1, "part": "share"}, "cites": @C}
        ]
        """;

    private static readonly Entry[] Week =
        [Entry("h", "2026-01-05", "9.5"), Entry("h", "2026-01-06", "8"), Entry("h", "2026-01-07", "3"), Entry("l", "2026-01-08")];

    [Theory]
    [InlineData("""{"of": "hours"}, {"of": "leave"}""", "21.5")]
    [InlineData("""{"of": "hours"}, {"of": "leave", "times": -8}""", "12.5")]
    [InlineData("""{"of": "hours", "times": 0.5}, {"number": 4}""", "14.25")]
    [InlineData("""{"of": "hours"}, {"number": 40, "times": -0.5}""", "0.5")]
    public void TermsAreAddedUpEachAsManyTimesAsStated(string terms, string number) =>
        Total([Hours, Leave, $$"""{"id": "x", "name": @T, "sum": [{{terms}}], "cites": @C}"""], Week).Should().Be(number);

    [Theory]
    [InlineData(""" "minimum": 0 """, "20", "1.5")]
    [InlineData(""" "minimum": 0 """, "30", "0")]
    [InlineData(""" "minimum": 2, "maximum": 10 """, "20", "2")]
    [InlineData(""" "maximum": 10 """, "5", "10")]
    public void ANumberIsKeptWithinItsBounds(string bounds, string less, string number) => Total(
        [
            Hours, Leave,
            $$"""{"id": "x", "name": @T, "sum": [{"of": "hours"}, {"number": -{{less}}}, {"of": "leave"}], {{bounds}}, "cites": @C}""",
        ],
        Week)
        .Should().Be(number);

    [Fact]
    public void AtMostSoMuchOfADayCountsInTheSumOfAllDays() => Total(
        [
            """{"id": "hours", "name": @T, "entries": {"of": "h", "take": "sum"}, "maximum": 8, "cites": @C}""",
            """{"id": "x", "name": @T, "windows": {"per": "day", "of": "hours", "take": "sum"}, "cites": @C}""",
        ],
        Week)
        .Should().Be("19");

    [Theory]
    [InlineData("", "2")]
    [InlineData(""", "lookBackMonths": 1""", "3")]
    [InlineData(""", "lookBackMonths": 3""", "5")]
    [InlineData(""", "lookBackMonths": 12""", "5")]
    public void ARowOfMonthsMayReachOverNewYear(string lookBack, string number) => Total(
        [
            Hours,
            $$"""
            {"id": "x", "name": @T, "windows": {"per": "month", "of": "hours", "take": "streak", "number": {"atLeast": 4}{{lookBack}}},
             "cites": @C}
            """,
        ],
        [
            Entry("h", "2025-08-31", "4"), Entry("h", "2025-10-01", "4"), Entry("h", "2025-11-30", "4"), Entry("h", "2025-12-31", "4"),
            Entry("h", "2026-01-01", "4"), Entry("h", "2026-02-28", "4"), Entry("h", "2026-03-01", "3.9"), Entry("h", "2026-05-01", "4"),
        ])
        .Should().Be(number);

    [Fact]
    public void WindowsBeforeAnythingIsRecordedAreNotLookedAt() => Total(
        [
            Hours,
            """
            {"id": "x", "name": @T, "cites": @C,
             "windows": {"per": "month", "of": "hours", "take": "count", "number": {"atMost": 0}, "lookBackMonths": 12}}
            """,
        ],
        [Entry("h", "2025-11-01", "4"), .. Enumerable.Range(1, 12).Select(month => Entry("h", $"2026-{month:00}-01", "4"))])
        .Should().Be("1", "December alone");

    [Theory]
    [InlineData("0.5", "10")]
    [InlineData("-0.5", "20")]
    public void WhatMayOnlyGrowIsDecidedOnceThePeriodIsOverAndTheOthersStandAsTheyAre(string times, string soFar)
    {
        var scheme = Read(
            [Hours, Leave, $$"""{"id": "x", "name": @T, "sum": [{"of": "hours"}, {"of": "leave", "times": {{times}}}], "cites": @C}"""],
            """ "multipliers": [{"factor": 2, "when": {"measure": {"of": "x", "number": {"atMost": 21}}}, "cites": @C}]""",
            start: 10);

        new Scorer(scheme, new ScorerOptions { AsOf = new DateOnly(2026, 1, 31) })
            .Score([new Subject { Id = "m1", Kind = "member" }], Week, 2026).Single().Total.Should().Be(Points.Parse(soFar));
        scheme.Year(Week).Total.Should().Be((Points)20);
    }

    [Theory]
    [InlineData(Language.English, "Example (20.5)", "Example (1) times -8", "12.5, and so its maximum: 10")]
    [InlineData(Language.ChineseSimplified, "示例（20.5）", "示例（1）的-8倍", "为12.5，按最大值取10")]
    public void TheAccountTellsTheTermsAndTheBound(Language language, params string[] told)
    {
        var scheme = Read(
        [
            Hours, Leave,
            """{"id": "x", "name": @T, "sum": [{"of": "hours"}, {"of": "leave", "times": -8}], "maximum": 10, "cites": @C}""",
        ]);

        var year = new Scorer(scheme, new ScorerOptions { Derivations = true })
            .Score([new Subject { Id = "m1", Kind = "member" }], Week, 2026).Single();

        Explainer.Explain(year, language).Should().ContainAll(told);
    }

    private static string Total(IReadOnlyList<string> measures, Entry[] entries) => Read(measures).Year(entries).Total!.Value.ToString();

    private static Scheme Read(IReadOnlyList<string> measures, string more = ByMeasure, int start = 0) => Scheme($$"""
        "records": [{"code": "h", "name": @T, "valueRequired": true}, {"code": "l", "name": @T}, {"code": "g", "name": @T}],
        "measures": [{{string.Join(", ", measures)}}],
        "components": [{
          "id": "c", "name": @T, "start": {{start}}, "minimum": null, "maximum": null, {{Only("i")}}, {{more}}, "cites": @C
        }]
        """);
}
