using PartyRules.Explanations;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Totals;

/// <summary>Totals that conditions give whatever the scores.</summary>
public sealed class TotalsThatAreGiven
{
    /// <summary>The effects of three clauses, each held by an entry of its own, over every total and every choice of them.</summary>
    [Fact]
    public void TheFirstExactOneDecidesAndElseFloorsRaiseBeforeCeilingsLower()
    {
        string[] effects = ["exactly", "floor", "ceiling"];
        foreach (var (one, two) in effects.SelectMany(one => effects.Select(two => (one, two))))
        {
            var scheme = Given((one, 40, "p"), (two, 60, "q"));
            for (var chosen = 0; chosen < 4; chosen++)
            {
                foreach (var points in (int[])[0, 39, 40, 41, 50, 59, 60, 61, 100])
                {
                    List<(string Effect, int Points, string Record)> held = [];
                    if ((chosen & 1) != 0)
                        held.Add((one, 40, "p"));
                    if ((chosen & 2) != 0)
                        held.Add((two, 60, "q"));

                    var year = scheme.Year([
                        Entry("a", "2026-01-01", $"{points}"), .. held.Select(clause => Entry(clause.Record, "2026-02-01"))]);

                    year.Total.Should().Be((Points)Expected(points, held), $"{points} with {string.Join(", ", held)}");
                }
            }
        }
    }

    [Fact]
    public void GradesAndFindingsGoByTheTotalThatIsGiven()
    {
        var scheme = Given([("ceiling", 59, "p")], """
            , "grades": {
                "rounding": {"mode": "none"}, "bands": [{"id": "high", "name": @T, "from": 60}, {"id": "low", "name": @T}], "cites": @C
            }
            """);

        var year = scheme.Year(Entry("a", "2026-01-01", "60"), Entry("p", "2026-02-01"));

        year.Grade!.Id.Should().Be("low");
        year.Findings.Select(finding => finding.Code).Should().Equal("given.p");
        scheme.Year(Entry("a", "2026-01-01", "59"), Entry("p", "2026-02-01")).Findings.Should().BeEmpty("nothing was changed");
    }

    [Theory]
    [InlineData(Language.English, "Total: 40, whatever the scores: ")]
    [InlineData(Language.ChineseSimplified, "总分：40，不论各部分得分：")]
    public void TheAccountNamesTheClauseAndWhatTheScoresMade(Language language, string line)
    {
        var year = new Scorer(Given(("floor", 40, "p")), new ScorerOptions { Derivations = true })
            .Score([new Subject { Id = "m1", Kind = "member" }], [Entry("a", "2026-01-01", "7"), Entry("p", "2026-02-01")], 2026)
            .Single();

        Explainer.Explain(year, language).Should().Contain(line).And.Contain("7");
        Explainer.ClauseByClause(year, language).Should().Contain("✓");
    }

    [Fact]
    public void TheYearOfASchemeWithRoundsSaysNothingOfWhatGivesTheTotalOfARound()
    {
        var scheme = Given([("floor", 40, "p")], """, "year": {"take": "sum", "missing": "zero", "cites": @C}""", "half-year");

        var rows = new Scorer(scheme, new ScorerOptions { Derivations = true }).Score(
            [new Subject { Id = "m1", Kind = "member" }],
            [Entry("a", "2026-01-01", "7"), Entry("p", "2026-02-01"), Entry("a", "2026-07-01", "9")],
            2026);

        rows.Select(row => Explainer.ClauseByClause(row, Language.English)).Should().SatisfyRespectively(
            first => first.Should().Contain("✓"),
            second => second.Should().Contain("✗"),
            year => year.Should().NotContain("✓").And.NotContain("✗"));
    }

    private static int Expected(int points, List<(string Effect, int Points, string Record)> held)
    {
        if (held.Exists(clause => clause.Effect == "exactly"))
            return held.Find(clause => clause.Effect == "exactly").Points;
        foreach (var clause in held.Where(clause => clause.Effect == "floor"))
            points = Math.Max(points, clause.Points);
        foreach (var clause in held.Where(clause => clause.Effect == "ceiling"))
            points = Math.Min(points, clause.Points);
        return points;
    }

    private static Scheme Given(params (string Effect, int Points, string Record)[] clauses) => Given(clauses, "");

    private static Scheme Given(
        IReadOnlyList<(string Effect, int Points, string Record)> clauses, string more, string round = "year")
    {
        var forced = clauses.Select(clause => $$"""
            {
              "id": "{{clause.Record}}", "as": "{{clause.Effect}}", "points": {{clause.Points}},
              "when": {"entries": {"of": "{{clause.Record}}", "count": {"atLeast": 1} } },
              "finding": {"code": "given.{{clause.Record}}", "name": @T}, "cites": @C
            }
            """);
        return Scheme($$"""
            "records": [{"code": "p", "name": @T}, {"code": "q", "name": @T}],
            "components": [{{Component(Only("a"), "a")}}],
            "total": {"minimum": 0, "maximum": 100, "forced": [{{string.Join(", ", forced)}}], "cites": @C}{{more}}
            """, round);
    }
}
