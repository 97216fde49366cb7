using PartyRules.Data;
using PartyRules.Reading;

namespace PartyRules.Cli.Tests;

/// <summary>
/// What a clerk does with registers as they are: maps a wide one, looks at what is understood, scores several, and keeps results.
/// </summary>
public sealed class TablesOfOffices : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;
    private readonly string scheme;

    public TablesOfOffices()
    {
        scheme = Path.Combine(folder, "scheme.json");
        File.WriteAllText(scheme, """
            {
              "id": "own", "version": "1", "effective": {"from": "2020-01-01"}, "name": {"zh-Hans": "积分"}, "source": {"zh-Hans": "办法"},
              "subjects": {"kind": "member"}, "round": "year",
              "components": [{"id": "tasks", "name": {"zh-Hans": "任务分"}, "start": 0, "minimum": 0, "maximum": 60,
                "items": [
                  {"code": "visit", "name": {"zh-Hans": "走访群众"}, "effect": "add", "worth": {"each": 2}},
                  {"code": "project", "name": {"zh-Hans": "参与项目"}, "effect": "add", "worth": {"value": true}}],
                "cites": {"clause": "own/1", "text": {"zh-Hans": "任务分最高60分"}}}]
            }
            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void AWideRegisterIsReadByTheMappingThatIsProposedForIt()
    {
        var data = Data("一支部", "编号,姓名,类型\n001,张三,党员\n", "姓名,1月,2月,走访群众\n张 三,5,0,3\n合计,5,0,3\n");
        var refused = ToolRun.Of("score", data, "--scheme", scheme, "--lang", "en");
        refused.Status.Should().Be(1);
        refused.Error.Should().Contain("partyrules new mapping");

        ToolRun.Of("new", "mapping", Path.Combine(data, "entries.csv"), "--scheme", scheme, "--lang", "en").Status.Should().Be(0);

        File.ReadAllText(Path.Combine(data, "mapping.json")).Should()
            .Contain("{\"column\": \"1月\", \"item\": \"project\", \"date\": \"2026-01-31\", \"means\": \"value\"}")
            .And.Contain("{\"column\": \"走访群众\", \"item\": \"visit\", \"date\": \"2026-12-31\", \"means\": \"count\"}");
        Results("score", data, "--scheme", scheme, "--out", "-").Should().Equal("001 2026 11");
        ToolRun.Of("new", "mapping", Path.Combine(data, "entries.csv"), "--scheme", scheme).Status.Should().Be(1);
    }

    [Fact]
    public void ConvertWritesWhatIsUnderstood()
    {
        var data = Data("一支部", "编号,姓名,类型\n001,张三,党员\n", "登记表,,\n姓名,项目,日期,分值\n张三,参与项目,2026年3月5日,5分\n");
        var output = Path.Combine(folder, "out");

        var run = ToolRun.Of("convert", data, "--scheme", scheme, "--out", output, "--lang", "en");

        run.Output.Should().Contain("'2026年3月5日' as 2026-03-05").And.Contain("1 subjects, 1 entries");
        File.ReadAllLines(Path.Combine(output, "entries.csv"))[1].Should().StartWith("3,001,project,2026-03-05,5,");
        ToolRun.Of("convert", data, "--scheme", scheme, "--out", data).Status.Should().Be(1);
    }

    [Fact]
    public void TheRegistersOfSeveralBranchesAreScoredAsOneInWhateverOrder()
    {
        var first = Data("一支部", "编号,姓名,类型\n001,张三,党员\n", "编号,党员编号,项目,日期,分值\n1,001,参与项目,2026-03-05,5\n");
        var second = Data("二支部", "编号,姓名,类型\n002,李四,党员\n", "编号,党员编号,项目,日期,分值\n1,002,参与项目,2026-03-05,6\n");

        Results("score", first, second, "--scheme", scheme, "--out", "-").Should().Equal("001 2026 5", "002 2026 6")
            .And.Equal(Results("score", second, first, "--scheme", scheme, "--out", "-"));
    }

    [Fact]
    public void ASubjectOfTwoRegistersIsRefused()
    {
        var first = Data("一支部", "编号,姓名,类型\n001,张三,党员\n", "编号,党员编号,项目,日期,分值\n1,001,参与项目,2026-03-05,5\n");
        var second = Data("二支部", "编号,姓名,类型\n001,李四,党员\n", "编号,党员编号,项目,日期,分值\n1,001,参与项目,2026-03-05,6\n");

        ToolRun.Of("score", first, second, "--scheme", scheme, "--lang", "en").Error.Should().Contain("'001' stands in several data sets");
    }

    [Fact]
    public void ResultsWithWordsAreNextYearsInputAsTheyAre()
    {
        var data = Data("一支部", "编号,姓名,类型\n001,张三,党员\n", "编号,党员编号,项目,日期,分值\n1,001,参与项目,2026-03-05,5\n");
        var results = Path.Combine(folder, "上年结果.csv");
        ToolRun.Of("score", data, "--scheme", scheme, "--out", results, "--words", "zh-Hans").Status.Should().Be(0);
        var written = File.ReadAllLines(results);
        written[0].Should().StartWith("subject,姓名,所属组织,period,status,评定情况");
        written[1].Should().StartWith("001,张三,,2026,assessed,已评定,5");
        File.Move(results, Path.Combine(data, "上年结果.csv"));

        var earlier = DataSetReader.Read(data, SchemeReader.ReadFile(scheme)).Earlier;

        earlier.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Scheme = "own", Subject = "001", Total = (Points)5 });
    }

    [Fact]
    public void ASubjectIsExplainedByItsName()
    {
        var data = Data("一支部", "编号,姓名,类型,支部\n001,张三,党员,一\n002,李四,党员,一\n003,李四,党员,二\n",
            "编号,党员编号,项目,日期,分值\n1,001,参与项目,2026-03-05,5\n");

        ToolRun.Of("explain", data, "--scheme", scheme, "--subject", "张三", "--lang", "en").Output.Should().StartWith("001 张三");
        ToolRun.Of("explain", data, "--scheme", scheme, "--subject", "李四", "--lang", "en").Error.Should().Contain("002 (一), 003 (二)");
    }

    [Fact]
    public void AThousandRowsWithOneMistakeAreOneLineAndCountedWhole()
    {
        var rows = string.Concat(Enumerable.Range(1, 1002).Select(i => $"{i},001,参与项目,{i % 28 + 1}/3/2026,5\n"));
        var data = Data("一支部", "编号,姓名,类型\n001,张三,党员\n", "编号,党员编号,项目,日期,分值\n" + rows);

        var error = ToolRun.Of("score", data, "--scheme", scheme, "--period", "2026", "--lang", "en").Error;

        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2);
        error.Should().Contain("1002 of this kind, also line 3, line 4").And.EndWith("1002 problems; nothing was written.\n");
    }

    [Theory]
    [InlineData("results.xls")]
    [InlineData("results.ods")]
    [InlineData("results.html")]
    public void ResultsAreNotWrittenUnderANameThatSaysSomethingElse(string name)
    {
        var data = Data("一支部", "编号,姓名,类型\n001,张三,党员\n", "编号,党员编号,项目,日期,分值\n1,001,参与项目,2026-03-05,5\n");
        var file = Path.Combine(folder, name);

        ToolRun.Of("score", data, "--scheme", scheme, "--out", file, "--lang", "en").Error.Should().Contain("Write .csv, .xlsx");

        File.Exists(file).Should().BeFalse();
    }

    private static string[] Results(params string[] arguments) =>
    [
        .. ToolRun.Of(arguments).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Select(row => $"{row[0]} {row[1]} {row[3]}"),
    ];

    private string Data(string name, string subjects, string entries)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(Path.Combine(data, "subjects.csv"), subjects);
        File.WriteAllText(Path.Combine(data, "entries.csv"), entries);
        return data;
    }
}
