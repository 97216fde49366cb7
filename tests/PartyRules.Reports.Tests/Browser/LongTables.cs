using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PartyRules.Reports.Tests.Browser;

/// <summary>Tables so long that they are laid out only when they come into sight are as accessible as short ones.</summary>
public sealed class LongTables(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Members = 320;

    /// <summary>Lays every table out, and counts the rows of each long one.</summary>
    private const string LayOut = """
        () => [...document.querySelectorAll('.long')].map(region => {
          region.style.contentVisibility = 'visible';
          return region.querySelectorAll('tbody tr').length;
        })
        """;

    /// <summary>
    /// All rules but that of colours are asked of the page as it opens. That of colours breaks off where a table is not laid out, and takes
    /// long; it is asked where the tables begin and end, once they are laid out.
    /// </summary>
    [BrowserTheory]
    [InlineData(Language.ChineseSimplified, 1280, ColorScheme.Light)]
    [InlineData(Language.English, 390, ColorScheme.Dark)]
    public async Task TheyAreAccessible(Language language, int width, ColorScheme scheme)
    {
        await using var opened = await chromium.Open(
            Sample.County(Sample.In(language) with { Derivations = 10 }, Members).Page(), width, scheme);

        await Axe.Check(opened.Page, new AxeRunOptions
        {
            ResultTypes = [ResultType.Violations, ResultType.Incomplete],
            Rules = new() { [Axe.Contrast] = new RuleOptions { Enabled = false } },
        });

        var rows = await opened.Page.EvaluateAsync<int[]>(LayOut);
        rows.Should().HaveCount(2, "the ranking and the notice are long").And.OnlyContain(count => count > 300);
        foreach (var table in new[] { "ranking", "notice-table" })
        {
            var colours = await Axe.Check(opened.Page, new AxeRunOptions { RunOnly = RunOnlyOptions.Rules(Axe.Contrast) },
                $".{table} thead", $".{table} tr:nth-child(-n+5)", $".{table} tr:nth-last-child(-n+5)");
            colours.Passes.Single().Nodes.Should().HaveCountGreaterThan(50, "five rows at each end have been seen");
        }
    }
}
