using System.Diagnostics;

namespace PartyRules.Cli.Tests;

/// <summary>The packed packages work in a fresh project and as an installed tool, from a folder.</summary>
public sealed class Packages : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void AFreshProjectAndAnInstalledToolRun()
    {
        var root = Root();
        var release = $"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}";
        var configuration = AppContext.BaseDirectory.Contains(release, StringComparison.Ordinal) ? "Release" : "Debug";
        string[] projects =
        [
            "PartyRules.Engine",
            "PartyRules",
            "PartyRules.Data",
            "PartyRules.NRules",
            "PartyRules.Reports",
            "PartyRules.Verification",
            "PartyRules.Cli",
        ];
        foreach (var project in projects)
            Dotnet(root, "pack", Path.Combine("src", project), "-c", configuration, "--no-build", "-o", Path.Combine(folder, "packages"));

        var packed = Directory.GetFiles(Path.Combine(folder, "packages")).Select(Path.GetFileName);
        packed.Should().Contain([.. projects.Select(project => $"{project}.0.1.0.nupkg"), "PartyRules.0.1.0.snupkg"]);
        RunExample(File.ReadAllText(Path.Combine(root, "README.md"))).Should().Contain("m1: 26, Unqualified");
        RunTool().Should().Contain("fengxian").And.Contain("yongxi");
    }

    /// <summary>Runs the embedding example of the README against the packages.</summary>
    private string RunExample(string readme)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, "fresh")).FullName;
        var example = readme.Split("## Embed it")[1].Split("```csharp\n")[1].Split("```")[0];
        File.WriteAllText(
            Path.Combine(project, "Program.cs"),
            "using Microsoft.Extensions.DependencyInjection;\nusing PartyRules;\nusing PartyRules.Scoring;\n" + example);
        File.WriteAllText(Path.Combine(project, "fresh.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestoreAdditionalProjectSources>{Path.Combine(folder, "packages")}</RestoreAdditionalProjectSources>
                <RestoreFallbackFolders>$(NuGetPackageRoot);{GlobalPackages()}</RestoreFallbackFolders>
                <RestorePackagesPath>{Path.Combine(folder, "restored")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PartyRules" Version="0.1.0" />
                <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.15" />
              </ItemGroup>
            </Project>
            """);
        return Dotnet(project, "run");
    }

    private string RunTool()
    {
        Dotnet(folder, "tool", "install", "PartyRules.Cli", "--tool-path", Path.Combine(folder, "tool"), "--source",
            Path.Combine(folder, "packages"), "--version", "0.1.0");
        return Run(Path.Combine(folder, "tool", OperatingSystem.IsWindows() ? "partyrules.exe" : "partyrules"), folder, "schemes");
    }

    private string GlobalPackages() => Dotnet(folder, "nuget", "locals", "global-packages", "--list").Split(": ", 2)[1].Trim();

    internal static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "PartyRules.sln")))
            directory = directory.Parent!;
        return directory.FullName;
    }

    private static string Dotnet(string directory, params string[] arguments) => Run("dotnet", directory, arguments);

    private static string Run(string program, string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] inheritedKeys = [.. start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))];
        foreach (var inherited in inheritedKeys)
            start.Environment.Remove(inherited);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, "{0} {1}: {2}{3}", program, string.Join(' ', arguments), output, error.Result);
        return output;
    }
}
