using PartyRules.Results;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Components;

/// <summary>Components that require an entry.</summary>
public sealed class IndicatorsThatAreMissing
{
    [Fact]
    public void AMissingIndicatorLeavesTheRoundIncompleteAndUnranked()
    {
        var branch = Branches(1, [.. Round("v1", 1).Skip(1)])[0];

        branch.Status.Should().Be(AssessmentStatus.Incomplete);
        branch.Rank.Should().BeNull();
        Codes(branch.Findings).Should().Be("component.missing:party-building");
    }
}
