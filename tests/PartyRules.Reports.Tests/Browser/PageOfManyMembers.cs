using System.Text;
using Xunit.Abstractions;

namespace PartyRules.Reports.Tests.Browser;

/// <summary>
/// The page of a county opens, and shows how one member's result came about, without anybody waiting. What was measured stands in
/// the test's output, and in docs/reports.md.
/// </summary>
public sealed class PageOfManyMembers(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    /// <summary>The list is laid out when it comes into sight, and only who sees it follows one of its links.</summary>
    private const string ScrollToList = """
        async place => {
          document.querySelectorAll('table.ranking a')[place].scrollIntoView();
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        """;

    /// <summary>Clicks on the link of a row and waits until what it leads to has been drawn.</summary>
    private const string ShowDerivation = """
        async place => {
          const link = document.querySelectorAll('table.ranking a')[place];
          const start = performance.now();
          link.click();
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const account = document.querySelector('.derivation[open] .account');
          const box = account.getBoundingClientRect();
          if (box.height < 100 || box.top > innerHeight || box.bottom < 0) throw new Error(`not shown: ${box.top} to ${box.bottom}`);
          return performance.now() - start;
        }
        """;

    [BrowserTheory]
    [InlineData(500)]
    [InlineData(6000)]
    public async Task ItOpensAndShowsADerivationAtOnce(int derivations)
    {
        var page = Sample.County(Sample.In(Language.ChineseSimplified) with { Derivations = derivations }, members: 6000).Page();
        await using var opened = await chromium.Open(page, 1280);
        var browser = await opened.Page.Context.NewCDPSessionAsync(opened.Page);
        await browser.SendAsync("Performance.enable");

        var before = await Work(browser);
        await opened.Page.ReloadAsync();
        await opened.Page.EvaluateAsync(ScrollToList, 400);
        var loading = await Work(browser) - before;
        var painted = await opened.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        var loaded = await opened.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd");
        var shown = await opened.Page.EvaluateAsync<double>(ShowDerivation, 400);
        var showing = await Work(browser) - before - loading;
        output.WriteLine($"{derivations} explained: {Encoding.UTF8.GetByteCount(page) / 1e6:0.0} MB; first paint after {painted:0} ms, "
            + $"loaded after {loaded:0} ms; with the list in sight {loading * 1000:0} ms of work; "
            + $"a derivation shown after {shown:0} ms of which work {showing * 1000:0} ms");

        painted.Should().BeLessThan(5_000);
        loading.Should().BeLessThan(15);
        showing.Should().BeLessThan(2);
    }

    /// <summary>
    /// The seconds of processor time that the page's own thread has worked, which other work on the machine hardly changes.
    /// </summary>
    private static async Task<double> Work(Microsoft.Playwright.ICDPSession browser)
    {
        var metrics = (await browser.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return metrics.EnumerateArray()
            .Single(metric => metric.GetProperty("name").GetString() == "ThreadTime").GetProperty("value").GetDouble();
    }
}
