
namespace PartyRules.Cli.Tests;

/// <summary>
/// Every command that reads data says which subjects the scheme does not assess, and refuses data in which it assesses nobody.
/// </summary>
public sealed class SubjectsOfOtherKinds : IDisposable
{
    private const string English =
        "Subjects passed over: 2. fengxian 2026.1 assesses only the kind 'member', not 'membr' (1; did you mean 'member'?), 'branch' (1).";
    private const string Chinese = "未参与评定的对象：2个。方案fengxian 2026.1只评定“member”类型的对象，不评定“membr”（1个，是否应为“member”？）、“branch”（1个）";
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public SubjectsOfOtherKinds()
    {
        Subjects("b1,branch,,\nm1,member,organ,in-post\nm2,membr,organ,in-post\n");
        File.WriteAllText(InFolder("entries.csv"), "id,subject,item,date,value\ne1,m1,task.target,2026-01-05,1\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en", English)]
    [InlineData("zh-Hans", Chinese)]
    public void TheSummarySaysWhoIsPassedOver(string language, string expected)
    {
        foreach (var more in new string[][] { [], ["--explain"] })
        {
            var run = ToolRun.Of(["score", folder, "--scheme", "fengxian", "--lang", language, .. more]);

            run.Status.Should().Be(0);
            Unbroken(run.Output).Should().Contain(Unbroken(expected));
        }
    }

    [Theory]
    [InlineData("en", English)]
    [InlineData("zh-Hans", Chinese)]
    public void WhereResultsArePrintedItStandsBesideThem(string language, string expected)
    {
        foreach (var more in new string[][] { [], ["--explain"] })
        {
            var run = ToolRun.Of(["score", folder, "--scheme", "fengxian", "--out", "-", "--lang", language, .. more]);

            run.Status.Should().Be(0);
            run.Error.Should().Be(expected + "\n");
            run.Output.Should().StartWith("subject,period,").And.Contain("m1,2026,assessed,").And.NotContain("membr");
        }
    }

    [Theory]
    [InlineData("en", English)]
    [InlineData("zh-Hans", Chinese)]
    public void AReportSaysItToo(string language, string expected) =>
        ToolRun.Of("report", folder, "--scheme", "fengxian", "--lang", language, "--out", InFolder("report.html")).Output
            .Should().StartWith(expected + "\n");

    [Theory]
    [InlineData("en", "The subject 'm2' is of a kind that is not assessed, and has no result to explain. "
        + "Subjects passed over: 1. fengxian 2026.1 assesses only the kind 'member', not 'membr' (1; did you mean 'member'?).\n")]
    [InlineData("zh-Hans", "对象“m2”的类型不在评定之列，没有可说明的结果。未参与评定的对象：1个。方案fengxian 2026.1只评定“member”类型的对象，不评定“membr”（1个，是否应为“member”？）\n")]
    public void ToExplainOneOfThemIsAnError(string language, string expected)
    {
        var run = ToolRun.Of("explain", folder, "--scheme", "fengxian", "--subject", "m2", "--lang", language);

        run.Status.Should().Be(1);
        run.Error.Should().StartWith(expected);
        ToolRun.Of("explain", folder, "--scheme", "fengxian", "--subject", "m1", "--lang", language).Status.Should().Be(0);
    }

    [Theory]
    [InlineData("en", "subjects.csv [kind]: No subject is of the kind 'member' (or: 党员), the only one that fengxian 2026.1 assesses. "
        + "Subjects read: 1, of the kinds 'membr' (1; did you mean 'member'?). Correct the kinds, ", "score", "--out", "results.csv")]
    [InlineData("zh-Hans", "subjects.csv [kind]: 没有类型为“member”（或：党员）的对象，而方案fengxian 2026.1只评定该类型；"
        + "读到对象1个，类型为“membr”（1个，是否应为“member”？）。请更正类型，", "score", "--out", "results.csv")]
    [InlineData("en", "subjects.csv [kind]: No subject is of the kind 'member'", "score")]
    [InlineData("en", "subjects.csv [kind]: No subject is of the kind 'member'", "score", "--out", "-")]
    [InlineData("en", "subjects.csv [kind]: No subject is of the kind 'member'", "score", "--explain")]
    [InlineData("en", "subjects.csv [kind]: No subject is of the kind 'member'", "explain", "--subject", "m1")]
    [InlineData("en", "subjects.csv [kind]: No subject is of the kind 'member'", "report", "--out", "results.html")]
    public void AMisspeltFileIsRefusedAndNothingWritten(string language, string expected, string command, params string[] more)
    {
        Subjects("m1,membr,organ,in-post\n");

        var run = ToolRun.Of(
            [
                command, folder, "--scheme", "fengxian", "--lang", language,
                .. more.Select(word => word.StartsWith("results", StringComparison.Ordinal) ? InFolder(word) : word),
            ]);

        run.Status.Should().Be(1);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith(expected);
        Directory.GetFiles(folder).Should().HaveCount(2);
    }

    private string InFolder(string name) => Path.Combine(folder, name);

    private void Subjects(string rows) => File.WriteAllText(
        InFolder("subjects.csv"), "id,kind,category,employment,previousGrade\n" + rows.Replace("\n", ",\n", StringComparison.Ordinal));

    /// <summary>The text without the breaks that a narrow terminal puts in.</summary>
    private static string Unbroken(string text) => text.Replace("\n", "").Replace(" ", "");
}
