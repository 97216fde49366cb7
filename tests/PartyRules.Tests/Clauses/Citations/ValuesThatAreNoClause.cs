using static PartyRules.Tests.Drafts;

namespace PartyRules.Tests.Clauses.Citations;

/// <summary>Whatever a scheme states can say what it rests on.</summary>
public sealed class ValuesThatAreNoClause
{
    [Theory]
    [InlineData("/round")]
    [InlineData("/effective/from")]
    [InlineData("/subjects/kind")]
    [InlineData("/levels")]
    [InlineData("/components/c/maximum")]
    [InlineData("/components/c/items")]
    [InlineData("/components/c/items/a/name")]
    public void APlaceOfTheSchemeIsCited(string place) =>
        Scheme($$"""
            "components": [{{Component(Only("a"))}}],
            "citations": [{"at": "{{place}}", "cites": {"clause": "t/own", "text": @T, "choice": true} }]
            """)
            .Citations.Should().ContainSingle(citation => citation.Clause == "t/own" && citation.IsChoice);

    [Theory]
    [InlineData("/rounds")]
    [InlineData("round")]
    [InlineData("/components/d/maximum")]
    public void APlaceThatIsNotThereIsRefused(string place) =>
        Problems($$"""
            "components": [{{Component(Only("a"))}}], "citations": [{"at": "{{place}}", "cites": @C}]
            """)
            .Should().ContainSingle(problem => problem.Code == "scheme.citation-place" && problem.Location.Path == "$.citations[0].at");
}
