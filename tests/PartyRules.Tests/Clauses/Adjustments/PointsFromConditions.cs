using System.Globalization;
using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Adjustments;

/// <summary>What a component gives or takes where something holds, or by what a measure is.</summary>
public sealed class PointsFromConditions
{
    private const string Records =
        """ "records": [{"code": "act", "name": @T}, {"code": "h", "name": @T, "valueRequired": true}]""";

    private const string Hours =
        """ "measures": [{"id": "hours", "name": {"zh-Hans": "时长", "en": "Hours"}, "entries": {"of": "h", "take": "sum"}, "cites": @C}]""";

    private const string Nothing = """ "when": {"entries": {"of": "act", "count": {"exactly": 0}}}""";

    /// <summary>A promise of March that is kept in April is one of the second quarter, as its measure looks back.</summary>
    [Theory]
    [InlineData("2026-03-28", "2026-04-02", "1")]
    [InlineData("2026-03-28", "2026-04-20", "0")]
    [InlineData("2026-02-20", "2026-04-02", "0")]
    [InlineData("2026-04-01", "2026-04-08", "1")]
    public void WhatIsAskedOfEachReferenceLooksBack(string reported, string closed, string total)
    {
        var scheme = Scheme(
            $$"""
            "records": [{"code": "r", "name": @T}, {"code": "d", "name": @T}],
            "procedures": [{
              "id": "p", "name": @T, "byReference": true, "lookBackMonths": 1, "cites": @C,
              "steps": [{"record": "r"}, {"record": "d", "withinDays": 7}], "early": {"counts": false}, "late": {"counts": false}
            }],
            "measures": [{"id": "done", "name": @T, "procedure": "p", "cites": @C}],
            "components": [{{Component("""
              "items": [], "adjustments": [{
                "id": "x", "name": @T, "effect": "add", "per": "reference", "measure": "done", "cites": @C,
                "bands": {"kind": "steps", "of": [{"from": 2, "points": 1}]}
              }]
              """)}}]
            """,
            "quarter");
        Entry[] entries = [Entry("r", reported, reference: "a"), Entry("d", closed, reference: "a")];

        new Scorer(scheme).Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026)
            .Single(row => row.Period.ToString() == "2026-Q2").Total.Should().Be(Points.Parse(total));
    }

    [Theory]
    [InlineData(0, "-2")]
    [InlineData(1, "0")]
    public void PointsAreTakenWhereSomethingIsNotDone(int acts, string total) =>
        Total(Adjusted($$""" "effect": "deduct", "points": 2, {{Nothing}}"""), Many("act", acts)).Should().Be(total);

    [Theory]
    [InlineData(new[] { "2026-01-01" }, "-22")]
    [InlineData(new[] { "2026-01-31", "2026-02-01" }, "-20")]
    [InlineData(new[] { "2026-01-01", "2026-01-31" }, "-22")]
    public void EachMonthWithoutAnythingIsLookedAtByItself(string[] days, string total) =>
        Total(
            Adjusted($$""" "effect": "deduct", "per": "month", "points": 2, {{Nothing}}"""),
            days.Select(day => Entry("act", day)))
            .Should().Be(total, "-2 * (12 - months with an entry)");

    [Fact]
    public void EachWeekWithoutAnythingIsLookedAtByItself() =>
        Total(
            Adjusted($$""" "effect": "deduct", "per": "week", "points": 1, {{Nothing}}"""),
            [Entry("act", "2026-01-04"), Entry("act", "2026-01-05")])
            .Should().Be("-51", "2026 has parts of 53 weeks, of which the 4th and the 5th of January are in two");

    [Fact]
    public void ItTakesAtMostWhatIsStatedAltogether() =>
        Total(Adjusted($$""" "effect": "deduct", "per": "month", "points": 2, "atMost": 5, {{Nothing}}""")).Should().Be("-5");

    [Theory]
    [InlineData("59.999999", "0")]
    [InlineData("60", "1")]
    [InlineData("119.999999", "1")]
    [InlineData("120", "1")]
    [InlineData("120.000001", "3")]
    public void WhatAddsUpIsBanded(string hours, string total) =>
        Total(
            Adjusted("""
                "effect": "add", "measure": "hours", "bands": {"kind": "steps", "of": [
                  {"from": 60, "points": 1}, {"above": 120, "points": 3}]}
                """),
            [Entry("h", "2026-01-05", "10"), Entry("h", "2026-02-05", (Points.Parse(hours) - 10).ToString())])
            .Should().Be(total);

    [Theory]
    [InlineData("29", "0")]
    [InlineData("30", "2")]
    public void EachDayIsAddedUpAndBandedByItself(string second, string total) =>
        Total(
            Adjusted(
                """ "effect": "add", "per": "day", "measure": "hours", "bands": {"kind": "steps", "of": [{"from": 60, "points": 2}]}"""),
            [Entry("h", "2026-01-05", "30", reference: "morning"), Entry("h", "2026-01-05", second), Entry("h", "2026-01-06", "59")])
            .Should().Be(total);

    [Theory]
    [InlineData("marginal", "14", "3.2")]
    [InlineData("steps", "14", "0.1")]
    public void BandsAreReadAsStated(string kind, string hours, string total) =>
        Total(
            Adjusted($$$"""
                "effect": "add", "measure": "hours", "bands": {"kind": "{{{kind}}}", "of": [
                  {"from": 0, "points": 0.28}, {"from": 10, "points": 0.1}]}
                """),
            [Entry("h", "2026-01-05", hours)])
            .Should().Be(total, "10 * 0.28 + 4 * 0.1 where marginal");

    [Theory]
    [InlineData("nothing", "2")]
    [InlineData("share", "2.9")]
    public void EachUnitOfAMeasureCounts(string part, string total) =>
        Total(
            Adjusted($$"""
                "effect": "add", "measure": "hours", "perUnit": {"points": 1, "unit": 10, "part": "{{part}}" }
                """),
            [Entry("h", "2026-01-05", "29")]).Should().Be(total);

    [Fact]
    public void EntriesUnderEachReferenceAreLookedAtByThemselves() =>
        Total(
            Adjusted("""
                "effect": "add", "per": "reference", "measure": "hours", "bands": {"kind": "steps", "of": [{"from": 10, "points": 5}]}
                """),
            [
                Entry("h", "2026-01-05", "6", reference: "p"), Entry("h", "2026-02-05", "4", reference: "p"),
                Entry("h", "2026-02-05", "9", reference: "q"), Entry("h", "2026-02-05", "10", reference: "r"),
            ]).Should().Be("10");

    [Theory]
    [InlineData("rural", "40", "6")]
    [InlineData("rural", "39", "3")]
    [InlineData("urban", "40", "1")]
    public void OneRowOfATableApplies(string category, string hours, string total)
    {
        var scheme = Adjusted(
            """
            "effect": "add", "rows": [
              {"when": {"all": [{"category": ["rural"]}, {"measure": {"of": "hours", "number": {"atLeast": 40}}}]}, "points": 6},
              {"when": {"all": [{"category": ["rural"]}, {"measure": {"of": "hours", "number": {"below": 40}}}]}, "points": 3}
            ], "otherwise": 1
            """,
            """ "rural": @T, "urban": @T""");
        var subject = new Subject { Id = "m1", Kind = "member", Category = category };

        scheme.Year(subject, [], Entry("h", "2026-01-05", hours)).Total!.Value.ToString().Should().Be(total);
    }

    [Theory]
    [InlineData("""{"category": ["rural"]}""", """{"category": ["urban"]}""", true)]
    [InlineData("""{"category": ["rural"]}""", """{"category": ["urban", "rural"]}""", false)]
    [InlineData("""{"category": ["rural"]}""", """{"not": {"category": ["urban", "rural"]}}""", true)]
    [InlineData("""{"category": ["rural"]}""", """{"not": {"category": ["urban"]}}""", false)]
    [InlineData("""{"attribute": {"of": "post", "is": ["a"]}}""", """{"attribute": {"of": "post", "is": ["b"]}}""", true)]
    [InlineData("""{"attribute": {"of": "post", "is": ["a"]}}""", """{"attribute": {"of": "grade", "is": ["b"]}}""", false)]
    [InlineData("""{"entries": {"of": "act", "count": {"atMost": 1}}}""", """{"entries": {"of": "act", "count": {"above": 1}}}""", true)]
    [InlineData("""{"entries": {"of": "act", "count": {"atMost": 1}}}""", """{"entries": {"of": "act", "count": {"atLeast": 1}}}""", false)]
    [InlineData(
        """{"measure": {"of": "hours", "number": {"below": 1}}}""", """{"measure": {"of": "hours", "number": {"atLeast": 1}}}""", true)]
    [InlineData(
        """{"measure": {"of": "hours", "number": {"atMost": 1}}}""", """{"measure": {"of": "hours", "number": {"atLeast": 1}}}""", false)]
    [InlineData(
        """{"any": [{"category": ["rural"]}, {"entries": {"of": "act", "count": {"exactly": 0}}}]}""",
        """{"all": [{"category": ["urban"]}, {"entries": {"of": "act", "count": {"exactly": 1}}}]}""",
        true)]
    [InlineData(
        """{"any": [{"category": ["rural"]}, {"entries": {"of": "h", "count": {"exactly": 0}}}]}""",
        """{"all": [{"category": ["urban"]}, {"entries": {"of": "act", "count": {"exactly": 1}}}]}""",
        false)]
    public void RowsThatMayHoldTogetherAreRefused(string one, string other, bool areApart)
    {
        var rows = $$""" "rows": [{"when": {{one}}, "points": 1}, {"when": {{other}}, "points": 2}], "otherwise": 0""";
        var read = FluentActions.Invoking(() => Adjusted($$""" "effect": "add", {{rows}}""", """ "rural": @T, "urban": @T"""));

        if (areApart)
            read.Should().NotThrow();
        else
            read.Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle(
                problem => problem.Code == "scheme.rows-overlap" && problem.Location.Path == "$.components[0].adjustments[0].rows[1].when");
    }

    [Theory]
    [InlineData("2026-02-27", "-2")]
    [InlineData("2026-02-28", "-4")]
    [InlineData("2026-03-31", "-4")]
    [InlineData("2026-04-30", "-6")]
    public void AMonthThatIsNotOverIsNotMissed(string asOf, string total)
    {
        var scheme = Adjusted($$""" "effect": "deduct", "per": "month", "points": 2, {{Nothing}}""");

        AsOf(scheme, asOf, Entry("act", "2026-03-31"), Entry("act", "2026-05-01")).Should().Be(total);
    }

    [Theory]
    [InlineData("add", "2026-06-30", "1")]
    [InlineData("deduct", "2026-06-30", "0")]
    [InlineData("add", "2026-12-31", "3")]
    [InlineData("deduct", "2026-12-31", "-3")]
    public void AMeasureThatMayStillGrowCountsWhatIsSure(string effect, string asOf, string total)
    {
        var bands = effect == "add"
            ? """[{"from": 0, "points": 0}, {"from": 10, "points": 1}, {"from": 20, "points": 3}]"""
            : """[{"from": 0, "points": 5}, {"from": 20, "points": 3}, {"from": 40, "points": 0}]""";
        var scheme = Adjusted($$"""
            "effect": "{{effect}}", "measure": "hours", "bands": {"kind": "steps", "of": {{bands}} }
            """);

        AsOf(scheme, asOf, Entry("h", "2026-05-01", "12"), Entry("h", "2026-07-01", "12")).Should().Be(total);
    }

    [Fact]
    public void MonthsBeforeTheSchemeBeginsAreNotMissed()
    {
        var scheme = Adjusted($$""" "effect": "deduct", "per": "month", "points": 2, {{Nothing}}""", from: "2026-11-15");

        Total(scheme).Should().Be("-4", "November and December end after the scheme began");
    }

    [Fact]
    public void InAYearThatChangesItsSchemeAMonthGoesByItsLastDay()
    {
        var scheme = Adjusted(
            $$"""
            "effect": "deduct", "per": "month", "points": [{"is": 2}, {"is": 1, "from": "2026-01-01", "to": "2026-03-15"}],
            "atMost": 21, {{Nothing}}
            """);

        Total(scheme, [Entry("act", "2026-12-01")]).Should().Be("-20", "January and February take 1, March to November 2");
        Total(scheme).Should().Be("-21", "22, of which what it takes at most is kept over the year");
    }

    [Fact]
    public void RoundsAreLookedAtByThemselves()
    {
        var scheme = Scheme(
            $$""" "components": [{{Member($"\"effect\": \"deduct\", \"per\": \"month\", \"points\": 2, {Nothing}")}}], {{Records}}""",
            round: "quarter");

        new Scorer(scheme).Score([new Subject { Id = "m1", Kind = "member" }], [Entry("act", "2026-02-01")], 2026)
            .Where(row => row.Period.Kind == PeriodKind.Quarter).Select(row => $"{row.Period} {row.Total}")
            .Should().Equal("2026-Q1 -4");
    }

    [Fact]
    public void TheExplanationNamesConditionWindowMeasureAndBand()
    {
        var scheme = Scheme($$$"""
            {{{Hours}}},
            "components": [{"id": "c", "name": @T, "start": 0, "minimum": -100, "maximum": 100, "items": [], "cites": @C, "adjustments": [
              {"id": "idle", "name": {"zh-Hans": "空月", "en": "Idle month"}, "effect": "deduct", "per": "half-year", "points": 2,
               "atMost": 3, {{{Nothing}}}, "cites": @C},
              {"id": "long", "name": {"zh-Hans": "时长", "en": "Long hours"}, "effect": "add", "measure": "hours",
               "bands": {"kind": "steps", "of": [{"from": 60, "points": 1}, {"above": 120, "points": 3}]}, "cites": @C},
              {"id": "act", "name": {"zh-Hans": "活动", "en": "Acted"}, "effect": "add", "points": 4,
               "when": {"entries": {"of": "act", "count": {"atLeast": 1}} }, "cites": @C}
            ]}],
            {{{Records}}}
            """);

        scheme.Explained(Entry("h", "2026-01-05", "130")).Should().Contain("""
                2026-H1 Idle month: -2, as entries of "Example" = 0. [t/c, a choice] Example
                2026-H2 Idle month: -1 of 2, as entries of "Example" = 0; it counts at most 3 altogether. [t/c, a choice] Example
                2026 Long hours: +3, as "Hours" is 130 (above 120: 3). [t/c, a choice] Example
            """.ReplaceLineEndings("\n")).And.Contain("Acted: asks for entries of \"Example\" ≥ 1 [t/c]");
    }

    private static string Member(string adjustment, string id = "c") => $$"""
        {"id": "{{id}}", "name": @T, "start": 0, "minimum": -1000, "maximum": 1000, "items": [], "cites": @C,
         "adjustments": [{"id": "x", "name": @T, {{adjustment}}, "cites": @C}]}
        """;

    private static Scheme Adjusted(string adjustment, string categories = "", string more = "", string from = "2020-01-01") =>
        SchemeReader.Read(
            Encoding.UTF8.GetBytes(Expand($$"""
                {"id": "t", "version": "1", "effective": {"from": "{{from}}"}, "name": @T, "source": @T,
                 "subjects": {"kind": "member", "categories": { {{categories}} },
                   "attributes": {"post": {"name": @T, "kind": "text"}, "grade": {"name": @T, "kind": "text"} } },
                 "round": "year", "rounding": {"mode": "half-up", "places": 2}, {{more}} {{Hours}},
                 "components": [{{Member(adjustment)}}], {{Records}} }
                """)),
            "draft.json");

    private static string Total(Scheme scheme, IEnumerable<Entry>? entries = null) =>
        scheme.Year([.. entries ?? []]).Total!.Value.ToString();

    private static string AsOf(Scheme scheme, string asOf, params Entry[] entries) =>
        new Scorer(scheme, new ScorerOptions { AsOf = DateOnly.Parse(asOf, CultureInfo.InvariantCulture) })
            .Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026)[^1].Total!.Value.ToString();

    private static IEnumerable<Entry> Many(string code, int count) =>
        Enumerable.Range(1, count).Select(day => Entry(code, $"2026-01-{day:00}"));
}
