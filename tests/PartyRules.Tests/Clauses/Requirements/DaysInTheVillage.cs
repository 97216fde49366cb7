using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Requirements;

/// <summary>Quantities that must be reached in every window.</summary>
public sealed class DaysInTheVillage
{
    [Theory]
    [InlineData("19.5", "aid-team-under-20-days")]
    [InlineData("20", "")]
    public void TheAidTeamIsInTheVillageTwentyDaysAMonth(string days, string findings) =>
        Codes(Branches(1, [.. Round("v1", 1), Entry("aid-team-days", "2026-01-31", days, subject: "v1")])[0].Findings)
            .Should().Be(findings);
}
