using PartyRules.Explanations;
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
            "ranking": {"pool": "all", "tieBreaks": ["c"], "ties": "share", "on": "both", "cites": @C},
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

    [Theory]
    [InlineData(""" "tieBreaks": ["days"] """, "3 2 1 4")]
    [InlineData(""" "tieBreaks": ["days"], "lowestFirst": ["days"] """, "2 3 1 4")]
    [InlineData(""" "by": "days", "tieBreaks": ["c"] """, "3 1 2 4")]
    [InlineData(""" "by": "days", "lowestFirst": ["days", "c"], "tieBreaks": ["c"] """, "1 3 2 4")]
    [InlineData(""" "tieBreaks": ["best"] """, "2 3 1 4")]
    public void AMeasureRanksAndBreaksTies(string by, string ranks)
    {
        var scheme = Scheme($$"""
            "measures": [
              {"id": "days", "name": {"zh-Hans": "天数", "en": "Days"}, "entries": {"of": "d", "take": "count"}, "cites": @C},
              {"id": "best", "name": {"zh-Hans": "最高", "en": "Best"}, "entries": {"of": "d", "take": "highest"}, "cites": @C}],
            "components": [{{Component(Only("a"))}}], "records": [{"code": "d", "name": @T, "valueRequired": true}],
            "ranking": {"pool": "all", {{by}}, "ties": "share", "cites": @C}
            """);
        Entry[] entries =
        [
            Entry("a", "2026-01-01", "8", subject: "m1"), Entry("d", "2026-01-01", "5", subject: "m1"),
            Entry("a", "2026-01-01", "8", subject: "m2"), Entry("d", "2026-01-01", "1", subject: "m2"),
            Entry("d", "2026-01-02", "2", subject: "m2"), Entry("a", "2026-01-01", "9", subject: "m3"),
            Entry("d", "2026-01-01", "1", subject: "m3"), Entry("a", "2026-01-01", "7", subject: "m4"),
        ];
        if (by.Contains("\"by\"", StringComparison.Ordinal) && by.Contains("lowestFirst", StringComparison.Ordinal))
            entries = [.. entries, .. Enumerable.Range(1, 9).Select(day => Entry("d", $"2026-02-0{day}", "1", subject: "m4"))];

        var rows = new Scorer(scheme, new ScorerOptions { Derivations = true }).Score(
            [.. Enumerable.Range(1, 4).Select(i => new Subject { Id = $"m{i}", Kind = "member" })], entries, 2026);

        string.Join(' ', rows.Select(row => row.Rank)).Should().Be(ranks);
        Explainer.Explain(rows[3], Language.English).Should().Contain(
            by.Contains("best", StringComparison.Ordinal) ? "By \"Best\", the highest first: not known" : "By \"Days\", the ");
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
