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
