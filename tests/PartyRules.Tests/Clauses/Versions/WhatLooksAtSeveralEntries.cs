using System.Text;
using PartyRules.Explanations;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Versions;

/// <summary>Limits, selections and appraisals do not fall apart at the day on which a scheme changes.</summary>
public sealed class WhatLooksAtSeveralEntries
{
    private static readonly string[] BothSides = ["2026-06-29", "2026-06-30", "2026-07-01", "2026-07-02"];

    [Fact]
    public void AnItemThatStaysTheSameKeepsOneLimit() =>
        Total(Item(2, 5), Item(2, 5), BothSides).Should().Be((Points)5, "4 * 2 = 8, at most 5 in the year");

    [Fact]
    public void AnItemWhoseWorthChangesKeepsOneLimit() =>
        Total(Item(2, 9), Item(3, 9), BothSides).Should().Be((Points)9, "2 * 2 + 2 * 3 = 10, at most 9 in the year");

    [Theory]
    [InlineData(5, 8, 8)]
    [InlineData(8, 5, 5)]
    public void AYearsLimitIsTheLastVersions(int before, int after, int total) =>
        Total(Item(2, before), Item(2, after), BothSides).Should().Be((Points)total, "8, at most what holds on 31 December");

    [Theory]
    [InlineData("2026-06-30", 3)]
    [InlineData("2026-07-01", 5)]
    public void AMonthsLimitIsThatOfItsLastDay(string date, int total) =>
        Total(Item(2, 3, "month"), Item(2, 5, "month"), [.. Enumerable.Repeat(date, 3)]).Should().Be((Points)total);

    [Theory]
    [InlineData("2026-06-30", 3)]
    [InlineData("2026-07-01", 5)]
    public void AComponentsLimitGoesByItsWindowToo(string date, int total) =>
        Total(Item(2), Item(2), [.. Enumerable.Repeat(date, 3)], Limit(3, "month"), Limit(5, "month")).Should().Be((Points)total);

    [Theory]
    [InlineData("2026-06-30", 3)]
    [InlineData("2026-07-01", 5)]
    public void AComponentsLimitAboveThoseOfItsItemsGoesByItsWindow(string date, int total) =>
        Total(Item(2, 100, "month"), Item(3, 100, "month"), [.. Enumerable.Repeat(date, 3)], Limit(3, "month"), Limit(5, "month"))
            .Should().Be((Points)total);

    [Theory]
    [InlineData("", "month", 15)]
    [InlineData("month", "", 15)]
    [InlineData("month", "quarter", 10)]
    [InlineData("", "year", 15)]
    [InlineData("year", "", 15)]
    [InlineData("", "", 20)]
    public void AComponentsLimitCapsTheDaysOfItsOwnVersions(string before, string after, int total)
    {
        string[] dates = ["2026-01-10", "2026-08-10"];

        Total(Item(10), Item(10), dates, LimitPer(before), LimitPer(after)).Should().Be((Points)total, "10 without a limit, 5 with one");
        Total(Limited(10, before), Limited(10, after), dates).Should().Be((Points)total, "an item's limit does the same");
    }

    [Theory]
    [InlineData("", "month", 11)]
    [InlineData("month", "", 11)]
    [InlineData("month", "quarter", 10)]
    public void AComponentsLimitAboveThoseOfItsItemsCapsTheDaysOfItsOwnVersions(string before, string after, int total) =>
        Total(Item(10, 6, "month"), Item(10, 6, "month"), ["2026-01-10", "2026-08-10"], LimitPer(before), LimitPer(after))
            .Should().Be((Points)total, "6 by the item's limit, 5 where the component has one too");

    [Theory]
    [InlineData("month", 6)]
    [InlineData("quarter", 6)]
    public void ALimitThatOneVersionDoesWithoutGoesOnAfterwards(string per, int total)
    {
        var versions = new SchemeVersions(
        [
            Version("1", "2020-01-01", Item(2), Limit(2, per), ""),
            Version("2", "2026-04-01", Item(2), "", ""),
            Version("3", "2026-07-01", Item(2), Limit(2, per), ""),
        ]);
        string[] dates = ["2026-03-01", "2026-03-02", "2026-05-01", "2026-08-01", "2026-08-02"];

        new Scorer(versions)
            .Score([Subject("m1")], [.. dates.Select(date => Entry("a", date))], 2026).Single().Total.Should().Be((Points)total);
    }

    [Fact]
    public void TheExplanationSaysUntilWhenALimitHeldThatIsNoMore()
    {
        var row = Scorer(Item(10), Item(10), Limit(5, "month")).Score([Subject("m1")], [Entry("a", "2026-01-10")], 2026).Single();

        Explainer.Explain(row, Language.English).Should().Contain("at most 5 (in force until 2026-06-30)");
        Explainer.Explain(row, Language.ChineseSimplified).Should().Contain("5（施行至2026-06-30）");
    }

    [Fact]
    public void TheHighestOfAYearIsSoughtOnBothSides()
    {
        const string Selection = """
            , "selections": [{"id": "s", "items": ["a"], "keep": "highest", "atMost": 1, "within": "year", "cites": @C}]
            """;

        Total(Item(2), Item(3), BothSides, more: Selection).Should().Be((Points)3);
    }

    [Fact]
    public void RatingsOfAYearMakeOneByTheLastVersion()
    {
        static string Rated(int own) => $$"""
            {"code": "a", "name": @T, "effect": "add", "worth": {"value": true},
              "appraisal": {"weights": {"self": {{own}}, "peers": {{100 - own}}}, "missing": "incomplete", "cites": @C} }
            """;
        Entry[] ratings = [Rating("self", "2026-03-01", 10), Rating("peers", "2026-09-01", 20)];

        Scorer(Rated(50), Rated(20)).Score([Subject("m1")], ratings, 2026).Single().Total.Should().Be((Points)18, "20% of 10 + 80% of 20");
    }

    [Fact]
    public void WhoRatesIsTheLastVersions()
    {
        const string Alone = """
            {"code": "a", "name": @T, "effect": "add", "worth": {"value": true},
              "appraisal": {"weights": {"self": 100}, "missing": "incomplete", "cites": @C} }
            """;
        const string Together = """
            {"code": "a", "name": @T, "effect": "add", "worth": {"value": true},
              "appraisal": {"weights": {"self": 20, "peers": 80}, "missing": "incomplete", "cites": @C} }
            """;

        Scorer(Alone, Together)
            .Score([Subject("m1")], [Rating("self", "2026-12-01", 10), Rating("peers", "2026-12-01", 20)], 2026)
            .Single().Total
            .Should().Be((Points)18, "20% of 10 + 80% of 20");
    }

    [Fact]
    public void RatingsOfOneCodeThatAreWeighedApartStayApart()
    {
        static string Apart(int start) => string.Join(", ", new[] { "self", "peers" }.Select(by =>
            $$"""
            {"code": "a", "name": @T, "effect": "add", "worth": {"each": {{start}} },
             "appraisal": {"weights": {"{{by}}": 100}, "missing": "incomplete", "cites": @C} }
            """));

        Scorer(Apart(1), Apart(2))
            .Score([Subject("m1")], [Rating("self", "2026-12-01", 10), Rating("peers", "2026-12-01", 20)], 2026)
            .Single().Total
            .Should().Be((Points)4, "2 by each");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void ASelectionThatTheLastVersionDropsSelectsNothing(int after)
    {
        const string Selection = """
            , "selections": [{"id": "s", "items": ["a"], "keep": "highest", "atMost": 1, "within": "year", "cites": @C}]
            """;
        var versions = new SchemeVersions(
            [Version("1", "2020-01-01", Item(2), "", Selection), Version("2", "2026-07-01", Item(after), "", "")]);

        new Scorer(versions).Score([Subject("m1")], [.. BothSides.Select(date => Entry("a", date))], 2026)
            .Single().Total.Should().Be((Points)(4 + (2 * after)));
    }

    [Fact]
    public void TheExplanationSaysFromWhenAnAmountHolds()
    {
        var row = Scorer(Item(2, 3, "month"), Item(3, 5, "month"))
            .Score(
                [Subject("m1")],
                [.. new[] { "2026-06-29", "2026-06-30", "2026-07-01", "2026-07-02" }.Select(date => Entry("a", date))],
                2026)
            .Single();

        var told = Explainer.Explain(row, Language.English);

        told.Should().Contain("+2 (in force until 2026-06-30)").And.Contain("+3 (in force from 2026-07-01)")
            .And.Contain("at most 3 (in force until 2026-06-30)").And.Contain("at most 5 (in force from 2026-07-01)");
        Explainer.Explain(row, Language.ChineseSimplified).Should().Contain("+3（2026-07-01起施行）");
    }

    private static string LimitPer(string per) => per.Length == 0 ? "" : Limit(5, per);

    private static string Limited(int each, string per) => per.Length == 0 ? Item(each) : Item(each, 5, per);

    private static Entry Rating(string by, string date, int value) =>
        new() { Id = by, Subject = "m1", Item = "a", Date = DateOnly.ParseExact(date, "yyyy-MM-dd"), Value = value, Evaluator = by };

    private static string Item(int each, int? limit = null, string per = "year") =>
        $$"""
        {"code": "a", "name": @T, "effect": "add", "worth": {"each": {{each}}}{{(limit is { } points ? ", " + Limit(points, per) : "")}} }
        """;

    private static string Limit(int points, string per) => $$""" "limit": {"per": "{{per}}", "points": {{points}}, "cites": @C}""";

    private static Points? Total(
        string before, string after, string[] dates, string limitBefore = "", string limitAfter = "", string more = "") =>
        Scorer(before, after, limitBefore, limitAfter, more)
            .Score([Subject("m1")], [.. dates.Select((date, i) => Entry("a", date, reference: $"r{i}"))], 2026)
            .Single().Total;

    private static Scorer Scorer(string before, string after, string limitBefore = "", string limitAfter = "", string more = "") =>
        new(
            new SchemeVersions(
                [Version("1", "2020-01-01", before, limitBefore, more), Version("2", "2026-07-01", after, limitAfter, more)]),
            new ScorerOptions { Derivations = true });

    private static Scheme Version(string version, string from, string item, string limit, string more) =>
        SchemeReader.Read(Encoding.UTF8.GetBytes(Drafts.Expand($$"""
        {
          "id": "t", "version": "{{version}}", "effective": {"from": "{{from}}"}, "name": @T, "source": @T,
          "subjects": {"kind": "member"}, "round": "year",
          "rounding": {"mode": "half-up", "places": 2}, "evaluators": {"self": @T, "peers": @T},
          "components": [{"id": "c", "name": @T, "start": 0, "minimum": 0, "maximum": 100{{(limit.Length > 0 ? "," + limit : "")}},
            "items": [{{item}}], "cites": @C}]{{more}}
        }
        """)), "draft.json");
}
