using PartyRules.Explanations;
using PartyRules.Scoring;
using static PartyRules.Tests.Drafts;
using static PartyRules.Tests.Scored;

namespace PartyRules.Tests.Clauses.Components;

/// <summary>Components that are scored and told, and that the total leaves out.</summary>
public sealed class ComponentsThatInform
{
    private static readonly Entry[] Entries = [Entry("a", "2026-01-01", "20"), Entry("b", "2026-01-02", "7")];

    [Theory]
    [InlineData("", 20)]
    [InlineData(""", "total": {"minimum": null, "maximum": 100, "cites": @C}""", 20)]
    [InlineData(""", "groups": [{"id": "g", "name": @T, "of": ["a"], "minimum": null, "maximum": 15, "cites": @C}]""", 15)]
    public void TheTotalLeavesThemOutHoweverItIsMade(string more, int total)
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"), "a")}}, {{Component("\"counts\": false, " + Only("b"), "b")}}]{{more}}
            """);

        var year = scheme.Year(Entries);

        year.Total.Should().Be((Points)total);
        year.Components.Select(score => score.Points).Should().Equal(20, 7);
        scheme.Components.Select(component => component.Counts).Should().Equal(true, false);
    }

    [Fact]
    public void WeightsAreOfTheOthersAlone()
    {
        var scheme = Scheme($$"""
            "components": [{{Component("\"weight\": 100, " + Only("a"), "a")}}, {{Component("\"counts\": false, " + Only("b"), "b")}}]
            """);

        scheme.Year(Entries).Total.Should().Be((Points)20);
    }

    [Theory]
    [InlineData(Language.English, "It informs; the total leaves it out", "Total: 20 = 20")]
    [InlineData(Language.ChineseSimplified, "仅供参考，不计入总分", "总分：20 = 20")]
    public void TheAccountSaysSo(Language language, string informs, string total)
    {
        var scheme = Scheme($$"""
            "components": [{{Component(Only("a"), "a")}}, {{Component("\"counts\": false, " + Only("b"), "b")}}]
            """);

        var year = new Scorer(scheme, new ScorerOptions { Derivations = true })
            .Score([new Subject { Id = "m1", Kind = "member" }], Entries, 2026).Single();

        Explainer.Explain(year, language).Should().Contain(informs).And.Contain(total);
    }
}
