using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>Registers whose columns are named in two rows: months above and items below, the other way round, and merged cells.</summary>
public sealed class NamesInTwoRows : IDisposable
{
    private const string People = "编号,姓名,类型\n001,张三,党员\n002,李四,党员\n";
    private readonly TemporaryFolder folder = new();
    private readonly Scheme scheme = SchemeReader.ReadFile(Path.Combine("registers", "schemes", "reg.json"));

    public NamesInTwoRows() => File.WriteAllText(folder.File("subjects.csv"), People);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("姓名,1月,,2月,\n,走访群众(次),参与项目,走访群众(次),参与项目\n张三,2,3,1,\n李四,,4,,1\n合计,2,7,1,1\n")]
    [InlineData("积分登记表,,,,\n姓名,1月,,2月,\n,走访群众(次),参与项目,走访群众(次),参与项目\n张三,2,3,1,\n李四,,4,,1\n")]
    [InlineData(",走访群众(次),,参与项目,\n姓名,1月,2月,1月,2月\n张三,2,1,3,\n李四,,,4,1\n")]
    [InlineData("姓名,一月份,,二月份,\n姓名,走访群众(次),参与项目,走访群众(次),参与项目\n张三,2,3,1,\n李四,,4,,1\n")]
    public void MonthsAndItemsTogetherSayWhatAColumnHolds(string register)
    {
        File.WriteAllText(folder.File("entries.csv"), register);

        Map();

        Totals().Should().Equal("001 27", "002 25");
        DataSetReader.Read(folder.Path, scheme, 2026).Notices.Should().NotContain(notice => notice.Code == "notice.twin-entries");
        Entries().Should().BeEquivalentTo(
            "001 task.visit 2026-01-31 ", "001 task.visit 2026-01-31 ", "001 task.visit 2026-02-28 ", "001 task.project 2026-01-31 3",
            "002 task.project 2026-01-31 4", "002 task.project 2026-02-28 1");
    }

    [Fact]
    public void CellsThatAreMergedNameColumnsInWorkbooks()
    {
        Sheets.Write(folder.File("entries.xlsx"), new Spelling(), new Sheet("登记", [
            ["积分登记表"],
            ["姓名", "1月", null, "2月", null, "合计"],
            [null, "走访群众", "参与项目", "走访群众", "参与项目"],
            ["张三", 2, 3, 1, null, 6],
            ["李四", null, 4, null, 1, 5],
        ])
        { Merged = ["A1:F1", "A2:A3", "B2:C2", "D2:E2", "F2:F3"] });

        Map();

        Totals().Should().Equal("001 27", "002 25");
    }

    [Fact]
    public void GroupsThatSayNothingMoreAreLeftOut()
    {
        File.WriteAllText(folder.File("entries.csv"), "编号,姓名,一季度,,,二季度\n编号,姓名,1月,2月,3月,4月\n1,张三,1,,2,\n2,李四,,,,3\n");

        Map().Should().Contain("\"column\": \"4月\"").And.NotContain("季度");
    }

    [Theory]
    [InlineData("姓名,一季度,第四季度\n", "2026-03-31", "2026-12-31")]
    [InlineData("姓名,上半年,下半年\n", "2026-06-30", "2026-12-31")]
    [InlineData("姓名,Feb,September\n", "2026-02-28", "2026-09-30")]
    [InlineData("姓名,Q1,Q2\n", "2026-03-31", "2026-06-30")]
    public void QuartersHalvesAndEnglishMonthsAreColumnsToo(string headings, params string[] days)
    {
        File.WriteAllText(folder.File("entries.csv"), headings);

        Map().Should().ContainAll(days.Select(day => $"\"date\": \"{day}\""));
    }

    [Fact]
    public void NamesOfOneRowOfEntriesMayBeAboveTheRest()
    {
        File.WriteAllText(folder.File("entries.csv"), "编号,党员编号,登记内容,,,\n,,项目,日期,分值,备注\ne1,001,参与项目,2026-03-05,3,\n");

        Totals().Should().Equal("001 23", "002 20");
    }

    [Fact]
    public void AValueIsNeverLeftUnderANameThatIsNotRead()
    {
        File.WriteAllText(folder.File("entries.csv"), "编号,党员编号,项目,日期,登记内容,\n,,,,分值,备注\ne1,001,参与项目,2026-03-05,3,\n");

        FluentActions.Invoking(Totals).Should().Throw<Diagnostics.ProblemException>();
    }

    private string Map()
    {
        var mapping = RegisterMapping.Propose(Directory.EnumerateFiles(folder.Path, "entries.*").Single(), scheme, 2026);
        File.WriteAllText(folder.File("mapping.json"), mapping);
        return mapping;
    }

    private List<string> Totals()
    {
        using var results = new StringWriter();
        new ScoreRun(new Scorer(scheme), new ScoreRunOptions { Year = 2026 }).ScoreTo(folder.Path, results);
        return [.. results.ToString().Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .Select(row => $"{row[0].Trim('"', '\'')} {row[3]}")];
    }

    private List<string> Entries() =>
        [.. DataSetReader.Read(folder.Path, scheme, 2026).Entries
            .Select(entry => $"{entry.Subject} {entry.Item} {entry.Date:yyyy-MM-dd} {entry.Value}")];
}
