using PartyRules.Tests.Clauses.Pages;

namespace PartyRules.Tests.Schemes;

/// <summary>
/// The pages of the built-in schemes name each clause with what it rests on, and each worked case. With PARTYRULES_APPROVE=1 they are
/// written anew.
/// </summary>
public sealed class PagesOfSchemes
{
    [Fact]
    public void EveryPageIsThereAndCurrent()
    {
        foreach (var page in SchemePage.All)
        {
            page.Exists.Should().BeTrue();
            (page.Derives("built-in") || (page.Derives("clauses") && page.Derives("cases"))).Should().BeTrue();
            page.ShouldBeCurrent();
        }
    }
}
