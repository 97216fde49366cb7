using PartyRules.Diagnostics;
using PartyRules.Explanations;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Measures;

/// <summary>Measures that compare a subject with its pool before any points are known, and points that follow from them.</summary>
public sealed class NumbersAmongOthers
{
    private const string Own = """{"id": "visits", "name": @T, "entries": {"of": "visit", "take": "count"}, "cites": @C}""";

    [Theory]
    [InlineData(""" "take": "rank", "ties": "share" """, "1 2 2 4")]
    [InlineData(""" "take": "rank", "ties": "dense" """, "1 2 2 3")]
    [InlineData(""" "take": "rank", "ties": "lower" """, "1 3 3 4")]
    [InlineData(""" "take": "rank", "ties": "share", "lowestFirst": true """, "4 2 2 1")]
    [InlineData(""" "take": "count" """, "4 4 4 4")]
    [InlineData(""" "take": "sum" """, "10 10 10 10")]
    [InlineData(""" "take": "average" """, "2.5 2.5 2.5 2.5")]
    [InlineData(""" "take": "lowest" """, "1 1 1 1")]
    [InlineData(""" "take": "highest" """, "4 4 4 4")]
    public void ThePoolGivesANumber(string take, string points) =>
        Totals(Scored(By($$""" "within": "all", {{take}} """), [4, 2.5m, 2.5m, 1])).Should().Be(points);

    [Theory]
    [InlineData("parent", "1 1 2 2")]
    [InlineData("category", "1 2 1 2")]
    [InlineData("all", "1 2 3 4")]
    public void ComparedAreThoseOfThePool(string within, string points) =>
        Totals(Scored(By($$""" "within": "{{within}}", "take": "rank", "ties": "share" """), [4, 3, 2, 1])).Should().Be(points);

    [Fact]
    public void WhoeverHasNoNumberIsNotInThePool() =>
        Totals(Scored(By(""" "within": "all", "take": "rank", "ties": "share" """, lowest: true), [4, null, 2, 1])).Should().Be("1 0 2 3");

    [Fact]
    public void WhoeverIsExemptIsNotInThePool()
    {
        const string Exemptions = """
            "exemptions": [{"id": "e", "name": @T, "when": {"entries": {"of": "away", "count": {"atLeast": 1} } }, "cites": @C}],
            """;

        var rows = Scored(By(""" "within": "all", "take": "highest" """, more: Exemptions), [9, 3, 2, 1], "m1");

        rows[0].Status.Should().Be(AssessmentStatus.Exempt);
        Totals(rows.Skip(1)).Should().Be("3 3 3");
    }

    [Theory]
    [InlineData(""" "take": "rank", "ties": "share" """, "0 1 2 0")]
    [InlineData(""" "take": "rank", "ties": "share", "lowestFirst": true """, "0 2 1 0")]
    [InlineData(""" "take": "count" """, "0 2 2 0")]
    [InlineData(""" "take": "highest" """, "0 3 3 0")]
    public void WhoeverIsNotAmongThoseComparedIsNotInThePool(string take, string points) => Totals(Scored(
        By($$""" "within": "all", "among": {"entries": {"of": "visit", "sum": {"atLeast": 2, "below": 4} } }, {{take}} """),
        [4, 3, 2, 1])).Should().Be(points);

    [Fact]
    public void TheAccountSaysWhoIsCompared()
    {
        var scheme = By(""" "within": "all", "among": {"entries": {"of": "visit", "sum": {"atLeast": 2} } }, "take": "count" """);
        var rows = new Scorer(scheme, new ScorerOptions { Derivations = true }).Score([Subject("m1")], [], 2026);

        Explainer.Explain(rows[0], Language.English).Should().Contain("Is not compared; who is compared: ");
        Explainer.Explain(rows[0], Language.ChineseSimplified).Should().Contain("不参与比较；参与的条件：");
    }

    [Fact]
    public void WhoIsComparedFollowsFromMeasuresThatStandBefore()
    {
        const string Among = """{"measure": {"of": "x", "number": {"atLeast": 1} } }""";

        FluentActions.Invoking(() => By($$""" "within": "all", "among": {{Among}}, "take": "count" """)).Should().Throw<ProblemException>()
            .Which.Problems.Should().ContainSingle(problem => problem.Code == "scheme.measure-order");
    }

    [Theory]
    [InlineData("highest", "visits", "x", "100 75 50 25")]
    [InlineData("sum", "visits", "x", "40 30 20 10")]
    public void SharesOfThePoolAreRatios(string take, string of, string by, string points) =>
        Totals(Scored(By(
            $$""" "within": "all", "take": "{{take}}" """,
            ratio: $$""", {"id": "share", "name": @T, "ratio": {"of": "{{of}}", "by": "{{by}}", "as": "percent"}, "cites": @C}"""),
            [4, 3, 2, 1])).Should().Be(points);

    [Fact]
    public void EachRoundComparesItself()
    {
        var rows = Scored(By(""" "within": "all", "take": "rank", "ties": "share" """, round: "quarter"), [4, 3, 2, 1])
            .Where(row => row.Period.ToString() == "2026-Q1");

        Totals(rows).Should().Be("1 2 3 4");
    }

    private static string Totals(IEnumerable<Assessment> rows) => string.Join(' ', rows.Select(row => row.Total));

    /// <summary>A scheme whose only component gives a point for each unit of a measure of the pool, or of a ratio with it.</summary>
    private static Scheme By(string pool, string ratio = "", string more = "", bool lowest = false, string round = "year") => Scheme(
        $$"""
        "records": [{"code": "visit", "name": @T, "valueRequired": true}, {"code": "away", "name": @T}],
        {{more}}
        "measures": [
          {{Own.Replace("count", lowest ? "lowest" : "sum", StringComparison.Ordinal)}},
          {"id": "x", "name": @T, "pool": {"of": "visits", {{pool}}}, "cites": @C}{{ratio}}
        ],
        "components": [{{Component($$"""
            "items": [], "adjustments": [{
              "id": "a", "name": @T, "effect": "add", "measure": "{{(ratio.Length > 0 ? "share" : "x")}}",
              "perUnit": {"points": 1, "unit": 1, "part": "share"}, "otherwise": 0, "cites": @C
            }]
            """)}}]
        """,
        round: round);

    /// <summary>Four members with visits of these values: two parents in turns, the first two of one category.</summary>
    private static IReadOnlyList<Assessment> Scored(Scheme scheme, decimal?[] visits, string away = "") => new Scorer(scheme).Score(
        [.. visits.Select((_, i) => new Subject
        {
            Id = $"m{i + 1}",
            Kind = "member",
            Parent = i % 2 == 0 ? "p1" : "p2",
            Category = i < 2 ? "first" : "second",
        })],
        [
            .. visits.Index().Where(visit => visit.Item is not null).Select(visit => Visit(visit.Index, visit.Item!.Value)),
            .. new[] { away }.Where(id => id.Length > 0).Select(id => Entry("away", "2026-02-01", subject: id)),
        ],
        2026);

    private static Entry Visit(int member, decimal value) => new()
    {
        Id = $"v{member}",
        Subject = $"m{member + 1}",
        Item = "visit",
        Date = new DateOnly(2026, 1, 5),
        Value = Points.FromDecimal(value),
    };
}
