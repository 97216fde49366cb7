using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Limits;

/// <summary>What counts where more was recorded than limits allow.</summary>
public sealed class MoreThanALimitAllows
{
    [Fact]
    public void AnItemsLimitIsKeptBeforeTheComponents()
    {
        var scheme = Scheme($$"""
            "components": [{{Component($$"""
                "limit": {"per": "month", "points": 6, "cites": @C},
                "items": [
                  {{Item("a", """{"value": true}""", """ "limit": {"per": "month", "points": 4, "cites": @C}""")}},
                  {{Item("b", """{"value": true}""")}}]
                """)}}]
            """);

        scheme.Year(Entry("a", "2026-01-01", "9"), Entry("b", "2026-01-01", "1")).Total.Should().Be((Points)5, "4 + 1");
        scheme.Year(Entry("a", "2026-01-01", "9"), Entry("b", "2026-01-01", "9")).Total.Should().Be((Points)6, "4 + 9, at most 6");
        scheme.Year(Entry("a", "2026-01-31", "9"), Entry("b", "2026-02-01", "9")).Total
            .Should().Be((Points)10, "4 in January, 6 in February");
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
}
