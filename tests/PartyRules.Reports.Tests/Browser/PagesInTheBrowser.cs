using Microsoft.Playwright;

namespace PartyRules.Reports.Tests.Browser;

/// <summary>Pages as people open them: on a desk, on a phone, in the dark, with the keyboard, on paper.</summary>
public sealed class PagesInTheBrowser(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Desk = 1280;
    private const int Phone = 390;

    public static TheoryData<string, Language, int, ColorScheme> Views
    {
        get
        {
            var views = new TheoryData<string, Language, int, ColorScheme>();
            foreach (var kind in new[] { "members", "villages", "notice", "sign" })
            {
                views.Add(kind, Language.ChineseSimplified, Desk, ColorScheme.Light);
                views.Add(kind, Language.ChineseSimplified, Phone, ColorScheme.Dark);
                views.Add(kind, Language.English, Desk, ColorScheme.Dark);
                views.Add(kind, Language.English, Phone, ColorScheme.Light);
            }

            return views;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task APageIsAccessibleFitsAndAsksForNothing(string kind, Language language, int width, ColorScheme scheme)
    {
        await using var opened = await chromium.Open(Page(kind, language), width, scheme);
        await OpenEverything(opened.Page);

        opened.Complaints.Should().BeEmpty();
        opened.Requests.Where(address => address != "data:,").Should().Equal(opened.Address);
        (await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .Should().BeLessThanOrEqualTo(0, "only tables scroll sideways");
        await Axe.Check(opened.Page);
    }

    [BrowserFact]
    public async Task ThePolicyStopsAScriptThatGotIntoThePage()
    {
        var page = Page("members", Language.English).Replace(
            "<main",
            "<script>document.title = 'taken over'</script><p style=\"color: red\">x</p><img src=\"https://example.invalid/x.png\"><main",
            StringComparison.Ordinal);
        await using var opened = await chromium.Open(page, Desk);

        (await opened.Page.TitleAsync()).Should().NotBe("taken over");
        opened.Complaints.Should().HaveCount(3).And.OnlyContain(complaint => complaint.Contains("Content Security Policy"));
    }

    [BrowserFact]
    public async Task TheKeyboardReachesContentsTablesAndDerivations()
    {
        await using var opened = await chromium.Open(Page("members", Language.English), Desk);
        var page = opened.Page;

        await page.Keyboard.PressAsync("Tab");
        (await Focused(page)).Should().Be("Skip to the contents");
        (await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().left >= 0"))
            .Should().BeTrue("what has the focus is seen");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        (await Focused(page)).Should().Be("Grades and totals");
        var reached = new List<string>();
        for (var i = 0; i < 400 && !reached.Contains("summary"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>(
                "document.activeElement.closest('.derivation') ? 'summary' : document.activeElement.localName"));
        }

        reached.Should().Contain(["a", "div", "summary"]);
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<bool>("document.activeElement.parentElement.open")).Should().BeTrue();
    }

    [BrowserFact]
    public async Task ALinkFromTheListOpensTheDerivation()
    {
        await using var opened = await chromium.Open(Page("members", Language.ChineseSimplified), Desk);

        await opened.Page.Locator("table.ranking a").Nth(4).ClickAsync();

        (await opened.Page.Locator(".derivation[open]").CountAsync()).Should().Be(1);
        (await opened.Page.Locator(".derivation[open] .account").IsVisibleAsync()).Should().BeTrue();
    }

    [BrowserFact]
    public async Task HostileNamesStayWithinThePage()
    {
        var subjects = HostileText.Gallery.Select((row, index) => Sample.Member($"m{index}", (string)row[0]!)).ToList();
        var page = Sample.Of(
            Sample.Members, subjects, subjects.SelectMany(subject => Sample.Tasks(subject.Id, 12, 5)), Sample.In(Language.English)).Page();
        await using var opened = await chromium.Open(page, Phone);
        await OpenEverything(opened.Page);

        opened.Complaints.Should().BeEmpty();
        opened.Requests.Where(address => address != "data:,").Should().Equal(opened.Address);
        (await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .Should().BeLessThanOrEqualTo(0);
    }

    [BrowserTheory]
    [InlineData("members", Language.ChineseSimplified)]
    [InlineData("members", Language.English)]
    [InlineData("villages", Language.ChineseSimplified)]
    [InlineData("notice", Language.English)]
    [InlineData("sign", Language.ChineseSimplified)]
    public async Task PaperIsA4WithTheHeadsRepeated(string kind, Language language)
    {
        await using var opened = await chromium.Open(Page(kind, language), Desk, ColorScheme.Dark);
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        (await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"))
            .Should().Be("rgb(255, 255, 255)", "paper is white whatever the screen");
        (await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('thead')].map(head => getComputedStyle(head).display)"))
            .Should().NotContain(display => display != "table-header-group");
        var pdf = Pdf.Of(await opened.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        pdf.Pages.Should().BeInRange(Pages[kind] - 1, Pages[kind] + 1, "fonts differ from system to system");
        pdf.Sizes.Should().OnlyContain(size => Math.Abs(size.Width - 595.28) < 1 && Math.Abs(size.Height - 841.89) < 1);
    }

    [BrowserTheory]
    [InlineData(Language.ChineseSimplified)]
    [InlineData(Language.English)]
    public async Task ANoticeOfTwentyNineNamesFitsItsPage(Language language)
    {
        var notice = Sample.County(Sample.In(language) with { Contact = "000-0000000" }, members: 30).NoticePage();
        await using var opened = await chromium.Open(notice, Desk);
        (await opened.Page.Locator("tbody tr").CountAsync()).Should().BeInRange(29, 30);

        Pdf.Of(await opened.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true })).Pages.Should().Be(1);
    }

    [BrowserTheory]
    [InlineData("report")]
    [InlineData("notice")]
    public async Task OnAPhoneLongNamesAreNotSetACharacterALine(string kind)
    {
        var subjects = Enumerable.Range(1, 6).Select(i =>
            Sample.Member($"m{i}", $"虚构的很长的姓名第{i}号", parent: "某某乡某某村第三网格党支部第二党小组")).ToList();
        var report = Sample.Of(
            Sample.Members, subjects, subjects.SelectMany(subject => Sample.Tasks(subject.Id, 12, 5)),
            Sample.In(Language.ChineseSimplified));
        await using var opened = await chromium.Open(kind == "report" ? report.Page() : report.NoticePage(), Phone);

        var narrowest = await opened.Page.EvaluateAsync<double>(
            """
            Math.min(...[...document.querySelectorAll('tbody th, tbody td:not([class])')].map(cell =>
                cell.clientWidth / parseFloat(getComputedStyle(cell).fontSize)))
            """);

        narrowest.Should().BeGreaterThan(4, "cells of words are at least as wide as four characters");
    }

    /// <summary>How many sheets of paper the samples take.</summary>
    private static Dictionary<string, int> Pages { get; } =
        new(StringComparer.Ordinal) { ["members"] = 4, ["villages"] = 5, ["notice"] = 2, ["sign"] = 23 };

    private static string Page(string kind, Language language) => kind switch
    {
        "members" => Sample.County(Sample.In(language), members: 12).Page(),
        "villages" => Sample.Township(Sample.In(language)).Page(),
        "sign" => Sample.County(Sample.In(language), members: 12).SignaturePage(),
        _ => Sample.County(Sample.In(language) with { Contact = "000-0000000" }).NoticePage(),
    };

    private static Task OpenEverything(IPage page) =>
        page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");
}
