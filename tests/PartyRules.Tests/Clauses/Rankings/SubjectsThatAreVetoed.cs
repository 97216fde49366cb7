using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Rankings;

/// <summary>Whoever is vetoed takes no rank and no place of a quota from others.</summary>
public sealed class SubjectsThatAreVetoed
{
    private const string Veto = """
        {"id": "v", "grade": "low", "as": "exactly", "when": {"entries": {"of": "veto", "count": {"atLeast": 1} } },
         "finding": {"code": "vetoed", "name": @T}, "cites": @C}
        """;

    private const string OneIsHigh = """
        {"id": "q", "grade": "middle", "as": "ceiling", "when": {"not": {"top": {"number": 1, "overflow": "out"} } },
         "finding": {"code": "quota", "name": @T}, "cites": @C}
        """;

    [Theory]
    [InlineData("", " 1 2 3")]
    [InlineData("\"vetoed\": \"out\",", " 1 2 3")]
    [InlineData("\"vetoed\": \"in\",", "1 2 3 4")]
    public void RanksGoToThoseWhoAreNot(string stated, string ranks) =>
        string.Join(' ', Four(Ranked($"{Veto}, {OneIsHigh}", stated)).Select(member => member.Rank)).Should().Be(ranks);

    [Theory]
    [InlineData("", "low high middle middle")]
    [InlineData("\"vetoed\": \"in\",", "low middle middle middle")]
    public void ThePlaceOfAQuotaGoesToTheNext(string stated, string grades) =>
        string.Join(' ', Four(Ranked($"{Veto}, {OneIsHigh}", stated)).Select(member => member.Grade)).Should().Be(grades);

    [Theory]
    [InlineData("", "2")]
    [InlineData("\"vetoed\": \"in\",", "1")]
    public void TheAwardOfTheFirstRankGoesToTheNext(string stated, string member) =>
        Four(Ranked(Veto, stated, """{"rank": {"exactly": 1} }"""))
            .Single(row => row.Awards.Count > 0).Subject.Id.Should().Be($"m{member}");

    [Theory]
    [InlineData("", "m2 m3")]
    [InlineData("\"vetoed\": \"in\",", "m1 m2")]
    public void APercentageIsThatOfAllWhoAreAssessed(string stated, string members) =>
        string.Join(' ', Four(Ranked(Veto, stated, """{"top": {"percent": 50, "rounding": "down", "overflow": "out"} }"""))
            .Where(row => row.Awards.Count > 0).Select(row => row.Subject.Id)).Should().Be(members);

    [Fact]
    public void TheAccountSaysWhyThereIsNoRank()
    {
        var rows = Four(Ranked(Veto, ""), new ScorerOptions { Derivations = true });

        Explainer.Explain(rows[0], Language.English).Should().Contain("Rank: none. Who is vetoed holds no rank and no place: Example.");
        Explainer.Explain(rows[0], Language.ChineseSimplified).Should().Contain("名次：无。被一票否决的不占名次和名额：示例。");
        Explainer.Explain(rows[1], Language.English).Should().Contain("Rank: 1 of 3.").And.NotContain("Rank: none");
    }

    [Fact]
    public void AGradeGivenByRankAloneIsNoVeto() => string.Join(' ', Four(Ranked(
        """
        {"id": "v", "grade": "low", "as": "exactly", "when": {"last": true}, "finding": {"code": "last", "name": @T}, "cites": @C}
        """,
        "")).Select(member => member.Rank)).Should().Be("1 2 3 4");

    [Fact]
    public void TheHighestGradeGivenOutrightIsNoVeto() =>
        string.Join(' ', Four(Ranked(Veto.Replace("low", "high", StringComparison.Ordinal), "")).Select(member => member.Rank))
            .Should().Be("1 2 3 4");

    [Fact]
    public void AVetoDecidesBeforeWhatLooksAtRanks()
    {
        var byRank = OneIsHigh.Replace("ceiling", "exactly", StringComparison.Ordinal);

        Four(Ranked($"{byRank}, {Veto}", ""))[0].Grade!.Id.Should().Be("low");
    }

    private static Scheme Ranked(string forced, string stated, string when = """{"last": true}""") => Scheme($$"""
        "components": [{{Component(Only("a"))}}], "records": [{"code": "veto", "name": @T}],
        "ranking": {"pool": "all", "tieBreaks": [], "ties": "share", {{stated}} "cites": @C},
        "grades": {"rounding": {"mode": "none"},
          "bands": [{"id": "high", "name": @T, "from": 8}, {"id": "middle", "name": @T, "from": 1}, {"id": "low", "name": @T}],
          "forced": [{{forced}}], "cites": @C},
        "outcomes": [{"code": "o", "kind": "award", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
        """);

    /// <summary>Four members with 9, 8, 7 and 6 points, of whom the first has a veto.</summary>
    private static IReadOnlyList<Assessment> Four(Scheme scheme, ScorerOptions? options = null) =>
        new Scorer(scheme, options ?? new ScorerOptions()).Score(
            [.. Enumerable.Range(1, 4).Select(i => new Subject { Id = $"m{i}", Kind = "member" })],
            [
                .. new[] { "9", "8", "7", "6" }.Select((value, i) => Entry("a", "2026-01-01", value, subject: $"m{i + 1}")),
                Entry("veto", "2026-02-01", subject: "m1"),
            ],
            2026);
}
