using PartyRules.Results;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Years;

/// <summary>How rounds make a year where one is missing.</summary>
public sealed class AHalfYearWithoutATotal
{
    [Theory]
    [InlineData("zero", "30")]
    [InlineData("left-out", "75")]
    [InlineData("incomplete", "")]
    public void AHalfYearWithoutATotalMeansWhatIsStated(string missing, string total)
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a") + """, "required": true""")}}], "records": [{"code": "x", "name": @T}],
            "year": {"weights": [40, 60], "missing": "{{missing}}", "cites": @C}
            """, "half-year");

        (scheme.Year(Entry("a", "2026-01-01", "75"), Entry("x", "2026-07-01")).Total?.ToString() ?? "")
            .Should().Be(total, "75 * 40 / 100, or 75 alone, or nothing");
    }

    [Theory]
    [InlineData("zero", "0")]
    [InlineData("left-out", "")]
    public void AHalfYearThatDoesNotCountIsNotTheMissingOne(string missing, string total)
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a") + """, "required": true""")}}], "records": [{"code": "x", "name": @T}],
            "year": {"weights": [0, 100], "missing": "{{missing}}", "cites": @C}
            """, "half-year");

        (scheme.Year(Entry("a", "2026-01-01", "75"), Entry("x", "2026-07-01")).Total?.ToString() ?? "")
            .Should().Be(total, "75 * 0 / 100, or nothing that could grow");
    }

    [Fact]
    public void TheYearIsIncompleteUntilAllRoundsWereHeld()
    {
        var year = Branches(1, [.. Round("v1", 1), .. Round("v1", 2)])[^1];

        year.Status.Should().Be(AssessmentStatus.Incomplete);
        year.Measures.Should().BeEmpty();
    }
}
