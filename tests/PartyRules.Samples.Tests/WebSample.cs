extern alias web;

using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PartyRules.Samples.Tests;

/// <summary>The sample of a web application, as it is built, asked by real requests; and the page that is made of it.</summary>
[Collection("What is printed")]
public sealed partial class WebSample : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "web");
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly WebApplicationFactory<web::Program> application = new();

    public static TheoryData<string, HttpStatusCode> Requests => new()
    {
        { "score", HttpStatusCode.OK },
        { "refused", HttpStatusCode.UnprocessableEntity },
    };

    public void Dispose() => application.Dispose();

    [Theory]
    [InlineData("Program.cs")]
    [InlineData("appsettings.json")]
    public void ThePageShowsTheWholeApplication(string file) => Compare($"sample: {file}", File.ReadAllText(Path.Combine(Folder, file)));

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task ThePageShowsWhatIsAnswered(string name, HttpStatusCode status)
    {
        using var client = application.CreateClient();
        using var body = new StringContent(Block($"request: {name}"), Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri("/partyrules/schemes/reading-club/score", UriKind.Relative), body);

        answer.StatusCode.Should().Be(status);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Compare($"answer: {name}", JsonSerializer.Serialize(json, Indented) + "\n");
    }

    [Fact]
    public async Task TheSchemesAreThoseOfTheSettings()
    {
        using var client = application.CreateClient();

        var schemes = await client.GetStringAsync(new Uri("/partyrules/schemes", UriKind.Relative));
        var health = await client.GetStringAsync(new Uri("/health", UriKind.Relative));
        var document = await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));

        JsonDocument.Parse(schemes).RootElement.GetProperty("schemes").EnumerateArray()
            .Select(scheme => scheme.GetProperty("id").GetString()).Should().Equal("reading-club");
        health.Should().Be("Healthy");
        document.Should().Contain("/partyrules/schemes/{scheme}/explain");
    }

    private static string Block(string name) => Named().Matches(File.ReadAllText(Path.Combine(Folder, "web.md")))
        .Single(match => match.Groups[1].Value == name).Groups[2].Value;

    /// <summary>Compares a block of the page; with <c>PARTYRULES_APPROVE=1</c> it is written instead.</summary>
    private static void Compare(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("PARTYRULES_APPROVE") == "1")
            Approve(name, text);
        else
            text.Should().Be(Block(name));
    }

    private static void Approve(string name, string text)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "PartyRules.sln")))
            root = Path.GetDirectoryName(root)!;
        var page = Path.Combine(root, "docs", "web.md");
        File.WriteAllText(page, Named().Replace(File.ReadAllText(page), match =>
            match.Groups[1].Value == name
                ? $"{match.Value[..(match.Groups[2].Index - match.Index)]}{text}```"
                : match.Value));
    }

    [GeneratedRegex(@"^<!-- (\w+: [\w.]+) -->\n```\w+\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Named();
}
