
namespace PartyRules.Cli.Tests;

public sealed class ToolRuns : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ScoreWritesTheResultsAndASummary()
    {
        var results = Path.Combine(folder, "results.csv");

        var run = ToolRun.Of("score", ToolRun.Cases("fengxian"), "--scheme", "fengxian", "--out", results, "--lang", "en");

        run.Status.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Contain("Excellent").And.Contain("Proposals, for people to decide:").And.NotContain("\u001b");
        File.ReadLines(results).Should().HaveCount(1 + 24);
    }

    [Fact]
    public void TheReadmeShowsWhatItsCommandPrints()
    {
        var readme = File.ReadAllText(Path.Combine(Packages.Root(), "README.md"));
        var shown = readme.Split("```text\n")[1].Split("```")[0].Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);

        var run = ToolRun.Of("score", Path.Combine(Packages.Root(), "docs", "samples", "county"), "--scheme", "fengxian", "--lang", "en",
            "--out", Path.Combine(folder, "results.csv"));

        run.Output.Split('\n').Select(line => line.TrimEnd()).Should().Contain(shown);
    }

    [Fact]
    public void ScoreWritesResultsToStandardOutput() =>
        ToolRun.Of("score", ToolRun.Cases("yongxi"), "--scheme", "yongxi", "--out", "-").Output
            .Should().StartWith("subject,period,status,total,grade,rank,");

    [Fact]
    public void TheSummaryShowsWhoHeldTheFlagUnderAHeading()
    {
        var output = ToolRun.Of("score", ToolRun.Cases("yongxi"), "--scheme", "yongxi").Output;

        output.Should().Contain("第一名：\n").And.Contain("2026-B5   v1 Village 1, v2 Village 2, v3 Village 3     95");
        output.Should().NotContain("等次", "a contest gives no grades, and a column that holds nothing is left out");
    }

    [Fact]
    public void NumbersStandUnderEachOtherByTheirDecimalPoints()
    {
        var output = ToolRun.Of(
            "score", Path.Combine(Packages.Root(), "docs", "samples", "county"), "--scheme", "fengxian", "--lang", "en").Output;

        output.Should().Contain("m0000154 虚构甲154   102      Excellent")
            .And.Contain("m0000120 虚构戊120    54.5    Unqualified").And.Contain("m0000181 虚构己181    54.75   Unqualified");
    }

    [Fact]
    public void BrokenDataLeavesAnEarlierResultAsItWas()
    {
        File.WriteAllText(Path.Combine(folder, "subjects.csv"), "id,kind,category,employment\nm1,member,organ,in-post\n");
        File.WriteAllText(Path.Combine(folder, "entries.csv"), "id,subject,item,date\ne1,m2,task.targets,never\n");
        var results = Path.Combine(folder, "results.csv");
        File.WriteAllText(results, "earlier");

        var run = ToolRun.Of("score", folder, "--scheme", "fengxian", "--out", results, "--lang", "en");

        run.Status.Should().Be(1);
        run.Error.Split('\n').Should().HaveCount(5, "three problems, their count, and the end of the last line");
        run.Error.Should().Contain("3 problems; nothing was written.");
        File.ReadAllText(results).Should().Be("earlier");
    }

    [Theory]
    [InlineData(2, "score")]
    [InlineData(2, "score", "x")]
    [InlineData(2, "score", "x", "--scheme", "fengxian", "--period", "twenty")]
    [InlineData(2, "score", "x", "--scheme", "fengxian", "--lang", "fr")]
    [InlineData(2, "nonsense")]
    [InlineData(2, "new", "data", "--members", "0", "--out", "x")]
    [InlineData(1, "score", "no-such-folder", "--scheme", "fengxian")]
    [InlineData(1, "score", "x", "--scheme", "fengxain")]
    [InlineData(0, "schemes")]
    [InlineData(0, "schemes", "show", "yongxi")]
    [InlineData(0, "schemes", "schema")]
    [InlineData(0, "schemes", "schema", "layer")]
    [InlineData(2, "schemes", "schema", "entries")]
    [InlineData(0, "verify", "yongxi")]
    [InlineData(1, "verify", "yongix")]
    [InlineData(0, "--help")]
    public void TheExitStatusTellsUsageFromErrors(int status, params string[] arguments) =>
        ToolRun.Of(arguments).Status.Should().Be(status);

    [Fact]
    public void AnUnknownSubjectNamesTheNearest()
    {
        var run = ToolRun.Of("explain", ToolRun.Cases("fengxian"), "--scheme", "fengxian", "--subject", "m088", "--lang", "en");

        run.Status.Should().Be(1);
        run.Error.Should().Contain("Did you mean 'm08'?");
    }

    [Fact]
    public void ASchemeFileCanBeScoredWith()
    {
        var file = Path.Combine(folder, "own.json");
        File.WriteAllText(file, ToolRun.Of("schemes", "show", "yongxi").Output.Replace("\"round\": \"bimonth\"", "\"round\": \"quarter\""));

        var run = ToolRun.Of("score", ToolRun.Cases("yongxi"), "--scheme", file, "--out", "-");

        run.Error.Should().EndWith("subjects.csv [category]: 方案的条款没有用到这一列\n");
        run.Output.Should().Contain("v1,2026-Q1,assessed").And.Contain("v1,2026-Q4,assessed");
    }

    [Fact]
    public void ExplainingEveryResultChangesNoResult()
    {
        var (plain, explained) = (Path.Combine(folder, "plain.csv"), Path.Combine(folder, "explained.csv"));
        ToolRun.Of("score", ToolRun.Cases("yongxi"), "--scheme", "yongxi", "--out", plain);
        ToolRun.Of("score", ToolRun.Cases("yongxi"), "--scheme", "yongxi", "--out", explained, "--explain");

        File.ReadAllText(explained).Should().Be(File.ReadAllText(plain));
    }

    [Fact]
    public void VerifyRunsTheCasesBesideASchemeAndNamesWhatDiffers()
    {
        var file = Path.Combine(folder, "haizhou.json");
        File.WriteAllText(file, ToolRun.Of("schemes", "show", "haizhou").Output);
        Directory.CreateDirectory(Path.Combine(folder, "cases"));
        File.WriteAllText(Path.Combine(folder, "cases", "absences.json"), """
            {"scheme": "haizhou", "cases": [{"name": {"zh-Hans": "缺席两次", "en": "Two absences"}, "year": 2026, "subjects": [{"id": "m1"}],
              "entries": [{"item": "absent", "date": "2026-01-10", "times": 2}],
              "expected": [{"subject": "m1", "measures": ["admonishing-talk"]}]}]}
            """);

        var run = ToolRun.Of("verify", file, "--lang", "en");

        run.Status.Should().Be(1);
        run.Output.Should().Contain("Differs: Two absences");
        run.Error.Should().Contain("absences.json:3:").And.Contain("measures of m1 should be admonishing-talk, and is -");
    }
}
