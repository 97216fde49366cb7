using System.Diagnostics;

namespace PartyRules.Cli.Tests;

/// <summary>Where the runtime knows no cultures, as in small container images, the tool says the same in both languages.</summary>
public sealed class WithoutCultures
{
    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public async Task TheToolSaysTheSame(string language)
    {
        var expected = await Explain(language, "0");

        expected.Should().Contain(language == "en" ? "Total" : "总分");
        (await Explain(language, "1")).Should().Be(expected);
    }

    private static async Task<string> Explain(string language, string isInvariant)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "PartyRules.Cli.dll"), "explain", ToolRun.Cases("fengxian"), "--scheme", "fengxian",
                "--subject", "m08",
                "--lang", language,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = isInvariant;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await error);
        return await output;
    }
}
