using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PartyRules.Reports.Tests.Browser;

/// <summary>The rules of accessibility, asked of a page that is open.</summary>
internal static class Axe
{
    public const string Contrast = "color-contrast";

    /// <summary>
    /// Asks the rules, which must find nothing wrong, and must not have broken off: a rule that does counts as neither passed nor violated.
    /// </summary>
    public static async Task<AxeResult> Check(IPage page, AxeRunOptions? options = null, params string[] selectors)
    {
        var found = await page.RunAxe(
            new AxeRunContext { Include = [.. selectors.DefaultIfEmpty("html").Select(selector => new AxeSelector(selector))] }, options);
        found.Passes.Should().NotBeEmpty();
        found.Violations.Select(
            violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")
            .Should().BeEmpty();
        found.Incomplete.SelectMany(rule => rule.Nodes).SelectMany(node => node.Any.Concat(node.All).Concat(node.None))
            .Where(check => check.Id == "error-occurred").Select(check => $"{check.Data}").Should().BeEmpty();
        return found;
    }
}
