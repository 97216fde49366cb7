using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests;

public sealed class MemberPoints
{
    [Theory]
    [InlineData("10", "excellent")]
    [InlineData("9.999999", "qualified")]
    public void ExcellentBeginsAtExactlyNinety(string reward, string grade)
    {
        Entry[] year = [.. Enumerable.Range(1, 12).Select(month => Entry("task.target", $"2026-{month:00}-01", "5"))];

        Member([.. year, Entry("reward.contribution", "2026-06-01", reward)]).Grade!.Id.Should().Be(grade);
    }

    [Theory]
    [InlineData("6", "")]
    [InlineData("6.000001", "task.month-over-cap")]
    public void AMonthAboveSixIsCappedAndFound(string value, string findings)
    {
        var member = Member(Entry("task.target", "2026-03-31", value));

        member.Components[1].Points.Should().Be((Points)6);
        string.Join(';', member.Findings.Select(finding => finding.Code)).Should().Be(findings);
    }

    [Fact]
    public void TheLastDayOfAMonthAndTheFirstOfTheNextAreTwoWindows() =>
        Member(Entry("task.target", "2026-03-31", "6"), Entry("task.unit", "2026-04-01", "6")).Components[1].Points.Should().Be((Points)12);

    [Fact]
    public void EntriesOfOtherYearsDoNotCount() =>
        Member(Entry("task.target", "2025-12-31", "6"), Entry("task.target", "2027-01-01", "6")).Components[1].Points.Should().Be(Points.Zero);

    [Fact]
    public void AnItemForMembersInPostDoesNotCountForOthersAndIsFound()
    {
        var member = new Scorer(BuiltInSchemes.Get("fengxian")).Score([Subject("m1", "no-post")], [Entry("task.target", "2026-03-31", "6")], 2026).Single();

        member.Total.Should().Be((Points)20);
        member.Findings.Select(finding => finding.Code).Should().Equal("item.not-applicable", "pledges-incomplete");
    }

    [Fact]
    public void ACommendationBelowCountyLevelIsAReward() =>
        Member(Entry("reward.commendation", "2026-07-01", "3")).Components[2].Points.Should().Be((Points)3);

    [Fact]
    public void AnotherDepartmentsRuleAddsItsFinding()
    {
        var member = Member(new ScorerOptions { Rules = [new NightEntryIsFound()] }, Entry("task.target", "2026-03-31", "6"));

        member.Findings.Select(finding => finding.Code).Should().Equal("local.month-end");
    }

    private sealed class NightEntryIsFound : Rule
    {
        public override void Define()
        {
            Dossier dossier = null!;
            When()
                .Match(() => dossier)
                .Exists<Entry>(e => e.Date.Day == 31);
            Then()
                .Yield(_ => new Outcome(dossier.Subject, dossier.Period, OutcomeKind.Finding, "local.month-end", new LocalText("月末补录", "Entered at month's end"), null, null));
        }
    }
}
