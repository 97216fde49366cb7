using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyRules.Cli.Tests;

/// <summary>
/// Whatever the tool says of itself and of arguments is in the language that arguments ask for, whatever the system's is.
/// </summary>
public sealed class EveryWordInOneLanguage : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public static TheoryData<string> Commands =>
        ["", "score", "explain", "report", "schemes", "schemes show", "schemes schema", "verify", "new", "new data", "new scheme"];

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Theory]
    [MemberData(nameof(Commands))]
    public void HelpIsInChinese(string command)
    {
        var help = HelpOf(command, "zh-Hans");

        help.Should().StartWith("说明：\n").And.Contain("\n用法：\n  partyrules").And.Contain("[选项]").And.Contain("显示帮助");
        help.Should().NotContainAny("Description", "Usage", "Options", "Arguments", "Commands", "Show", "default", "REQUIRED");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void HelpIsInEnglish(string command)
    {
        var help = HelpOf(command, "en");

        help.Should().StartWith("Description:\n").And.Contain("\nUsage:\n  partyrules").And.Contain("[options]").And.Contain("Shows help.");
        Regex.IsMatch(help, @"\p{IsCJKUnifiedIdeographs}").Should().BeFalse(help);
    }

    [Fact]
    public void HelpTellsWhatIsNeededAndWhatIsAssumed()
    {
        HelpOf("new data", "en").Should()
            .MatchRegex("--out <out> \\(REQUIRED\\) +The folder").And.Contain("[default: 200]")
            .And.Contain("partyrules new data [options]");
        HelpOf("new data", "zh-Hans").Should().MatchRegex("--out <out> （必填） +").And.Contain("[默认：200]");
    }

    [Theory]
    [InlineData("", "A command is missing. Valid: score, explain, report, compare, convert, schemes, verify, new. See --help.",
        "缺少命令。可用：score, explain, report, compare, convert, schemes, verify, new。可用--help查看帮助")]
    [InlineData("scor x", "There is no command 'scor'. Did you mean 'score'?", "没有命令“scor”。是否应为“score”？")]
    [InlineData("new", "A command is missing. Valid: data, scheme, mapping. See --help.", "缺少命令。可用：data, scheme, mapping。可用--help查看帮助")]
    [InlineData("--vesion", "There is no option '--vesion' here. Did you mean '--version'?",
        "此处没有选项“--vesion”。是否应为“--version”？")]
    [InlineData("score data --scheme fengxian --perod 2026", "There is no option '--perod' here. Did you mean '--period'?",
        "此处没有选项“--perod”。是否应为“--period”？")]
    [InlineData("verify a.json --perod", "There is no option '--perod' here. Valid: --coverage, --format, --help, --lang, --out.",
        "此处没有选项“--perod”。可用：--coverage, --format, --help, --lang, --out。")]
    [InlineData("score", "The option --scheme is missing.\nDATA is missing. See --help.", "缺少选项--scheme\n缺少DATA。可用--help查看帮助")]
    [InlineData("score data --scheme", "--scheme must be followed by a value.", "--scheme之后缺少内容")]
    [InlineData(
        "convert data more --scheme fengxian --out made",
        "Nothing is done with 'more'. Leave it out, or quote a path that holds blanks.",
        "“more”没有用处，请去掉；路径中有空格的，请加引号")]
    [InlineData("score data --scheme fengxian --out a.csv --out b.csv", "--out takes one value, but 2 are given.",
        "--out只能有一个值，却给出了2个")]
    [InlineData(
        "new data --out x --kind town", "--kind cannot be 'town'. Valid: county, township.",
        "--kind不能是“town”。可用：county, township。")]
    [InlineData("new data --out x --seed many", "--seed cannot be 'many'.", "--seed不能是“many”。")]
    [InlineData("--version score", "--version stands alone.", "--version只能单独使用")]
    public void WhatIsWrongWithArgumentsIsToldInEitherLanguage(string arguments, string english, string chinese)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        foreach (var (language, message) in new[] { ("en", english), ("zh-Hans", chinese) })
        {
            var run = ToolRun.Of(["--lang=" + language, .. words]);
            var last = ToolRun.Of([.. words, "--lang=" + language]);

            (last.Status, last.Output).Should().Be((2, ""));
            last.Error.Should().Be(message + "\n");
            run.Status.Should().Be(2);
        }
    }

    [Fact]
    public void AWordWithAnAtSignStandsForItself() => ToolRun.Of("score", "@data", "--scheme", "fengxian", "--lang", "en").Error.Should()
        .StartWith("There is no folder '@data'");

    private static string HelpOf(string command, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        var run = ToolRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", language]);
        (run.Status, run.Error).Should().Be((0, ""));
        return run.Output;
    }
}
