using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Validation;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Measures;

/// <summary>What measures make of entries, windows, columns and results, each with a condition on either side of a bound.</summary>
public sealed class NumbersOfASubject
{
    private const string Records =
        """ "records": [{"code": "h", "name": @T, "valueRequired": true}, {"code": "p", "name": @T}, {"code": "q", "name": @T}]""";

    private const string Doubled =
        """ "multipliers": [{"factor": 2, "when": {"measure": {"of": "x", "number": {"above": 1}}}, "cites": @C}]""";

    private static readonly Entry[] Hours =
        [Entry("h", "2026-01-05", "2"), Entry("h", "2026-01-05", "3.5"), Entry("h", "2026-02-01", "7"), Entry("h", "2026-12-31", "7")];

    [Theory]
    [InlineData("count", "4")]
    [InlineData("sum", "19.5")]
    [InlineData("average", "4.875")]
    [InlineData("lowest", "2")]
    [InlineData("highest", "7")]
    public void EntriesAreTakenTogether(string take, string number) =>
        Is($$"""{"id": "x", "name": @T, "entries": {"of": "h", "take": "{{take}}"}, "cites": @C}""", number, Hours);

    [Theory]
    [InlineData("sum", 1, 1, "10.5")]
    [InlineData("average", 1, 1, "5.25")]
    [InlineData("average", 0, 2, "2.75")]
    [InlineData("average", 2, 2, null)]
    [InlineData("average", 4, 4, null)]
    [InlineData("sum", 4, 0, "0")]
    public void TheLowestAndTheHighestMayBeLeftOut(string take, int lowest, int highest, string? number) =>
        Is(
            $$"""
            {"id": "x", "name": @T, "entries": {"of": "h", "take": "{{take}}", "withoutLowest": {{lowest}}, "withoutHighest": {{highest}}},
             "cites": @C}
            """,
            number,
            Hours);

    [Theory]
    [InlineData("count", "0")]
    [InlineData("sum", "0")]
    [InlineData("average", null)]
    [InlineData("lowest", null)]
    [InlineData("highest", null)]
    public void WithoutEntriesThereIsACountAndASumAndNothingElse(string take, string? number) =>
        Is($$"""{"id": "x", "name": @T, "entries": {"of": "h", "take": "{{take}}"}, "cites": @C}""", number);

    [Fact]
    public void ReferencesAreCountedOnce() =>
        Is(
            """{"id": "x", "name": @T, "entries": {"anyOf": ["p", "q"], "take": "distinct"}, "cites": @C}""",
            "2",
            Entry("p", "2026-01-01", reference: "a"),
            Entry("q", "2026-01-01", reference: "a"),
            Entry("q", "2026-01-02", reference: "b"));

    [Theory]
    [InlineData("highest", "", "7")]
    [InlineData("lowest", "", "0")]
    [InlineData("sum", "", "19.5")]
    [InlineData("count", """, "number": {"atLeast": 5.5}""", "3")]
    [InlineData("count", """, "number": {"above": 5.5}""", "2")]
    public void AMeasureIsTakenInEachDay(string take, string number, string expected) =>
        Is(
            $$"""
            {"id": "day", "name": @T, "entries": {"of": "h", "take": "sum"}, "cites": @C},
            {"id": "x", "name": @T, "windows": {"per": "day", "of": "day", "take": "{{take}}"{{number}}}, "cites": @C}
            """,
            expected,
            Hours);

    [Fact]
    public void MonthsWithoutAnEntryMakeARow() =>
        Is(
            """
            {"id": "month", "name": @T, "entries": {"of": "h", "take": "count"}, "cites": @C},
            {"id": "x", "name": @T, "windows": {"per": "month", "of": "month", "take": "streak", "number": {"exactly": 0}}, "cites": @C}
            """,
            "9",
            Hours);

    [Fact]
    public void AMonthInWhichTheMeasureIsNotKnownIsPassedOver() =>
        Is(
            """
            {"id": "month", "name": @T, "entries": {"of": "h", "take": "highest"}, "cites": @C},
            {"id": "x", "name": @T, "windows": {"per": "month", "of": "month", "take": "average"}, "cites": @C}
            """,
            "5.8333333",
            [.. Hours, Entry("h", "2026-12-30", "1")]);

    [Fact]
    public void AMeasureIsTakenUnderEachReference() =>
        Is(
            """
            {"id": "of-one", "name": @T, "entries": {"of": "h", "take": "sum"}, "cites": @C},
            {"id": "x", "name": @T, "windows": {"per": "reference", "of": "of-one", "take": "highest"}, "cites": @C}
            """,
            "5",
            Entry("h", "2026-01-01", "4", reference: "a"),
            Entry("h", "2026-03-01", "1", reference: "a"),
            Entry("h", "2026-03-01", "4.5", reference: "b"));

    [Theory]
    [InlineData(2, 1, "percent", "66.666666666")]
    [InlineData(2, 1, "number", "0.666666666")]
    [InlineData(4, 1, "percent", "80")]
    [InlineData(0, 1, "percent", "0")]
    [InlineData(0, 0, "percent", null)]
    public void OneMeasureIsDividedByAnother(int present, int absent, string told, string? number)
    {
        var sections = $$"""
            {"id": "present", "name": @T, "entries": {"of": "p", "take": "count"}, "cites": @C},
            {"id": "called", "name": @T, "entries": {"anyOf": ["p", "q"], "take": "count"}, "cites": @C},
            {"id": "x", "name": @T, "ratio": {"of": "present", "by": "called", "as": "{{told}}"}, "cites": @C}
            """;

        Is(sections, number, [.. Many("p", present), .. Many("q", absent)]);
    }

    [Theory]
    [InlineData("1966-12-31", "years", "last-day", "60")]
    [InlineData("1967-01-01", "years", "last-day", "59")]
    [InlineData("1966-01-01", "years", "first-day", "60")]
    [InlineData("1966-01-02", "years", "first-day", "59")]
    [InlineData("2026-11-30", "months", "last-day", "1")]
    [InlineData("2026-12-01", "months", "last-day", "0")]
    [InlineData("2026-12-30", "days", "last-day", "1")]
    [InlineData("2026-12-31", "days", "last-day", "0")]
    [InlineData("2027-01-01", "days", "last-day", null)]
    [InlineData("", "years", "last-day", null)]
    public void TheTimeSinceADateIsCounted(string date, string unit, string day, string? number) =>
        Is(
            $$"""{"id": "x", "name": @T, "since": {"of": "born", "in": "{{unit}}", "on": "{{day}}"}, "cites": @C}""",
            number,
            new Dictionary<string, string> { ["born"] = date });

    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("", null)]
    public void AColumnIsANumber(string text, string? number) =>
        Is("""{"id": "x", "name": @T, "attribute": "staff", "cites": @C}""", number, new Dictionary<string, string> { ["staff"] = text });

    [Theory]
    [InlineData("total", "81.5")]
    [InlineData("rank", "3")]
    public void AnotherResultHasNumbers(string take, string number)
    {
        var scheme = Read(
            $$"""{"id": "x", "name": @T, "result": {"of": "before", "take": "{{take}}"}, "cites": @C}""",
            number,
            """ "inputs": [{"id": "before", "name": @T, "scheme": "t", "yearsBefore": 1, "from": "self", "cites": @C}],""");

        var result = new EarlierResult("t", "m1", Period.OfYear(2025), Points.Parse("81.5"), Rank: 3);

        Codes(scheme.Year(new Subject { Id = "m1", Kind = "member" }, [result])).Should().Be("at-least;at-most");
        Codes(scheme.Year(new Subject { Id = "m1", Kind = "member" }, [])).Should().BeEmpty("a result that is not there has no number");
    }

    [Fact]
    public void AComponentIsANumber() =>
        Is("""{"id": "x", "name": @T, "component": "c", "cites": @C}""", "6", Entry("a", "2026-01-01", "6"));

    [Theory]
    [InlineData("2026-06-30", "")]
    [InlineData("2026-12-31", "quiet")]
    public void WhatHasNotHappenedYetIsNotMissed(string asOf, string finding)
    {
        var scheme = Scheme($$"""
            "measures": [{"id": "x", "name": @T, "entries": {"of": "p", "take": "count"}, "cites": @C}],
            "components": [{{Component(Only("a"))}}], {{Records}}, {{Outcome("quiet", """{"atMost": 1}""")}}
            """);

        Findings(scheme, asOf, Entry("p", "2026-01-01")).Should().Be(finding);
    }

    [Theory]
    [InlineData("2026-06-30")]
    [InlineData("2026-12-31")]
    public void WhatHasHappenedStays(string asOf)
    {
        var scheme = Scheme($$"""
            "measures": [{"id": "x", "name": @T, "entries": {"of": "p", "take": "count"}, "cites": @C}],
            "components": [{{Component(Only("a"))}}], {{Records}}, {{Outcome("busy", """{"atLeast": 1}""")}}
            """);

        Findings(scheme, asOf, Entry("p", "2026-01-01")).Should().Be("busy");
    }

    [Theory]
    [InlineData("2024-12-31", "1")]
    [InlineData("2025-01-01", "2")]
    public void MonthsBeforeThePeriodCountWhereTheSchemeSaysSo(string date, string number) =>
        Is(
            """{"id": "x", "name": @T, "entries": {"of": "p", "take": "count", "lookBackMonths": 12}, "cites": @C}""",
            number,
            Entry("p", "2026-01-01"),
            Entry("p", date));

    [Fact]
    public void ADateIsWrittenAsADate()
    {
        var scheme = Scheme($$""" "components": [{{Component(Only("a"))}}]""", attributes: """ "born": {"name": @T, "kind": "date"}""");
        List<FactProblem> problems = [];

        foreach (var born in new[] { "1990-02-28", "", "1990-02-30", "28.2.1990" })
        {
            var attributes = new Dictionary<string, string> { ["born"] = born };
            new FactChecker(scheme).Check(new Subject { Id = born, Kind = "member", Attributes = attributes }, problems);
        }

        problems.Select(problem => $"{problem.Field} {problem.Code}").Should()
            .Equal("born fact.attribute-date", "born fact.attribute-date");
        problems[0].Message.English.Should().Contain("'1990-02-30' in the column 'born'");
    }

    [Fact]
    public void TheExplanationShowsWhatTheNumberWasMadeOf()
    {
        var scheme = Scheme($$"""
            "measures": [
              {"id": "day", "name": {"zh-Hans": "当日", "en": "Hours of a day"}, "entries": {"of": "h", "take": "sum"}, "cites": @C},
              {"id": "best", "name": {"zh-Hans": "最多", "en": "Best day"}, "windows": {"per": "day", "of": "day", "take": "highest"},
               "cites": @C},
              {"id": "x", "name": {"zh-Hans": "占比", "en": "Share"}, "ratio": {"of": "best", "by": "day", "as": "number"}, "cites": @C}
            ],
            "components": [{{Component(Only("a"))}}], {{Records}}, {{Outcome("share", """{"above": 0.5}""")}}
            """);

        var told = scheme.Explained(Entry("h", "2026-01-05", "2"), Entry("h", "2026-02-01", "4"));

        told.Should().Contain("""
            Measure "Hours of a day": 6. [t/c, a choice] Example
                Of 2026-01-05 m1 h 2026-01-05 2  (2), 2026-02-01 m1 h 2026-02-01 4  (4)
            Measure "Best day": 4. [t/c, a choice] Example
                Hours of a day in the windows that have entries: 2026-01-05: 2, 2026-02-01: 4
            Measure "Share": 2/3. [t/c, a choice] Example
                Best day (4) divided by Hours of a day (6)
            """.ReplaceLineEndings("\n"));
        scheme.Explained().Should().Contain("asks for measure \"Share\" > 0.5").And.Contain("Measure \"Share\": not known.");
    }

    [Fact]
    public void AMultiplierCannotAskForTheScoreThatItMakes() =>
        Problems($$"""
            "measures": [{"id": "x", "name": @T, "component": "c", "cites": @C}],
            "components": [{{Component($"{Doubled}, {Only("a")}")}}]
            """).Should().ContainSingle(problem => problem.Code == "scheme.condition-too-early"
                && problem.Location.Path == "$.components[0].multipliers[0].when.measure.of");

    private static string Findings(Scheme scheme, string asOf, params Entry[] entries) => Codes(
        new Scorer(scheme, new ScorerOptions { AsOf = DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture) })
            .Score([new Subject { Id = "m1", Kind = "member" }], entries, 2026)[^1]);

    private static IEnumerable<Entry> Many(string code, int count) =>
        Enumerable.Range(1, count).Select(day => Entry(code, $"2026-01-{day:00}"));

    private static void Is(string measures, string? number, params Entry[] entries) => Is(measures, number, [], entries);

    /// <summary>
    /// That the measure <c>x</c> is a number: conditions hold up to it from both sides and not a little beyond it. Null for one that is not
    /// known, of which no condition holds.
    /// </summary>
    private static void Is(string measures, string? number, Dictionary<string, string> attributes, params Entry[] entries)
    {
        var subject = new Subject { Id = "m1", Kind = "member", Attributes = attributes };
        var assessment = Read(measures, number ?? "0").Year(subject, [], entries);

        Codes(assessment).Should().Be(number is null ? "" : "at-least;at-most");
    }

    private static Scheme Read(string measures, string number, string more = "")
    {
        var places = number.Contains('.', StringComparison.Ordinal) && number.Length - number.IndexOf('.', StringComparison.Ordinal) > 7;
        var cut = places ? number[..(number.IndexOf('.', StringComparison.Ordinal) + 7)] : number;
        var (least, most) = (Points.Parse(cut), places ? Points.FromMillionths(Points.Parse(cut).Millionths + 1) : Points.Parse(cut));
        var (beyond, below) = (Points.FromMillionths(most.Millionths + 1), Points.FromMillionths(least.Millionths - 1));
        return Scheme(
            $$"""
            "measures": [{{measures}}], {{more}}
            "components": [{{Component(Only("a"))}}], {{Records}},
            "outcomes": [
              {{One("at-least", $$"""{"atLeast": {{least}}}""")}}, {{One("at-most", $$"""{"atMost": {{most}}}""")}},
              {{One("beyond", $$"""{"atLeast": {{beyond}}}""")}}, {{One("below", $$"""{"atMost": {{below}}}""")}}
            ]
            """,
            attributes: """ "born": {"name": @T, "kind": "date"}, "staff": {"name": @T, "kind": "number"}""");
    }

    private static string Outcome(string code, string range) => $$""" "outcomes": [{{One(code, range)}}]""";

    private static string One(string code, string range) => $$$"""
        {"code": "{{{code}}}", "kind": "finding", "name": @T, "on": "year",
         "when": {"measure": {"of": "x", "number": {{{range}}} } }, "cites": @C}
        """;
}
