using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PartyRules.Scoring;

namespace PartyRules.AspNetCore.Tests;

/// <summary>A web application with the endpoints, asked by real requests.</summary>
internal sealed class Web : IAsyncDisposable
{
    private readonly WebApplication application;

    private Web(WebApplication application) => (this.application, Client) = (application, application.GetTestClient());

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>The services of the application.</summary>
    public IServiceProvider Services => application.Services;

    /// <summary>Starts an application.</summary>
    /// <param name="options">What the endpoints take.</param>
    /// <param name="add">Adds the library, and what else; null for the library alone.</param>
    public static async Task<Web> StartAsync(PartyRulesEndpointOptions? options = null, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore().AddOpenApi(api => api.AddPartyRules());
        (add ?? (services => services.AddPartyRules(all => all.Offer("fengxian").Offer("yancheng-branches"))))(builder.Services);
        var application = builder.Build();
        application.MapPartyRules(options: options ?? new PartyRulesEndpointOptions { DefaultLanguage = Language.English });
        application.MapOpenApi();
        await application.StartAsync();
        return new Web(application);
    }

    /// <summary>Asks for something.</summary>
    /// <param name="path">The path below the prefix.</param>
    /// <param name="language">What stands in <c>Accept-Language</c>; null for nothing.</param>
    public Task<Answer> GetAsync(string path, string? language = null) => SendAsync(HttpMethod.Get, path, null, language);

    /// <summary>Sends JSON.</summary>
    /// <param name="path">The path below the prefix.</param>
    /// <param name="json">The body.</param>
    /// <param name="language">What stands in <c>Accept-Language</c>; null for nothing.</param>
    public Task<Answer> PostAsync(string path, string json, string? language = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), language);

    /// <summary>Sends a request.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, string? language)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/partyrules/{path}", UriKind.Relative)) { Content = content };
        if (language is not null)
            request.Headers.Add("Accept-Language", language);
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(
            response.StatusCode, response.Content.Headers.ContentType, text, string.Join(',', response.Content.Headers.ContentLanguage));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.DisposeAsync();
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, MediaTypeHeaderValue? Type, string Text, string Language)
{
    /// <summary>The body.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The errors of problem details, as <c>code path line:column</c>.</summary>
    public IEnumerable<string> Errors => Json.GetProperty("errors").EnumerateArray().Select(error =>
        $"{error.GetProperty("code")} {Part(error, "path")} {Part(error, "line")}:{Part(error, "column")}");

    private static string Part(JsonElement error, string name) => error.TryGetProperty(name, out var part) ? part.ToString() : "-";
}
