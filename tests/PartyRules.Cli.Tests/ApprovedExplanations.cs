namespace PartyRules.Cli.Tests;

/// <summary>Whole explanations, approved by a person. A change of the account shows as a change of these files.</summary>
public sealed class ApprovedExplanations
{
    [Theory]
    [InlineData("fengxian", "m08", "en")]
    [InlineData("fengxian", "m08", "zh-Hans")]
    [InlineData("fengxian", "m24", "en")]
    [InlineData("fengxian", "m24", "zh-Hans")]
    [InlineData("fengxian", "m18", "zh-Hans")]
    [InlineData("yongxi", "v6", "en")]
    [InlineData("yongxi", "v6", "zh-Hans")]
    public void AnAccountIsTheApprovedOne(string scheme, string subject, string language)
    {
        var run = ToolRun.Of("explain", ToolRun.Cases(scheme), "--scheme", scheme, "--subject", subject, "--lang", language);

        run.Status.Should().Be(0);
        Compare($"{scheme}.{subject}", language, run.Output);
    }

    [Theory]
    [InlineData("fengxian", "m08", "excellent", "en")]
    [InlineData("fengxian", "m08", "excellent", "zh-Hans")]
    [InlineData("fengxian", "m24", "county-awards", "en")]
    [InlineData("fengxian", "m24", "qualified", "zh-Hans")]
    [InlineData("fengxian", "m18", "excellent", "zh-Hans")]
    [InlineData("yongxi", "v6", "red-flag", "en")]
    [InlineData("yongxi", "v6", "red-flag", "zh-Hans")]
    public void WhyAResultHasNotWhatIsAskedIsTheApprovedAnswer(string scheme, string subject, string code, string language)
    {
        var run = ToolRun.Of(
            "explain", ToolRun.Cases(scheme), "--scheme", scheme, "--subject", subject, "--why-not", code, "--lang", language);

        run.Status.Should().Be(0);
        Compare($"{scheme}.{subject}.why-not-{code}", language, run.Output);
    }

    [Theory]
    [InlineData("fengxian", "m24", "en")]
    [InlineData("fengxian", "m24", "zh-Hans")]
    [InlineData("fengxian", "m18", "zh-Hans")]
    [InlineData("yongxi", "v6", "en")]
    public void TheClausesInTheirOwnWordsAreTheApprovedOnes(string scheme, string subject, string language)
    {
        var run = ToolRun.Of("explain", ToolRun.Cases(scheme), "--scheme", scheme, "--subject", subject, "--text", "--lang", language);

        run.Status.Should().Be(0);
        Compare($"{scheme}.{subject}.text", language, run.Output);
    }

    [Fact]
    public void AllClausesAndOneOfThemAreNotAskedForAtOnce()
    {
        var run = ToolRun.Of("explain", ToolRun.Cases("fengxian"), "--scheme", "fengxian", "--subject", "m08", "--text", "--why-not",
            "excellent", "--lang", "en");

        (run.Status, run.Output).Should().Be((1, ""));
        run.Error.Should().Contain("--text").And.Contain("--why-not");
    }

    [Theory]
    [InlineData("excelent", "en", "No clause of the scheme gives a grade or outcome 'excelent'. Did you mean 'excellent'?")]
    [InlineData("excelent", "zh-Hans", "方案中没有条款给出等次或结果“excelent”。是否应为“excellent”？")]
    public void ACodeThatNoClauseGivesIsRefused(string code, string language, string expected)
    {
        var run = ToolRun.Of(
            "explain", ToolRun.Cases("fengxian"), "--scheme", "fengxian", "--subject", "m08", "--why-not", code, "--lang", language);

        run.Status.Should().Be(1);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(expected);
    }

    /// <summary>
    /// Compares with the approved text; to approve what is told now, run the tests with PARTYRULES_APPROVE=1, and read the texts.
    /// </summary>
    internal static void Compare(string name, string language, string told)
    {
        var file = Path.Combine(Packages.Root(), "tests", "PartyRules.Cli.Tests", "approved", $"{name}.{language}.txt");
        if (Environment.GetEnvironmentVariable("PARTYRULES_APPROVE") == "1")
            File.WriteAllText(file, told);
        told.Should().Be(File.ReadAllText(file));
    }
}
