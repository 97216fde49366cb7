namespace PartyRules.Cli.Tests;

/// <summary>Arguments that nobody means are refused with a reason, and no file from which a command reads is ever written over.</summary>
public sealed class OddArguments : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public OddArguments()
    {
        foreach (var file in Directory.GetFiles(ToolRun.Cases("fengxian")))
            File.Copy(file, In(Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("entries.csv", "score")]
    [InlineData("subjects.csv", "score")]
    [InlineData("earlier.parquet", "score")]
    [InlineData("entries.csv", "score", "--explain")]
    [InlineData("entries.xlsx", "report")]
    public void ATableOfTheDataSetIsNeverWrittenOver(string file, string command, params string[] more)
    {
        var before = Contents();

        var run = ToolRun.Of([command, folder, "--scheme", "fengxian", "--out", In(file), "--lang", "en", .. more]);

        run.Status.Should().Be(1);
        run.Error.Should().StartWith($"{In(file)}: This file would take the place of a table of the data set.");
        Contents().Should().BeEquivalentTo(before);
    }

    [Fact]
    public void ASchemeIsNeverWrittenOver()
    {
        ToolRun.Of("new", "scheme", "--id", "mine", "--name", "Mine", "--out", In("mine")).Status.Should().Be(0);
        var scheme = In("mine/mine.json");
        var before = File.ReadAllText(scheme);

        var run = ToolRun.Of("score", In("mine/data"), "--scheme", scheme, "--out", scheme, "--lang", "en");

        run.Status.Should().Be(1);
        run.Error.Should().StartWith($"{scheme}: This file is the scheme itself.");
        File.ReadAllText(scheme).Should().Be(before);
    }

    [Theory]
    [InlineData(
        "'26' is not a year. Give four digits, such as 2026.",
        "score", "data", "--scheme", "fengxian", "--out", "x.csv", "--lang", "en", "--period", "26")]
    [InlineData(
        "'26' is not a year. Give four digits, such as 2026.",
        "score", "data", "--scheme", "fengxian", "--out", "x.csv", "--period", "26", "--lang=en")]
    [InlineData(
        "--derivations must be a whole number from 0 to 2147483647.",
        "report", "data", "--scheme", "fengxian", "--out", "x.html", "--derivations", "99999999999", "--lang", "en")]
    [InlineData(
        "'9999-12-31' is not a date before the year 9999. Give year, month and day, such as 2027-01-04.",
        "report", "data", "--scheme", "fengxian", "--out", "x.html", "--date", "9999-12-31", "--lang", "en")]
    public void WhatIsWrongWithArgumentsIsToldInTheLanguageTheyAskFor(string message, params string[] arguments) =>
        ToolRun.Of(arguments).Error.Should().StartWith(message);

    [Fact]
    public void ResultsMayStandBesideTheTables() =>
        ToolRun.Of("score", folder, "--scheme", "fengxian", "--out", In("results.csv")).Status.Should().Be(0);

    [Theory]
    [InlineData("--out为空，请写明名称\n", "score", "data", "--scheme", "fengxian", "--out", "")]
    [InlineData("--out为空，请写明名称\n", "new", "data", "--out", "")]
    [InlineData("--out为空，请写明名称\n", "new", "scheme", "--id", "a", "--name", "A", "--out", "")]
    [InlineData("--out为空，请写明名称\n", "schemes", "schema", "--out", "")]
    [InlineData("“10000”不是年份，请用四位数字，例如2026\n", "new", "data", "--out", "x", "--year", "10000")]
    [InlineData("--members应在1到100000000之间，不能是99999999999\n", "new", "data", "--out", "x", "--members", "99999999999")]
    [InlineData(
        "--derivations应为0到2147483647之间的整数\n",
        "report", "data", "--scheme", "fengxian", "--out", "x.html", "--derivations", "99999999999")]
    [InlineData("--derivations应为0到2147483647之间的整数\n", "report", "data", "--scheme", "fengxian", "--out", "x.html", "--derivations", "many")]
    [InlineData("--derivations应为0到2147483647之间的整数\n", "report", "data", "--scheme", "fengxian", "--out", "x.html", "--derivations", "-1")]
    public void WhatCannotBeMeantIsWrongUsage(string error, params string[] arguments)
    {
        var run = ToolRun.Of(arguments);

        (run.Status, run.Error, run.Output).Should().Be((2, error, ""));
    }

    private string In(string file) => Path.Combine(folder, file);

    private Dictionary<string, string> Contents() => Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllText);
}
