using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Marks;

/// <summary>Marks of rounds that are counted over the year.</summary>
public sealed class StrikesOfAYear
{
    [Fact]
    public void ABranchThatIsAloneIsNotLast() =>
        Branches(1, [.. Round("v1", 1, 15), Entry("finance", "2026-02-21", "0", subject: "v1")])[0].Measures.Should().BeEmpty();

    [Theory]
    [InlineData(15, "")]
    [InlineData(16, "public-statement")]
    public void LastPlaceIsAStrikeBelowEightyFive(int lost, string measures)
    {
        var second = Round("v2", 1)
            .Select(entry => entry.Item == "poverty-relief" ? Entry(entry.Item, "2026-02-20", $"{Math.Max(0, 15 - lost)}", subject: "v2")
            : entry.Item == "finance" && lost == 16 ? Entry(entry.Item, "2026-02-20", "4", subject: "v2") : entry);

        Codes(Branches(2, [.. Round("v1", 1), .. second]).Single(branch => branch.Rank == 2).Measures).Should().Be(measures);
    }
}
