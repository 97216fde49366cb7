using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Outcomes;

/// <summary>Awards and measures that follow from rank, total and records.</summary>
public sealed class PrizesByRankAndScore
{
    [Theory]
    [InlineData(5, "prize:600;red-flag")]
    [InlineData(6, "prize:300;red-flag")]
    [InlineData(15, "prize:300;red-flag")]
    public void ThePrizeGoesByRankAndScore(int lost, string awards) =>
        Codes(Branches(1, [.. Round("v1", 1, lost)])[0].Awards).Should().Be(awards);

    [Fact]
    public void ABranchRatedWeakIsPutUnderRectification() =>
        Codes(Branches(1, [.. Round("v1", 1), Entry("weak-rating", "2026-01-31", subject: "v1")])[0].Measures).Should().Be("rectify");
}
