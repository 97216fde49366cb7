using PartyRules.Results;
using static PartyRules.Tests.Drafts;

namespace PartyRules.Tests.Clauses.Inputs;

/// <summary>Results of other schemes and earlier years that count towards a component.</summary>
public sealed class ResultsOfOthers
{
    [Theory]
    [InlineData("self", "m1", "2025", "18")]
    [InlineData("parent", "b1", "2025", "18")]
    [InlineData("self", "b1", "2025", "")]
    [InlineData("self", "m1", "2026", "")]
    public void AnotherResultCountsTowardsAComponent(string from, string subject, string period, string total)
    {
        var scheme = Scheme($$"""
            "inputs": [{"id": "last", "name": @T, "scheme": "t", "yearsBefore": 1, "from": "{{from}}", "cites": @C}],
            "components": [{{Component($$"""
                "carries": [{"of": "last", "percent": 20, "missing": "incomplete", "cites": @C}], "items": []
                """)}}]
            """);
        Period.TryParse(period, out var year).Should().BeTrue();

        var member = scheme.Year(new Subject { Id = "m1", Kind = "member", Parent = "b1" }, [new EarlierResult("t", subject, year, 90)]);

        (member.Total?.ToString() ?? "").Should().Be(total);
        member.Status.Should().Be(total.Length > 0 ? AssessmentStatus.Assessed : AssessmentStatus.Incomplete);
    }
}
