using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.RulesInCode;

/// <summary>Rules that another department runs beside a scheme.</summary>
public sealed class RulesBesideAScheme
{
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
                .Yield(_ => new Outcome(
                    dossier.Subject,
                    dossier.Period,
                    OutcomeKind.Finding,
                    "local.month-end",
                    new LocalText("月末补录", "Entered at month's end"),
                    null,
                    null));
        }
    }
}
