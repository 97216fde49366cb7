using PartyRules.Results;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Rankings;

/// <summary>Ranks and quotas of a pool with equals.</summary>
public sealed class EqualsInAPool
{
    [Theory]
    [InlineData("share", "1 2 2 4")]
    [InlineData("dense", "1 2 2 3")]
    [InlineData("lower", "1 3 3 4")]
    public void EqualsRankAsStated(string ties, string ranks) =>
        string.Join(' ', Four(ties, """{"last": true}""").Select(member => member.Rank)).Should().Be(ranks);

    [Theory]
    [InlineData("""{"top": {"number": 2, "overflow": "in"}}""", "1 2 3")]
    [InlineData("""{"top": {"number": 2, "overflow": "out"}}""", "1")]
    [InlineData("""{"top": {"percent": 70, "rounding": "up", "overflow": "out"}}""", "1 2 3")]
    [InlineData("""{"top": {"percent": 70, "rounding": "down", "overflow": "out"}}""", "1")]
    [InlineData("""{"bottom": {"number": 1, "overflow": "out"}}""", "4")]
    [InlineData("""{"bottom": {"number": 2, "overflow": "in"}}""", "2 3 4")]
    public void AQuotaTakesItsPlacesAndEqualsAsStated(string when, string members) =>
        string.Join(' ', Four("share", when).Where(member => member.Measures.Count > 0).Select(member => member.Subject.Id[1..]))
            .Should().Be(members);

    [Fact]
    public void AYearsTotalHasNoComponentsToBreakATie()
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"))}}],
            "ranking": {"pool": "all", "tieBreaks": ["c"], "ties": "share", "on": "year", "cites": @C},
            "year": {"weights": [50, 50], "missing": "zero", "cites": @C}
            """, "half-year");
        Entry[] entries =
        [
            .. new[] { "m1", "m2" }.SelectMany(member => new[]
            {
                Entry("a", "2026-01-01", "4", subject: member),
                Entry("a", "2026-07-01", "6", subject: member),
            }),
        ];

        new Scorer(scheme).Score([new Subject { Id = "m1", Kind = "member" }, new Subject { Id = "m2", Kind = "member" }], entries, 2026)
            .Where(row => row.Period.Kind == PeriodKind.Year).Select(row => row.Rank).Should().Equal(1, 1);
    }

    private static IReadOnlyList<Assessment> Four(string ties, string when) => new Scorer(Scheme($$"""
        "components": [{{Component(Only("a"))}}],
        "ranking": {"pool": "all", "tieBreaks": [], "ties": "{{ties}}", "cites": @C},
        "outcomes": [{"code": "o", "kind": "measure", "name": @T, "on": "round", "when": {{when}}, "cites": @C}]
        """)).Score(
            [.. Enumerable.Range(1, 4).Select(i => new Subject { Id = $"m{i}", Kind = "member" })],
            [.. new[] { "9", "8", "8", "7" }.Select((value, i) => Entry("a", "2026-01-01", value, subject: $"m{i + 1}"))],
            2026);
}
