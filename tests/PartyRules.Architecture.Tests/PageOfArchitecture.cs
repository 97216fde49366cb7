using System.Text.RegularExpressions;
using PartyRules.Architecture.Tests.Reading;

namespace PartyRules.Architecture.Tests;

/// <summary>docs/architecture.md in both languages says the same, and names nothing that is not there.</summary>
public partial class PageOfArchitecture
{
    private static readonly string English = File.ReadAllText(Repository.PathOf("docs", "architecture.md"));
    private static readonly string Chinese = File.ReadAllText(Repository.PathOf("docs", "architecture.zh-Hans.md"));

    [Fact]
    public void BothLanguagesDrawTheSameFloors() =>
        Drawing.Read(Chinese).Should().BeEquivalentTo(Drawing.Read(English), options => options.WithStrictOrdering());

    [Fact]
    public void BothLanguagesNameTheSamePaths() => PathsOf(Chinese).Should().BeEquivalentTo(PathsOf(English));

    [Fact]
    public void EveryPathIsThere() =>
        PathsOf(English).Should().NotBeEmpty().And.OnlyContain(path => Path.Exists(Repository.PathOf(path)));

    private static string[] PathsOf(string page) => [.. NamedPath().Matches(page).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex("`((?:src|tests|docs)/[^`]+)`")]
    private static partial Regex NamedPath();
}
