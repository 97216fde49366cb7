using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.InCode;
using PartyRules.Scoring;

namespace PartyRules.Hosting.Tests;

/// <summary>
/// Schemes by configuration: what is right is in force once a host has started, and what is wrong keeps it from starting.
/// </summary>
public sealed class SchemesOfAHost : IDisposable
{
    private static readonly Subject Ann = new() { Id = "ann-of-the-harbour", Kind = "member", Name = "Ann" };

    private readonly Applications applications = new();

    public void Dispose() => applications.Dispose();

    [Fact]
    public async Task FilesAndFoldersAreInForceOnceTheHostHasStarted()
    {
        applications.Write("schemes/crew.json", "crew");
        applications.Write("single.json", "single");
        using var host = applications.Make(
            """{ "PartyRules": { "Schemes": ["schemes", "single.json"], "Derivations": true, "AsOf": "2026-06-30" } }""",
            builder => builder.Services.AddPartyRules(builder.Configuration.GetSection("PartyRules")));
        await host.StartAsync();

        var service = host.Services.GetRequiredService<IAssessmentService>();

        service.SchemeIds.Should().Contain(["crew", "single", "fengxian"]);
        service.For("crew").AsOf.Should().Be(new DateOnly(2026, 6, 30));
        service.For("crew").Explaining.Versions.Id.Should().Be("crew");
        host.Services.GetRequiredService<AssessmentService>().For("single").GivesDerivations.Should().BeTrue();
        var hash = service.VersionsOf("crew").All[0].ContentHash;
        applications.Logged.Should().ContainSingle(line => line.Contains("Scheme crew", StringComparison.Ordinal))
            .Which.Should().StartWith("Information: ").And.Contain(hash);
        applications.Logged.Should().NotContain(line => line.Contains("fengxian", StringComparison.Ordinal));
        await host.StopAsync();
    }

    [Fact]
    public async Task FilesMayBeVersionsOfOneScheme()
    {
        applications.Write("schemes/first.json", "crew", text => Dated(text, "1", "2020-01-01", "2025-12-31"));
        applications.Write("schemes/second.json", "crew", text => Dated(text, "2", "2026-01-01", null));
        using var host = applications.Make(
            """{ "PartyRules": { "Schemes": "schemes", "Offers": ["crew"] } }""",
            builder => builder.Services.AddPartyRules(builder.Configuration.GetSection("PartyRules")));
        await host.StartAsync();

        var service = host.Services.GetRequiredService<IAssessmentService>();

        service.SchemeIds.Should().Equal("crew");
        service.VersionsOf("crew").All.Select(version => version.Version).Should().Equal("1", "2");
        await host.StopAsync();
    }

    [Fact]
    public async Task EveryMistakeInTheSectionIsToldAtOnceWithItsPath()
    {
        using var host = applications.Make(
            """
            {
              "PartyRules": {
                "Scheme": ["a.json"], "Derivations": "perhaps", "AsOf": "30.6.2026", "Rules": { "crew": ["X"] }, "Offers": [" "]
              }
            }
            """,
            builder => builder.Services.AddPartyRules(builder.Configuration.GetSection("PartyRules")));

        var refused = await FluentActions.Awaiting(() => host.StartAsync()).Should().ThrowAsync<OptionsValidationException>();

        refused.Which.Failures.Should().BeEquivalentTo(
            "PartyRules:Scheme: The setting 'Scheme' is unknown. Did you mean 'Schemes'?",
            "PartyRules:Derivations: 'perhaps' is neither true nor false.",
            "PartyRules:AsOf: '30.6.2026' is no date. Write the year, the month and the day, such as 2026-06-30.",
            "PartyRules:Rules: Rules are code, and no setting can name them. Add them where the library is added: options.AddRule or "
            + "options.AddComponentRules.",
            "PartyRules:Offers:0: There is nothing here. Name something, or take the line out.");
    }

    [Fact]
    public async Task ASectionThatIsNotThereIsToldByName()
    {
        using var host = applications.Make(
            """{ "PartyRule": { "Schemes": ["a.json"] } }""",
            builder => builder.Services.AddPartyRules(builder.Configuration.GetSection("PartyRules")));

        await FluentActions.Awaiting(() => host.StartAsync())
            .Should().ThrowAsync<OptionsValidationException>().WithMessage("*no section 'PartyRules'*");
    }

    [Theory]
    [InlineData("""{ "Schemes": ["gone.json"] }""", "*gone.json*")]
    [InlineData("""{ "Schemes": ["gone/"] }""", "*gone/*")]
    [InlineData("""{ "Schemes": ["broken.json", "worse.json"] }""", "*broken.json:*worse.json:*")]
    [InlineData("""{ "Offers": ["fengxain", "yongix"] }""", "*'fengxain'*'fengxian'*'yongix'*'yongxi'*")]
    public async Task WhatIsWrongWithSchemesKeepsAHostFromStarting(string settings, string told)
    {
        applications.Write("broken.json", "crew", text => text.Replace("\"grades\"", "\"grade\"", StringComparison.Ordinal));
        applications.Write("worse.json", "team", text => text[..^20]);
        using var host = applications.Make(
            $$"""{ "PartyRules": {{settings}} }""",
            builder => builder.Services.AddPartyRules(builder.Configuration.GetSection("PartyRules")));

        await FluentActions.Awaiting(() => host.StartAsync()).Should().ThrowAsync<ProblemException>().WithMessage(told);

        applications.Logged.Should().ContainSingle(line => line.StartsWith("Critical: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARuleForASchemeThatIsNotThereKeepsAHostFromStarting()
    {
        applications.Write("crew.json", "crew");
        using var host = applications.Make(
            """{ "PartyRules": { "Schemes": ["crew.json"] } }""",
            builder => builder.Services.AddPartyRules(
                builder.Configuration.GetSection("PartyRules"), options => options.AddRule<NothingFollows>("crow")));

        await FluentActions.Awaiting(() => host.StartAsync()).Should().ThrowAsync<ProblemException>().WithMessage("*'crow'*'crew'*");
    }

    [Fact]
    public async Task SetsUnderKeysHaveSectionsOfTheirOwn()
    {
        applications.Write("crew.json", "crew");
        using var host = applications.Make(
            """{ "Sets": { "harbour": { "Schemes": ["crew.json"], "Offers": ["crew"] }, "county": { "Offers": ["fengxian"] } } }""",
            builder => builder.Services
                .AddKeyedPartyRules("harbour", builder.Configuration.GetSection("Sets:harbour"))
                .AddKeyedPartyRules("county", builder.Configuration.GetSection("Sets:county")));
        await host.StartAsync();

        host.Services.GetRequiredKeyedService<IAssessmentService>("harbour").SchemeIds.Should().Equal("crew");
        host.Services.GetRequiredKeyedService<IAssessmentService>("county").SchemeIds.Should().Equal("fengxian");
        host.Services.GetService<IAssessmentService>().Should().BeNull();
        await host.StopAsync();
    }

    [Fact]
    public async Task WhatPartsOfAHostAddComesTogether()
    {
        applications.Write("crew.json", "crew");
        using var host = applications.Make(
            """{ "One": { "Schemes": ["crew.json"] }, "Two": { "Schemes": ["crew.json"], "Offers": ["crew", "code"] } }""",
            builder => builder.Services
                .AddPartyRules(options => options.AddScheme(new MemberGrading("code").Thresholds().ToScheme()))
                .AddPartyRules(builder.Configuration.GetSection("One"))
                .AddPartyRules(builder.Configuration.GetSection("Two"))
                .AddPartyRules());
        await host.StartAsync();

        host.Services.GetRequiredService<IAssessmentService>().SchemeIds.Should().Equal("code", "crew");
        applications.Logged.Count(line => line.Contains("Scheme crew", StringComparison.Ordinal)).Should().Be(1);
        await host.StopAsync();
    }

    [Fact]
    public async Task WhatIsScoredIsLoggedByNumberAndNobodyIsNamed()
    {
        using var host = applications.Make(
            """{ "PartyRules": { "Offers": ["thresholds"] } }""",
            builder => builder.Services.AddPartyRules(
                builder.Configuration.GetSection("PartyRules"),
                options => options.AddScheme(new MemberGrading("thresholds").Thresholds().ToScheme())));
        await host.StartAsync();
        var scorer = host.Services.GetRequiredService<IAssessmentService>().For("thresholds");

        scorer.Score([Ann, new Subject { Id = "bob", Kind = "member" }], [], 2026).Should().HaveCount(2);
        scorer.Score(Ann, [], 2026, explain: true).Derivation.Should().NotBeNull();
        FluentActions.Invoking(() => scorer.Score([Ann, Ann], [], 2026)).Should().Throw<ProblemException>();

        applications.Logged.Should().Contain("Debug: Scored 2 subjects by thresholds for 2026");
        applications.Logged.Should().Contain("Debug: Scored 1 subjects by thresholds for 2026");
        applications.Logged.Should().ContainSingle(line => line.StartsWith("Information: Refused 2 subjects", StringComparison.Ordinal))
            .Which.Should().Contain("fact.");
        applications.Logged.Should().NotContain(line => line.Contains("ann-of-the-harbour", StringComparison.Ordinal));
        await host.StopAsync();
    }

    [Fact]
    public async Task HealthSaysWhichSchemesAreInForce()
    {
        applications.Write("schemes/crew.json", "crew");
        using var host = WithHealth("""{ "PartyRules": { "Schemes": ["schemes"] } }""");
        await host.StartAsync();
        var service = host.Services.GetRequiredService<AssessmentService>();
        var version = service.VersionsOf("crew").All[0];

        var healthy = (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["partyrules"];
        healthy.Status.Should().Be(HealthStatus.Healthy);
        healthy.Data.Should().BeEquivalentTo(new Dictionary<string, object> { [$"crew {version.Version}"] = version.ContentHash });

        applications.Write("schemes/crew.json", "crew", text => text[..^20]);
        service.Reload();
        var degraded = (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["partyrules"];
        degraded.Status.Should().Be(HealthStatus.Degraded);
        degraded.Description.Should().Contain("crew.json");
        degraded.Data.Should().BeEquivalentTo(healthy.Data);
        applications.Logged.Should().Contain(line => line.StartsWith("Warning: ", StringComparison.Ordinal));
        await host.StopAsync();
    }

    [Fact]
    public async Task HealthSaysThatThereAreNone()
    {
        using var host = WithHealth("""{ "PartyRules": { "Schemes": ["gone.json"] } }""");

        var check = (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["partyrules"];

        check.Status.Should().Be(HealthStatus.Unhealthy);
        check.Description.Should().Contain("gone.json");
    }

    private IHost WithHealth(string json) => applications.Make(json, builder =>
    {
        builder.Services.AddPartyRules(builder.Configuration.GetSection("PartyRules"));
        builder.Services.AddHealthChecks().AddPartyRules();
    });

    private static string Dated(string text, string version, string from, string? to)
    {
        var scheme = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        scheme["version"] = version;
        scheme["effective"] = new System.Text.Json.Nodes.JsonObject { ["from"] = from };
        if (to is not null)
            scheme["effective"]!["to"] = to;
        return scheme.ToJsonString();
    }

    private sealed class NothingFollows : Rule
    {
        public override void Define()
        {
            Dossier dossier = null!;
            When().Match(() => dossier);
            Then().Yield(_ => new object());
        }
    }
}
