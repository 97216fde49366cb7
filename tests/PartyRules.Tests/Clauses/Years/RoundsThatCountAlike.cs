using PartyRules.Schemes;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Years;

/// <summary>Years that are the average or the sum of their rounds, without percentages.</summary>
public sealed class RoundsThatCountAlike
{
    [Theory]
    [InlineData("average", "left-out", "5.33")]
    [InlineData("average", "zero", "4")]
    [InlineData("average", "incomplete", "")]
    [InlineData("sum", "left-out", "16")]
    [InlineData("sum", "zero", "16")]
    [InlineData("sum", "incomplete", "")]
    public void ARoundWithoutATotalCountsAsStated(string take, string missing, string total)
    {
        var year = Year(take, missing, """, "required": true""").Year(
            Entry("a", "2026-01-01", "3"), Entry("a", "2026-04-01", "4"), Entry("a", "2026-07-01", "9"), Entry("x", "2026-10-01"));

        (year.Total?.ToString() ?? "").Should().Be(total, "of 3, 4 and 9 in three of four quarters");
    }

    [Fact]
    public void TwelveMonthsCountExactlyAlike()
    {
        var entries = Enumerable.Range(1, 12).Select(month => Entry("a", $"2026-{month:00}-01", month == 12 ? "1" : "0")).ToArray();

        Year("average", "zero", "", "month").Year(entries).Total.Should().Be(Points.Parse("0.08"), "a twelfth is rounded once");
    }

    [Fact]
    public void TheAccountSaysHowTheyCount()
    {
        var entries = (Entry[])[
            Entry("a", "2026-01-01", "3"), Entry("a", "2026-04-01", "4"), Entry("a", "2026-07-01", "9"), Entry("a", "2026-10-01", "4")];

        Year("average", "zero", "").Explained(entries).Should().Contain("2026-Q3: 9, one of 4 rounds that count alike");
        Year("sum", "zero", "").Explained(entries).Should().Contain("2026-Q3: 9").And.NotContain("%");
    }

    private static Scheme Year(string take, string missing, string more, string round = "quarter") => Scheme($$"""
        "components": [{{Component(Only("a") + more)}}], "records": [{"code": "x", "name": @T}],
        "year": {"take": "{{take}}", "missing": "{{missing}}", "cites": @C}
        """, round);
}
