using System.Diagnostics;
using PartyRules.Data;
using PartyRules.Data.Samples;

namespace PartyRules.Cli.Tests;

/// <summary>
/// The real tool as a process of its own, stopped in the middle: an earlier result stays, and the next run finds a clean place.
/// </summary>
public sealed class InterruptedRuns : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;
    private readonly string results;

    public InterruptedRuns()
    {
        results = Path.Combine(folder, "results.csv");
        File.WriteAllText(results, "earlier");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AKilledRunLeavesTheEarlierResultAndTheNextRunIsWhole(bool isShuffled)
    {
        const int Members = 20_000;
        DataSetWriter.Write(folder, SampleCounty.Subjects(Members, 1), SampleCounty.Entries(Members, 1, 2026), isShuffled ? 1UL : null);
        using (var process = Start("dotnet", Score()))
        {
            SpinWait.SpinUntil(() => process.HasExited || IsWriting(process));
            process.Kill();
            process.WaitForExit();
            process.ExitCode.Should().NotBe(0, "the run was to be killed before its end");
        }

        File.ReadAllText(results).Should().Be("earlier");
        if (OperatingSystem.IsLinux())
            Directory.GetFiles(folder).Select(Path.GetFileName).Should().BeEquivalentTo("subjects.csv", "entries.csv", "results.csv");
        using (var process = Start("dotnet", Score()))
        {
            process.WaitForExit();
            process.ExitCode.Should().Be(0);
        }

        File.ReadLines(results).Should().HaveCount(Members + 1);
        Directory.GetFiles(folder).Select(Path.GetFileName).Should().BeEquivalentTo("subjects.csv", "entries.csv", "results.csv");
    }

    [UnixTheory]
    [InlineData("results.csv")]
    [InlineData("results.jsonl")]
    [InlineData("results.xlsx")]
    [InlineData("results.parquet")]
    public void AFullDiskIsSaidAndTheEarlierResultStays(string name)
    {
        DataSetWriter.Write(folder, SampleCounty.Subjects(20_000, 1), SampleCounty.Entries(20_000, 1, 2026));
        File.WriteAllText(Path.Combine(folder, name), "earlier");
        var score = string.Join(' ', Score(Path.Combine(folder, name)).Select(argument => $"'{argument}'"));

        // No file may grow beyond 16 KB: the write that would make it so fails, as on a full disk.
        using var process = Start("bash", "-c", $"trap '' XFSZ; ulimit -f 16; exec dotnet {score}");
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        process.ExitCode.Should().Be(1, error);
        error.Should().Contain("The file system refused");
        File.ReadAllText(Path.Combine(folder, name)).Should().Be("earlier");
        Directory.GetFiles(folder).Select(Path.GetFileName)
            .Should().OnlyContain(file => file == "subjects.csv" || file == "entries.csv" || file == "results.csv" || file == name);
    }

    /// <summary>Whether a process has a file for results open, which has no name where the system lets it have none.</summary>
    private bool IsWriting(Process process)
    {
        try
        {
            return File.Exists(results + ".partial") || (OperatingSystem.IsLinux() && Directory.EnumerateFiles($"/proc/{process.Id}/fd")
                .Any(file => new FileInfo(file).LinkTarget is { } target && target.StartsWith(folder + "/#", StringComparison.Ordinal)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The process closes files, or ends, while it is looked at.
            return false;
        }
    }

    private string[] Score(string? path = null) =>
        [typeof(Tool).Assembly.Location, "score", folder, "--scheme", "fengxian", "--lang", "en", "--out", path ?? results];

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The runtime otherwise keeps its code in a file in memory, to which the limit on files would apply.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}

/// <summary>A theory that needs bash and its <c>ulimit</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (!File.Exists("/bin/bash"))
            Skip = "Needs bash, whose ulimit stands for a full disk.";
    }
}
