using PartyRules.Reading;
using PartyRules.Scoring;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Items;

/// <summary>Entries that an item does not apply to, and entries of other years.</summary>
public sealed class EntriesAboutOthers
{
    [Fact]
    public void EntriesOfOtherYearsDoNotCount() =>
        Member(Entry("task.target", "2025-12-31", "6"), Entry("task.target", "2027-01-01", "6")).Components[1].Points
            .Should().Be(Points.Zero);

    [Fact]
    public void AnItemForMembersInPostDoesNotCountForOthersAndIsFound()
    {
        var member = new Scorer(BuiltInSchemes.Get("fengxian"))
            .Score([Subject("m1", "no-post")], [Entry("task.target", "2026-03-31", "6")], 2026)
            .Single();

        member.Total.Should().Be((Points)20);
        member.Findings.Select(finding => finding.Code).Should().Equal("item.not-applicable", "pledges-incomplete");
    }

    [Fact]
    public void ACommendationBelowCountyLevelIsAReward() =>
        Member(Entry("reward.commendation", "2026-07-01", "3", "township")).Components[2].Points.Should().Be((Points)3);
}
