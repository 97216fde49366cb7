namespace PartyRules.Cli.Tests;

/// <summary>A department's tables as they are, with Chinese headers, items and words, give the bytes that tables with codes give.</summary>
public sealed class TablesInChinese : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public TablesInChinese()
    {
        File.WriteAllText(Path.Combine(folder, "town.json"), """
            {
              "extends": {"scheme": "fengxian", "version": "2026.1"},
              "id": "town",
              "version": "1",
              "effective": {"from": "2026-01-01"},
              "name": {"zh-Hans": "本镇党员积分（虚构）", "en": "Town member points (invented)"},
              "source": {"zh-Hans": "虚构的办法", "en": "An invented regulation"},
              "aliases": {
                "columns": {"subjects": {"id": ["党员编号"], "category": ["党员类别"]}, "entries": {"item": ["积分事由"], "value": ["认定分值"]}},
                "items": {"task.target": ["重点任务"], "base.dues": ["未交党费"]},
                "categories": {"organ": ["机关"], "rural": ["农村"]}
              }
            }
            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void HeadersItemsAndWordsInChineseGiveTheSameBytes()
    {
        var chinese = Score(
            """
            党员编号,姓名,类型,所在支部,党员类别,任职情况,上年等次
            甲01,张三,党员,一支部,机关,在职,优秀
            甲02,李四,党员,一支部,农村,无职,基本合格

            """,
            """
            编号,党员编号,积分事由,日期,认定分值,级别,备注
            1,甲01,重点任务,2026-01-25,6,,
            2,甲01,未交党费,2026-03-31,1,,补缴
            3,甲01,县级以上表彰或通报表扬,2026-07-01,5,县级,
            4,甲02,共性承诺,2026-02-10,3,,
            5,甲02,见义勇为,2026-05-01,2,,

            """);
        var coded = Score(
            """
            id,name,kind,parent,category,employment,previousGrade
            甲01,张三,member,一支部,organ,in-post,excellent
            甲02,李四,member,一支部,rural,no-post,basically-qualified

            """,
            """
            id,subject,item,date,value,level,note
            1,甲01,task.target,2026-01-25,6,,
            2,甲01,base.dues,2026-03-31,1,,补缴
            3,甲01,commendation,2026-07-01,5,county,
            4,甲02,pledge.common,2026-02-10,3,,
            5,甲02,reward.bravery,2026-05-01,2,,

            """);

        chinese.Should().Equal(coded);
        System.Text.Encoding.UTF8.GetString(chinese)
            .Should().Contain("甲01,2026,assessed,30,", "20 - 1 + 6 + 5").And.Contain("甲02,2026,assessed,25,", "20 + 3 + 2");
    }

    private byte[] Score(string subjects, string entries)
    {
        File.WriteAllText(Path.Combine(folder, "subjects.csv"), subjects);
        File.WriteAllText(Path.Combine(folder, "entries.csv"), entries);
        var results = Path.Combine(folder, "results.csv");

        var run = ToolRun.Of("score", folder, "--scheme", Path.Combine(folder, "town.json"), "--out", results);

        run.Error.Should().BeEmpty();
        return File.ReadAllBytes(results);
    }
}
