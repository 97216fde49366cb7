using PartyRules.Schemes;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Grades;

/// <summary>Where a scale rounds, a total and its grade do not contradict each other unsaid.</summary>
public sealed class TotalsRoundedForTheGrade
{
    [Theory]
    [InlineData("half-up", "89.5", "high", "90")]
    [InlineData("half-up", "89.499999", "low", "89")]
    [InlineData("up", "89.2", "high", "90")]
    [InlineData("half-up", "90", "high", null)]
    public void ThePointsThatWereComparedAreKnown(string mode, string points, string grade, string? rounded)
    {
        var member = Rounded(mode).Year(Entry("a", "2026-01-01", points));

        member.Grade!.Id.Should().Be(grade);
        member.RoundedTotal?.ToString().Should().Be(rounded);
    }

    [Theory]
    [InlineData("89.5", true)]
    [InlineData("90", false)]
    public void TheAccountSaysThatATotalIsRounded(string points, bool isSaid) =>
        Rounded("half-up").Explained(Entry("a", "2026-01-01", points))
            .Contains("The total of 89.5 is rounded to 90 before it is compared with the bounds of the grades.", StringComparison.Ordinal)
            .Should().Be(isSaid);

    private static Scheme Rounded(string mode) => Scheme($$"""
        "components": [{{Component(Only("a"))}}],
        "grades": {"rounding": {"mode": "{{mode}}", "places": 0},
          "bands": [{"id": "high", "name": @T, "from": 90}, {"id": "low", "name": @T}], "cites": @C}
        """);
}
