using Microsoft.Extensions.DependencyInjection;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Verification.Tests;

/// <summary>An application that asks for verified schemes has no others, at the start and later.</summary>
public sealed class OnlyVerifiedSchemesComeIn : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void ASchemeWithAClaimThatDoesHarmStaysOut()
    {
        Write(Sample);
        using var provider = Services();
        var service = provider.GetRequiredService<AssessmentService>();
        var before = service.For("depot");

        Write(Sample.Replace("{\"is\": 95, \"when\"", "{\"is\": 111, \"when\"", StringComparison.Ordinal));
        service.Reload().Select(problem => problem.Code).Should().Contain("case.differs", "a driver with 95 is no longer excellent");

        service.For("depot").Should().BeSameAs(before);
    }

    [Fact]
    public void AWorkedCaseThatDiffersKeepsItsSchemeOutAtTheStart()
    {
        Write(Sample.Replace("\"worth\": {\"each\": 5}", "\"worth\": {\"each\": 4}", StringComparison.Ordinal));
        using var provider = Services();

        FluentActions.Invoking(provider.GetRequiredService<AssessmentService>)
            .Should().Throw<ProblemException>().Which.Problems
            .Should().Contain(problem => problem.Code.StartsWith("case.", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Sample => File.ReadAllText(Path.Combine(Repository.Root, "docs", "samples", "depot", "depot.json"));

    private ServiceProvider Services() => new ServiceCollection()
        .AddPartyRules(options => options.AddSchemes(SchemeSource.Folder(folder)).VerifySchemes())
        .BuildServiceProvider();

    private void Write(string scheme)
    {
        Directory.CreateDirectory(Path.Combine(folder, "cases"));
        File.Copy(
            Path.Combine(Repository.Root, "docs", "samples", "depot", "cases", "depot.json"),
            Path.Combine(folder, "cases", "depot.json"),
            overwrite: true);
        File.WriteAllText(Path.Combine(folder, "depot.json"), scheme);
    }
}
