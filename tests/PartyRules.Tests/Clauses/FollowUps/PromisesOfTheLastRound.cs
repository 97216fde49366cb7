using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.FollowUps;

/// <summary>Promises that must be answered in the next round.</summary>
public sealed class PromisesOfTheLastRound
{
    [Theory]
    [InlineData("2026-03-01", "a", "")]
    [InlineData("2026-03-01", "b", "next-step-unchecked")]
    [InlineData("2026-02-28", "a", "next-step-unchecked")]
    public void APromiseIsCheckedInTheNextRoundUnderTheSameReference(string checkedOn, string reference, string findings)
    {
        var branches = Branches(
            1,
            [
                .. Round("v1", 1),
                .. Round("v1", 2),
                Entry("next-step.promised", "2026-02-01", reference: "a", subject: "v1"),
                Entry("next-step.checked", checkedOn, reference: reference, subject: "v1"),
            ]);

        Codes(branches[1].Findings).Should().Be(findings);
    }
}
