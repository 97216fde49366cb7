using System.Text.Json;
using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Rankings;

/// <summary>Several rankings in one scheme, each with its own pools, measure, ties and competitors.</summary>
public sealed class SeveralRankings
{
    private const string First = """ "ranking": {"pool": "all", "tieBreaks": [], "ties": "share", "cites": @C}, """;
    private const string AtHome = """ "id": "home", "pool": "parent" """;
    private const string ByVisits = """ "id": "visits", "pool": "all", "by": "visits" """;

    [Fact]
    public void EachRanksByItself()
    {
        var rows = Four(Ranked(First, [AtHome, ByVisits]));

        Ranks(rows, row => row.Rank).Should().Be("1 2 3 4");
        Ranks(rows, row => row.Ranks["home"]).Should().Be("1 1 2 2");
        Ranks(rows, row => row.Ranks["visits"]).Should().Be("4 3 2 1");
    }

    [Fact]
    public void WithoutTheRankingResultsHaveNoRank()
    {
        var rows = Four(Ranked("", [AtHome]));

        rows.Should().OnlyContain(row => row.Rank == null);
        Ranks(rows, row => row.Ranks["home"]).Should().Be("1 1 2 2");
    }

    [Theory]
    [InlineData("""{"rank": {"exactly": 1} }""", "m1")]
    [InlineData("""{"rank": {"in": "visits", "exactly": 1} }""", "m4")]
    [InlineData("""{"rank": {"in": "home", "exactly": 1} }""", "m1 m2")]
    [InlineData("""{"top": {"in": "visits", "number": 2, "overflow": "out"} }""", "m3 m4")]
    [InlineData("""{"bottom": {"in": "home", "number": 1, "overflow": "out"} }""", "m3 m4")]
    [InlineData("""{"all": [{"top": {"number": 2, "overflow": "out"} }, {"rank": {"in": "visits", "atMost": 3} }]}""", "m2")]
    [InlineData("""{"last": true}""", "m4")]
    [InlineData("""{"last": true, "in": "visits"}""", "m1")]
    [InlineData("""{"last": true, "in": "home"}""", "m3 m4")]
    public void ConditionsNameTheRankingInWhichTheyAskForAPlace(string when, string members) =>
        Awarded(Four(Ranked(First, [AtHome, ByVisits], when))).Should().Be(members);

    [Theory]
    [InlineData("", """ "vetoed": "in", """, "  1 2", "1 2 3 4")]
    [InlineData(""" "vetoed": "in", """, "", "1 2 3 4", "  1 2")]
    public void WhoIsVetoedIsLeftOutOfThoseThatSaySo(string first, string further, string ranks, string ranksOfFurther)
    {
        var rows = Four(Ranked(
            First.Replace("\"tieBreaks\"", first + "\"tieBreaks\"", StringComparison.Ordinal),
            [$$""" {{further}} "id": "other", "pool": "all" """],
            grades: """{"total": {"atLeast": 8} }"""));

        Ranks(rows, row => row.Rank).Should().Be(ranks);
        Ranks(rows, row => row.Ranks.TryGetValue("other", out var rank) ? rank : null).Should().Be(ranksOfFurther);
        rows.Take(2).Should().OnlyContain(row => row.Grade!.Id == "low");
    }

    [Theory]
    [InlineData("home", "1 2 1 2", "m1 m2 m4")]
    [InlineData("home", "1 1 1 1", "m1 m2")]
    public void PlacesAreThoseOfThePoolsOfTheRanking(string ranking, string places, string members) =>
        Awarded(Four(Stated(ranking), places.Split(' '))).Should().Be(members);

    [Fact]
    public void OneRankingsPoolMustStateOneNumber() =>
        FluentActions.Invoking(() => Four(Stated("visits"), ["1", "2", "1", "2"]))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("fact.places-differ");

    [Fact]
    public void TheAccountTellsEach()
    {
        var rows = Four(Ranked(First, [AtHome, $$""" {{ByVisits}}, "among": {"total": {"atLeast": 7} } """]));

        Explainer.Explain(rows[3], Language.English).Should().ContainAll(
            "Rank: 4 of 4.", "Rank in \"home\": 2 of 2.", "Rank in \"visits\": none. Does not compete; who competes: total ≥ 7.");
        Explainer.Explain(rows[3], Language.ChineseSimplified).Should().ContainAll(
            "名次：第4名，共4个。", "名次（home）：第2名，共2个。", "名次（visits）：无。");
    }

    [Fact]
    public void TheAccountOfAConditionNamesTheRanking()
    {
        var rows = Four(Ranked(First, [AtHome], """{"rank": {"in": "home", "exactly": 1} }"""));

        Explainer.Explain(rows[0], Language.English).Should().Contain("rank = 1 in \"home\"");
    }

    [Fact]
    public void TheAccountOfTheLastPlaceNamesTheRanking()
    {
        var rows = Four(Ranked(First, [AtHome, ByVisits], """{"last": true, "in": "visits"}"""));

        Explainer.Explain(rows[0], Language.English).Should().Contain("last place in \"visits\"");
    }

    [Fact]
    public void RecordsHaveTheRanksWhereThereAreSome()
    {
        Json(Ranked(First, [AtHome])).Should().Contain("\"ranks\":{\"home\":1}");
        Json(Ranked(First, [])).Should().NotContain("ranks");
        JsonSerializer.Deserialize<AssessmentRecord>(Json(Ranked(First, [AtHome])))!.Ranks!["home"].Should().Be(1);
    }

    private static string Json(Scheme scheme) => JsonSerializer.Serialize(Four(scheme)[0]);

    private static string Ranks(IReadOnlyList<Assessment> rows, Func<Assessment, int?> rank) => string.Join(' ', rows.Select(rank));

    private static string Awarded(IReadOnlyList<Assessment> rows) =>
        string.Join(' ', rows.Where(row => row.Awards.Count > 0).Select(row => row.Subject.Id));

    private static Scheme Stated(string ranking) => Ranked(
        First,
        [AtHome, ByVisits],
        $$"""{"top": {"in": "{{ranking}}", "attribute": "places", "overflow": "out"} }""",
        attributes: """ "places": {"name": {"zh-Hans": "名额", "en": "Places"}, "kind": "number"} """);

    /// <summary>A scheme of further rankings, each called as its identifier.</summary>
    private static Scheme Ranked(
        string first,
        string[] further,
        string when = """{"total": {"above": 100} }""",
        string grades = "",
        string attributes = "") => Scheme(
        $$"""
        "records": [{"code": "visit", "name": @T}],
        "measures": [{"id": "visits", "name": @T, "entries": {"of": "visit", "take": "count"}, "cites": @C}],
        "components": [{{Component(Only("a"))}}],
        {{first}}
        "rankings": [{{string.Join(", ", further.Select(Further))}}],
        {{(grades.Length == 0 ? "" : Graded(grades))}}
        "outcomes": [{"code": "o", "kind": "award", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
        """,
        attributes: attributes);

    private static string Further(string ranking)
    {
        var id = ranking.Split("\"id\": \"")[1].Split('"')[0];
        return $$"""{"name": {"zh-Hans": "{{id}}", "en": "{{id}}"}, {{ranking}}, "tieBreaks": [], "ties": "share", "cites": @C}""";
    }

    private static string Graded(string veto) => $$"""
        "grades": {
          "rounding": {"mode": "none"}, "bands": [{"id": "high", "name": @T, "from": 5}, {"id": "low", "name": @T}],
          "forced": [{
            "id": "veto", "grade": "low", "as": "exactly", "when": {{veto}}, "finding": {"code": "vetoed", "name": @T}, "cites": @C
          }],
          "cites": @C
        },
        """;

    /// <summary>Members with 9, 8, 7 and 6 points and 1, 2, 3 and 4 visits; two of one parent, then two of another, in turns.</summary>
    private static IReadOnlyList<Assessment> Four(Scheme scheme, string[]? places = null) =>
        new Scorer(scheme, new ScorerOptions { Derivations = true }).Score(
            [.. Enumerable.Range(1, 4).Select(i => new Subject
            {
                Id = $"m{i}",
                Kind = "member",
                Parent = i % 2 == 1 ? "p1" : "p2",
                Attributes = places is null ? new Dictionary<string, string>() : new() { ["places"] = places[i - 1] },
            })],
            [
                .. new[] { "9", "8", "7", "6" }.Select((value, i) => Entry("a", "2026-01-01", value, subject: $"m{i + 1}")),
                .. Enumerable.Range(1, 4).SelectMany(i => Enumerable.Range(1, i).Select(day => Visit(i, day))),
            ],
            2026);

    private static Entry Visit(int member, int day) => new()
    {
        Id = $"v{member}-{day}",
        Subject = $"m{member}",
        Item = "visit",
        Date = new DateOnly(2026, 2, day),
    };
}
