using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Targets;

/// <summary>The share of a pool that meets a target, compared exactly.</summary>
public sealed class SharesOfAPool
{
    [Theory]
    [InlineData(2, "atLeast", "")]
    [InlineData(3, "atLeast", "reached")]
    [InlineData(3, "above", "")]
    [InlineData(4, "above", "reached")]
    public void TheBoundIsIncludedWhereTheRangeSaysSo(int met, string bound, string awards) =>
        Codes(Four(met, $$"""{"{{bound}}": 75}""")[0].Awards).Should().Be(awards, "three of four are 75 percent");

    [Fact]
    public void EachPoolHasAShareOfItsOwn()
    {
        var members = Four(2, """{"exactly": 100}""", "parent");

        members.Select(member => Codes(member.Awards)).Should().Equal("reached", "reached", "", "");
    }

    private static IReadOnlyList<PartyRules.Results.Assessment> Four(int met, string percent, string pool = "all") =>
        new Scorer(Scheme($$"""
        "records": [{"code": "met", "name": @T}],
        "targets": [{"id": "good", "name": @T, "pool": "{{pool}}", "when": {"entries": {"of": "met", "count": {"atLeast": 1} } },
          "cites": @C}],
        "outcomes": [{"code": "reached", "kind": "award", "name": @T, "on": "round",
          "when": {"share": {"of": "good", "percent": {{percent}} } }, "cites": @C}]
        """)).Score(
            [.. Enumerable.Range(1, 4).Select(i => new Subject { Id = $"m{i}", Kind = "member", Parent = i <= 2 ? "a" : "b" })],
            [.. Enumerable.Range(1, met).Select(i => Entry("met", "2026-01-01", subject: $"m{i}"))],
            2026);
}
