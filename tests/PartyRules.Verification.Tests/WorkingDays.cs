using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Tests;

/// <summary>Conditions on working days, which somebody meets, and calendars that nobody asks for.</summary>
public sealed class WorkingDays
{
    private const string Calendar = """
        {
          "week": ["monday", "tuesday", "wednesday", "thursday", "friday"],
          "years": [
            {
              "year": 2026,
              "holidays": [{"from": "2026-01-01", "to": "2026-01-03"}],
              "cites": {"clause": "invented/days", "text": {"en": "Invented"}}
            }
          ],
          "cites": {"clause": "invented/days", "text": {"en": "Invented"}}
        }
        """;

    [Theory]
    [InlineData("working")]
    [InlineData("off")]
    public void AConditionThatSomebodyMeetsIsShown(string days)
    {
        var when = $$"""{"entries": {"of": "violation", "days": "{{days}}", "count": {"atLeast": 2} } }""";

        var findings = SchemeVerifier.Verify(Invented.With(("calendar", Calendar), ("outcomes.0.when", when))).Findings;

        findings.Where(finding => finding.Code == "outcome.follows").Should()
            .ContainSingle().Which.Verdict.Should().Be(Verdict.Proved);
        findings.Single(finding => finding.Code == "calendar.used").Verdict.Should().Be(Verdict.Proved);
    }

    [Fact]
    public void WorkingDaysAreNotTakenForDaysOff()
    {
        const string all = """
            {"all": [
              {"entries": {"of": "violation", "days": "working", "count": {"exactly": 1}}},
              {"entries": {"of": "violation", "days": "off", "count": {"exactly": 0}}}
            ]}
            """;

        var findings = SchemeVerifier.Verify(Invented.With(("calendar", Calendar), ("outcomes.0.when", all))).Findings;

        findings.Should().NotContain(finding => finding.Code == "outcome.follows" && finding.Verdict == Verdict.Refuted);
    }

    [Fact]
    public void ACalendarThatNoClauseAsksForIsTold() =>
        Invented.Refuted(("calendar", Calendar)).Select(finding => finding.Code).Should().Equal("calendar.used");
}
