
namespace PartyRules.Tests.Clauses.Pages;

/// <summary>
/// The pages of the kinds of clause say what the code says: keys, messages, lines of explanations, schemes and examples on them are
/// derived. With PARTYRULES_APPROVE=1 the pages are given what is derived now.
/// </summary>
public sealed class PagesOfKinds
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.ChineseSimplified)]
    public void WhatIsDerivedIsCurrent(Language language)
    {
        var pages = ClausePage.AllIn(language).Where(page => page.Exists).ToList();

        pages.Should().HaveCountGreaterThan(20);
        pages.ForEach(page => page.ShouldBeCurrent());
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.ChineseSimplified)]
    public void TheOrderOfAYearIsCurrent(Language language)
    {
        var page = new ArchitecturePage(language);

        page.Derives("order").Should().BeTrue();
        page.ShouldBeCurrent();
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.ChineseSimplified)]
    public void EveryKeyOfASchemeIsOnAPage(Language language)
    {
        var pages = string.Concat(ClausePage.AllIn(language).Select(page => page.Derived()));
        var keys = SchemeKeys.Described(language).ToList();

        keys.Should().HaveCountGreaterThan(200);
        keys.Should().AllSatisfy(key => pages.Should().Contain($"| `{key.Name}` |").And.Contain($"| {key.Description} |"));
    }
}
