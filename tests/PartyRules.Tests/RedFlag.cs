using PartyRules.Results;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests;

public sealed class RedFlag
{
    [Theory]
    [InlineData(5, "prize:600;red-flag")]
    [InlineData(6, "prize:300;red-flag")]
    [InlineData(15, "prize:300;red-flag")]
    public void ThePrizeGoesByRankAndScore(int lost, string awards) =>
        Codes(Branches(1, [.. Round("v1", 1, lost)])[0].Awards).Should().Be(awards);

    [Fact]
    public void ABranchThatIsAloneIsNotLast() =>
        Branches(1, [.. Round("v1", 1, 15), Entry("finance", "2026-02-21", "0", subject: "v1")])[0].Measures.Should().BeEmpty();

    [Theory]
    [InlineData(15, "")]
    [InlineData(16, "public-statement")]
    public void LastPlaceIsAStrikeBelowEightyFive(int lost, string measures)
    {
        var second = Round("v2", 1).Select(entry => entry.Item == "poverty-relief" ? Entry(entry.Item, "2026-02-20", $"{Math.Max(0, 15 - lost)}", subject: "v2")
            : entry.Item == "finance" && lost == 16 ? Entry(entry.Item, "2026-02-20", "4", subject: "v2") : entry);

        Codes(Branches(2, [.. Round("v1", 1), .. second]).Single(branch => branch.Rank == 2).Measures).Should().Be(measures);
    }

    [Fact]
    public void AMissingIndicatorLeavesTheRoundIncompleteAndUnranked()
    {
        var branch = Branches(1, [.. Round("v1", 1).Skip(1)])[0];

        branch.Status.Should().Be(AssessmentStatus.Incomplete);
        branch.Rank.Should().BeNull();
        Codes(branch.Findings).Should().Be("component.missing:party-building");
    }

    [Fact]
    public void TheYearIsIncompleteUntilAllRoundsWereHeld()
    {
        var year = Branches(1, [.. Round("v1", 1), .. Round("v1", 2)])[^1];

        year.Status.Should().Be(AssessmentStatus.Incomplete);
        year.Measures.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2026-03-01", "a", "")]
    [InlineData("2026-03-01", "b", "next-step-unchecked")]
    [InlineData("2026-02-28", "a", "next-step-unchecked")]
    public void APromiseIsCheckedInTheNextRoundUnderTheSameReference(string checkedOn, string reference, string findings)
    {
        var branches = Branches(
            1, [.. Round("v1", 1), .. Round("v1", 2), Entry("next-step.promised", "2026-02-01", reference: "a", subject: "v1"), Entry("next-step.checked", checkedOn, reference: reference, subject: "v1")]);

        Codes(branches[1].Findings).Should().Be(findings);
    }

    [Theory]
    [InlineData("19.5", "aid-team-under-20-days")]
    [InlineData("20", "")]
    public void TheAidTeamIsInTheVillageTwentyDaysAMonth(string days, string findings) =>
        Codes(Branches(1, [.. Round("v1", 1), Entry("aid-team-days", "2026-01-31", days, subject: "v1")])[0].Findings).Should().Be(findings);

    [Fact]
    public void ABranchRatedWeakIsPutUnderRectification() =>
        Codes(Branches(1, [.. Round("v1", 1), Entry("weak-rating", "2026-01-31", subject: "v1")])[0].Measures).Should().Be("rectify");

    private static string Codes(IReadOnlyList<Outcome> outcomes) => string.Join(';', outcomes.Select(outcome => outcome.Code));
}
