using PartyRules.Results;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Exemptions;

/// <summary>Subjects whose case is pending.</summary>
public sealed class SubjectsWhoseCaseIsPending
{
    [Fact]
    public void APendingSubjectIsIncompleteAndSaysWhy()
    {
        var scheme = Scheme("""
            "records": [{"code": "inquiry", "name": @T}],
            "exemptions": [{"id": "inquiry-open", "name": @T, "as": "pending",
              "when": {"entries": {"of": "inquiry", "count": {"atLeast": 1}}}, "cites": @C}]
            """);

        var member = scheme.Year(Entry("inquiry", "2026-01-01"));

        member.Status.Should().Be(AssessmentStatus.Incomplete);
        Codes(member).Should().Be("inquiry-open");
        scheme.Year().Status.Should().Be(AssessmentStatus.Assessed);
    }
}
