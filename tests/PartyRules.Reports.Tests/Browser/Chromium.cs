using Microsoft.Playwright;

namespace PartyRules.Reports.Tests.Browser;

/// <summary>The browser that pages are opened in: the system's own, which loads nothing from anywhere.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    private static readonly string[] Arguments =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why pages cannot be opened here; null where they can.</summary>
    public static string? Missing => File.Exists(Path) ? null : $"There is no {Path}: install the package chromium.";

    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium
            .LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Headless = true, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
    }

    /// <summary>Opens a page from a file, and gives what the browser complained about and asked for beside it.</summary>
    public async Task<OpenPage> Open(string html, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var file = System.IO.Path.Combine(Directory.CreateTempSubdirectory("partyrules").FullName, "page.html");
        await File.WriteAllTextAsync(file, html);
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            BypassCSP = false,
        });
        var page = await context.NewPageAsync();
        var opened = new OpenPage(page, file);
        await page.GotoAsync(opened.Address);
        return opened;
    }
}

/// <summary>A page that is open in the browser.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly string file;

    public OpenPage(IPage page, string file)
    {
        this.file = file;
        Page = page;
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public string Address => new Uri(file).AbsoluteUri;

    public IList<string> Complaints { get; } = [];

    public IList<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Directory.Delete(System.IO.Path.GetDirectoryName(file)!, recursive: true);
    }
}

/// <summary>A test in the browser; skipped, with the reason, where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <summary>Tests in the browser; skipped, with the reason, where there is none.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
