using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Tests;

/// <summary>Conditions on times of day and on the minutes between them, which somebody meets.</summary>
public sealed class TimesOfDay
{
    private const string Entries = """
        {
          "attributes": {
            "arrived": {"name": {"en": "Arrived"}, "kind": "time"},
            "left": {"name": {"en": "Left"}, "kind": "time"}
          },
          "numbers": {
            "late": {"name": {"en": "Late"}, "minutes": {"from": "08:30", "to": "arrived", "ifEarlier": "refused"}},
            "early": {"name": {"en": "Early"}, "minutes": {"from": "left", "to": "18:00", "ifEarlier": "zero"}},
            "stay": {"name": {"en": "Stay"}, "minutes": {"from": "arrived", "to": "left", "ifEarlier": "next-day"}}
          }
        }
        """;

    [Theory]
    [InlineData(""" "time": {"of": "arrived", "from": "22:00", "below": "06:00"} """)]
    [InlineData(""" "time": {"of": "arrived", "above": "12:00", "to": "12:00:01"} """)]
    [InlineData(""" "time": {"of": "arrived", "below": "00:00:01"} """)]
    [InlineData(""" "valueOf": "late", "value": {"above": 120} """)]
    [InlineData(""" "valueOf": "late", "value": {"atLeast": 5, "below": 5.5} """)]
    [InlineData(""" "valueOf": "early", "value": {"above": 90} """)]
    [InlineData(""" "valueOf": "stay", "value": {"atLeast": 480}, "time": {"of": "arrived", "from": "22:00"} """)]
    [InlineData(""" "valueOf": "stay", "value": {"atLeast": 480}, "time": {"of": "left", "to": "06:00"} """)]
    [InlineData(""" "valueOf": "late", "value": {"atLeast": 1}, "time": {"of": "left", "below": "12:00"} """)]
    public void AConditionThatSomebodyMeetsIsShown(string asked)
    {
        var when = $$"""{"entries": {"of": "violation", {{asked}}, "count": {"atLeast": 2} } }""";

        var findings = SchemeVerifier.Verify(Invented.With(("entries", Entries), ("outcomes.0.when", when))).Findings;

        findings.Where(finding => finding.Code == "outcome.follows").Should()
            .ContainSingle().Which.Verdict.Should().Be(Verdict.Proved);
    }

    [Fact]
    public void PartsOfTheDayThatDifferOnlyInSecondsAreNotTakenForTheSame()
    {
        const string all = """
            {"all": [
              {"entries": {"of": "violation", "time": {"of": "arrived", "from": "22:00"}, "count": {"exactly": 1}}},
              {"entries": {"of": "violation", "time": {"of": "arrived", "from": "22:00:30"}, "count": {"exactly": 0}}}
            ]}
            """;

        var findings = SchemeVerifier.Verify(Invented.With(("entries", Entries), ("outcomes.0.when", all))).Findings;

        findings.Should().NotContain(finding => finding.Code == "outcome.follows" && finding.Verdict == Verdict.Refuted);
    }
}
