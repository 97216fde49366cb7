using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Grades;

/// <summary>Grades that clauses force, and grades that move from the previous one.</summary>
public sealed class GradesForcedAndMoved
{
    private const string Bands = """
        "rounding": {"mode": "none"},
        "bands": [{"id": "high", "name": @T, "from": 80}, {"id": "middle", "name": @T, "from": 60}, {"id": "low", "name": @T}],
        "cites": @C
        """;

    private const string Moving = """
        "rounding": {"mode": "none"}, "bands": [{"id": "high", "name": @T}, {"id": "middle", "name": @T}, {"id": "low", "name": @T}],
        "cites": @C
        """;

    [Theory]
    [InlineData("middle", "", "middle")]
    [InlineData("middle", "good", "high")]
    [InlineData("high", "good", "high")]
    [InlineData("middle", "bad", "low")]
    [InlineData("", "good", "low")]
    public void GradesMoveFromThePreviousOne(string previous, string recorded, string grade)
    {
        var scheme = Scheme($$"""
            "records": [{"code": "good", "name": @T}, {"code": "bad", "name": @T}],
            "grades": {{{Moving}}, "moves": {"start": "low", "of": [
              {"by": 1, "when": {"entries": {"of": "good", "count": {"atLeast": 1} } }, "cites": @C},
              {"by": -1, "when": {"entries": {"of": "bad", "count": {"atLeast": 1} } }, "cites": @C}]} }
            """);

        scheme.Year(
            new Subject { Id = "m1", Kind = "member", PreviousGrade = previous },
            [],
            recorded.Length == 0 ? [] : [Entry(recorded, "2026-01-01")]).Grade!.Id
            .Should().Be(grade);
    }

    [Theory]
    [InlineData("floor", "middle", "50", "middle", "forced")]
    [InlineData("floor", "middle", "90", "high", "")]
    [InlineData("ceiling", "middle", "90", "middle", "forced")]
    [InlineData("ceiling", "middle", "50", "low", "")]
    [InlineData("exactly", "middle", "50", "middle", "forced")]
    public void AGradeIsForcedAsStatedAndFoundOnlyWhereItChangesSomething(
        string effect, string forced, string points, string grade, string findings)
    {
        var member = Scheme($$"""
            "components": [{{Component(Only("a"))}}], "records": [{"code": "x", "name": @T}],
            "grades": {{{Bands}},
              "forced": [{"id": "f", "grade": "{{forced}}", "as": "{{effect}}",
                "when": {"entries": {"of": "x", "count": {"atLeast": 1} } }, "finding": {"code": "forced", "name": @T}, "cites": @C}]}
            """).Year(Entry("a", "2026-01-01", points), Entry("x", "2026-01-01"));

        member.Grade!.Id.Should().Be(grade);
        Codes(member.Findings).Should().Be(findings);
    }

    [Theory]
    [InlineData("10", "excellent")]
    [InlineData("9.999999", "qualified")]
    public void ExcellentBeginsAtExactlyNinety(string reward, string grade)
    {
        Entry[] year = [.. Enumerable.Range(1, 12).Select(month => Entry("task.target", $"2026-{month:00}-01", "5"))];

        Member([.. year, Entry("reward.contribution", "2026-06-01", reward)]).Grade!.Id.Should().Be(grade);
    }
}
