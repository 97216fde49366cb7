using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Rankings;

/// <summary>Who competes, and how many places a quota of the pool has.</summary>
public sealed class WhoCompetes
{
    private const string From7 = """ "among": {"total": {"atLeast": 7} }, """;

    [Theory]
    [InlineData("", "1 2 3 4")]
    [InlineData(From7, "1 2 3 ")]
    [InlineData(""" "among": {"not": {"total": {"atLeast": 9} } }, """, " 1 2 3")]
    [InlineData(""" "among": {"component": {"of": "c", "points": {"above": 8} } }, """, "1   ")]
    public void OnlyThoseOfWhomTheConditionHolds(string among, string ranks) =>
        string.Join(' ', Four(Ranked(among)).Select(member => member.Rank)).Should().Be(ranks);

    [Theory]
    [InlineData(""" "fraction": "1/3", "of": "competing", "rounding": "down" """, "m1")]
    [InlineData(""" "fraction": "1/3", "of": "assessed", "rounding": "down" """, "m1")]
    [InlineData(""" "fraction": "1/3", "of": "assessed", "rounding": "up" """, "m1 m2")]
    [InlineData(""" "percent": 33.333333, "of": "competing", "rounding": "down" """, "")]
    [InlineData(""" "percent": 50, "of": "competing", "rounding": "down" """, "m1")]
    [InlineData(""" "percent": 50, "of": "assessed", "rounding": "down" """, "m1 m2")]
    [InlineData(""" "fraction": "1/1", "of": "assessed", "rounding": "down" """, "m1 m2 m3")]
    public void APartIsTakenExactlyOfThoseWhoAreNamed(string quota, string members) =>
        string.Join(' ', Awarded(Four(Ranked(From7, $$"""{"top": {{{quota}}, "overflow": "out"} }""")))).Should().Be(members);

    [Fact]
    public void WhoDoesNotCompeteIsNotAmongTheLast() =>
        Awarded(Four(Ranked(From7, """{"bottom": {"number": 1, "overflow": "out"} }"""))).Should().Equal("m3");

    [Theory]
    [InlineData("2 2 2 2", "m1 m2")]
    [InlineData("0 0 0 0", "")]
    [InlineData("9 9 9 9", "m1 m2 m3 m4")]
    public void AColumnStatesThePlaces(string places, string members) =>
        string.Join(' ', Awarded(Four(Stated(), places: places.Split(' ')))).Should().Be(members);

    [Theory]
    [InlineData("2 2 3 2", "fact.places-differ", "'m1' states 2, 'm3' states 3")]
    [InlineData("2 2.5 2 2", "fact.places-not-whole", "'2.5' in the column 'places'")]
    [InlineData("2 -1 2 2", "fact.places-not-whole", "'-1' in the column 'places'")]
    [InlineData("2  2 2", "fact.places-missing", "in the column 'places' is missing")]
    public void PlacesThatArentOneNumberAreRefused(string places, string code, string says)
    {
        var problem = FluentActions.Invoking(() => Four(Stated(), places: places.Split(' ')))
            .Should().Throw<ProblemException>().Which.Problems.Should().ContainSingle().Subject;

        problem.Code.Should().Be(code);
        problem.Message.English.Should().Contain(says);
    }

    [Fact]
    public void TheAccountSaysWhoCompetes()
    {
        var rows = Four(
            Ranked(From7, """{"top": {"fraction": "2/6", "of": "competing", "rounding": "down", "overflow": "out"} }"""),
            new ScorerOptions { Derivations = true });

        Explainer.Explain(rows[3], Language.English).Should()
            .Contain("Rank: none. Does not compete; who competes: total ≥ 7.").And.Contain("among the first 1/3 of those who compete");
        Explainer.Explain(rows[3], Language.ChineseSimplified).Should().Contain("名次：无。不参加排名；参加的条件：总分7分以上。");
        Explainer.Explain(rows[2], Language.English).Should().Contain("Rank: 3 of 3.").And.NotContain("Rank: none");
    }

    private static IEnumerable<string> Awarded(IReadOnlyList<Assessment> rows) =>
        rows.Where(row => row.Awards.Count > 0).Select(row => row.Subject.Id);

    private static Scheme Stated() => Ranked(
        "",
        """{"top": {"attribute": "places", "overflow": "out"} }""",
        """ "places": {"name": {"zh-Hans": "名额", "en": "Places"}, "kind": "number"} """);

    private static Scheme Ranked(string among, string when = """{"last": true}""", string attributes = "") => Scheme(
        $$"""
        "components": [{{Component(Only("a"))}}],
        "ranking": {"pool": "all", {{among}} "tieBreaks": [], "ties": "share", "cites": @C},
        "outcomes": [{"code": "o", "kind": "award", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
        """,
        attributes: attributes);

    /// <summary>Four members with 9, 8, 7 and 6 points.</summary>
    private static IReadOnlyList<Assessment> Four(Scheme scheme, ScorerOptions? options = null, string[]? places = null) =>
        new Scorer(scheme, options ?? new ScorerOptions()).Score(
            [.. Enumerable.Range(1, 4).Select(i => new Subject { Id = $"m{i}", Kind = "member", Attributes = Column(places?[i - 1]) })],
            [.. new[] { "9", "8", "7", "6" }.Select((value, i) => Entry("a", "2026-01-01", value, subject: $"m{i + 1}"))],
            2026);

    private static Dictionary<string, string> Column(string? places) => places is null ? [] : new() { ["places"] = places };
}
