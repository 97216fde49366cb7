using PartyRules.Schemes;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Grades;

/// <summary>Several clauses that force a grade hold at once: one decides and is found, the others are told.</summary>
public sealed class SeveralForcedGrades
{
    [Theory]
    [InlineData("exactly", "low", "exactly", "middle", "95", "low", "f-x")]
    [InlineData("floor", "high", "ceiling", "middle", "50", "middle", "f-y")]
    [InlineData("floor", "high", "floor", "middle", "50", "high", "f-x")]
    [InlineData("ceiling", "low", "exactly", "high", "50", "high", "f-y")]
    public void TheOneThatDecidedIsTheFinding(
        string x, string gradeX, string y, string gradeY, string points, string grade, string findings)
    {
        var member = Two(x, gradeX, y, gradeY).Year(Both(points));

        member.Grade!.Id.Should().Be(grade);
        Codes(member).Should().Be(findings);
    }

    [Theory]
    [InlineData("exactly", "low", "exactly", "middle", "Overruled: Y holds too (@) and would make the grade Middle.")]
    [InlineData("floor", "high", "ceiling", "middle", "Overruled: X holds too (@) and would make the grade at least High.")]
    [InlineData("ceiling", "low", "exactly", "high", "Overruled: X holds too (@) and would make the grade at most Low.")]
    [InlineData("floor", "high", "floor", "middle", "Without effect on the grade: Y holds too (@).")]
    public void TheOtherIsTold(string x, string gradeX, string y, string gradeY, string told) =>
        Two(x, gradeX, y, gradeY).Explained(Both("50"))
            .Should().Contain(told.Replace("@", "entries of \"Example\" ≥ 1", StringComparison.Ordinal));

    private static Entry[] Both(string points) => [Entry("a", "2026-01-01", points), Entry("x", "2026-01-02"), Entry("y", "2026-01-03")];

    private static Scheme Two(string x, string gradeX, string y, string gradeY) => Scheme($$"""
        "components": [{{Component(Only("a"))}}], "records": [{"code": "x", "name": @T}, {"code": "y", "name": @T}],
        "grades": {"rounding": {"mode": "none"}, "bands": [
            {"id": "high", "name": {"zh-Hans": "高", "en": "High"}, "from": 80},
            {"id": "middle", "name": {"zh-Hans": "中", "en": "Middle"}, "from": 60},
            {"id": "low", "name": {"zh-Hans": "低", "en": "Low"} }],
          "forced": [{{Forced("x", x, gradeX)}}, {{Forced("y", y, gradeY)}}], "cites": @C}
        """);

    private static string Forced(string id, string effect, string grade) => $$"""
        {"id": "{{id}}", "grade": "{{grade}}", "as": "{{effect}}", "when": {"entries": {"of": "{{id}}", "count": {"atLeast": 1} } },
         "finding": {"code": "f-{{id}}", "name": {"zh-Hans": "{{id}}", "en": "{{id.ToUpperInvariant()}}"} }, "cites": @C}
        """;
}
