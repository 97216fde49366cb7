using System.Text.Json;

namespace PartyRules.Cli.Tests;

/// <summary><c>partyrules verify</c> beyond the cases: what is proved and refuted of a scheme, and how it is told.</summary>
public sealed class WhatHoldsForEverybody : IDisposable
{
    [Fact]
    public void WhatNoCaseShowsIsToldWhereItIsAskedFor()
    {
        var plain = ToolRun.Of("verify", "fengxian", "--lang", "en");
        var english = ToolRun.Of("verify", "fengxian", "--coverage", "--lang", "en");
        var chinese = ToolRun.Of("verify", "fengxian", "--coverage", "--lang", "zh-Hans");

        plain.Output.Should().NotContain("not shown");
        (plain.Status, english.Status, chinese.Status).Should().Be((0, 0, 0));
        english.Output.Should().Contain("not shown covered.limit $.components[0].items[1].limit: A case in which more of")
            .And.MatchRegex("fengxian 2026.1: worked cases show [0-9]+ of [0-9]+\\.");
        chinese.Output.Should().Contain("未覆盖 covered.limit $.components[0].items[1].limit：有案例中").And.Contain("案例覆盖");
    }

    [Fact]
    public void AsJsonEverythingIsToldWithTheCasesThatShowIt()
    {
        using var written = JsonDocument.Parse(ToolRun.Of("verify", "fengxian", "--coverage", "--format", "json").Output);

        var lines = written.RootElement.GetProperty("coverage").EnumerateArray().ToList();

        lines.Should().Contain(line => line.GetProperty("cases").GetArrayLength() == 0)
            .And.Contain(line =>
                line.GetProperty("code").GetString() == "covered.forced" && line.GetProperty("cases").GetArrayLength() > 0);
    }

    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en", "error grade.reached", "Invented example s1")]
    [InlineData("zh-Hans", "错误 grade.reached", "虚构的例子 s1")]
    public void AGradeThatNobodyReachesEndsWithStatus1(string language, string told, string example)
    {
        var run = ToolRun.Of("verify", Scheme(150), "--lang", language);

        run.Status.Should().Be(1);
        run.Output.Should().Contain(told).And.Contain(example).And.Contain("[$.grades.bands[0]]");
    }

    [Fact]
    public void ASchemeOfWhichNothingIsWrongEndsWithStatus0() =>
        ToolRun.Of("verify", Scheme(80), "--lang", "en").Should().Match<ToolRun>(run => run.Status == 0 && !run.Output.Contains("error "));

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void WhatMachinesReadIsOneDocument(string format)
    {
        var run = ToolRun.Of("verify", Scheme(150), "--format", format, "--lang", "en");

        run.Status.Should().Be(1);
        run.Error.Should().BeEmpty();
        using var document = JsonDocument.Parse(run.Output);
        document.RootElement.ToString().Should().Contain("grade.reached");
    }

    [Fact]
    public void AFormatThatIsNoneIsWrongUsage() => ToolRun.Of("verify", "fengxian", "--format", "xml").Status.Should().Be(2);

    [Fact]
    public void AnExampleIsADataSetThatScoresAsItSays()
    {
        var (scheme, examples) = (Scheme(150), Path.Combine(folder, "examples"));
        ToolRun.Of("verify", scheme, "--out", examples);

        var example = Directory.GetDirectories(examples).Should().ContainSingle().Subject;
        Path.GetFileName(example).Should().Be("01-grade.reached");
        var results = Path.Combine(folder, "results.csv");
        ToolRun.Of("score", example, "--scheme", scheme, "--out", results).Status.Should().Be(0);
        File.ReadLines(results).ElementAt(1).Should().StartWith("s1,2026,assessed,100,");
    }

    private string Scheme(int excellentFrom)
    {
        var made = Path.Combine(folder, "made");
        ToolRun.Of("new", "scheme", "--name", "Invented", "--id", "invented", "--out", made).Status.Should().Be(0);
        var file = Directory.GetFiles(made, "invented.json").Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"from\": 80", $"\"from\": {excellentFrom}", StringComparison.Ordinal));
        foreach (var cases in Directory.GetFiles(Path.Combine(made, "cases")))
            File.Delete(cases);
        return file;
    }
}
