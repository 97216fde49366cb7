using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace PartyRules.Packages.Tests;

/// <summary>The packages as somebody gets them: packed, restored into an empty folder, built against, and run.</summary>
public sealed class PackagesAreWhole : IDisposable
{
    private const string Version = "0.1.0-packed";

    private static readonly string[] Libraries =
    [
        "PartyRules", "PartyRules.AspNetCore", "PartyRules.Data", "PartyRules.Engine", "PartyRules.Hosting", "PartyRules.NRules",
        "PartyRules.Reports", "PartyRules.Verification",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void EachSaysWhatItIsAndRunsWhereItIsInstalled()
    {
        Run(Repository.Root, "pack", "PartyRules.sln", "-c", "Release", "--no-build", $"-p:Version={Version}", "-o", Feed);

        foreach (var package in Directory.GetFiles(Feed, "*.nupkg"))
            SaysWhatItIs(package);
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);
        Directory.GetFiles(Feed, "*.nupkg").Select(Name).Should().BeEquivalentTo(projects);
        Directory.GetFiles(Feed, "*.snupkg").Should().HaveSameCount(Directory.GetFiles(Feed, "*.nupkg"));
        AnAppRunsOnThem();
        TheToolRuns();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Feed => Path.Combine(folder, "feed");

    private static string Name(string package) => Path.GetFileName(package)[..^$".{Version}.nupkg".Length];

    private static void SaysWhatItIs(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        var files = zip.Entries.Select(entry => entry.FullName).ToList();
        files.Should().Contain(["README.md", "LICENSE", "CHANGELOG.md", "icon.png"], "{0} is read before it is used", package);
        using var stream = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var about = XDocument.Load(stream).Root!.Elements().Single();
        var told = about.Elements().Where(element => element.Value.Length > 0).Select(element => element.Name.LocalName);
        told.Should().Contain(["description", "tags", "license", "icon", "readme", "releaseNotes"]);
        if (Name(package) != "PartyRules.Cli")
            files.Should().Contain($"lib/net10.0/{Name(package)}.xml", "editors show what each member is");
    }

    private void AnAppRunsOnThem()
    {
        var app = Directory.CreateDirectory(Path.Combine(folder, "app")).FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "App", "Program.cs.txt"), Path.Combine(app, "Program.cs"));
        File.WriteAllText(Path.Combine(app, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", Libraries.Select(name => $"<PackageReference Include=\"{name}\" Version=\"{Version}\" />"))}
              </ItemGroup>
            </Project>
            """);

        Run(app, "run", "-c", "Release").Should().Be("""
            PartyRules: 26
            PartyRules, in words: True
            PartyRules.Engine: 1
            PartyRules.NRules: 26
            PartyRules.Data: 1
            PartyRules.Verification: False
            PartyRules.Reports: True
            PartyRules.Hosting: 0
            PartyRules.AspNetCore: 1000

            """.ReplaceLineEndings("\n"));
    }

    private void TheToolRuns()
    {
        var tools = Path.Combine(folder, "tools");
        Run(folder, "tool", "install", "PartyRules.Cli", "--tool-path", tools, "--version", Version, "--source", Feed);

        Start(Path.Combine(tools, "partyrules"), folder, "schemes").Should().Contain("fengxian");
    }

    private string Run(string from, params string[] arguments) => Start("dotnet", from, arguments);

    /// <summary>What a program prints; packages go to a folder of the test, so that none of them is left for others.</summary>
    private string Start(string program, string from, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = from,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "packages");
        start.Environment["NUGET_FALLBACK_PACKAGES"] = known;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(
            0, "{0} {1}\n{2}\n{3}", program, string.Join(' ', arguments), printed, errors.GetAwaiter().GetResult());
        return printed.ReplaceLineEndings("\n");
    }
}
