using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>
/// Data may call columns, items and other words by their names or by aliases that the scheme declares; results are those of the codes.
/// </summary>
public sealed class ChineseWords : IDisposable
{
    private const string Declared = """
        "aliases": {
          "columns": {"subjects": {"id": ["党员编号"]}, "entries": {"subject": ["党员证号"], "item": ["事由"]}},
          "items": {"task.target": ["目标任务", "年度任务"], "pledge.common": ["共性"]},
          "levels": {"county": ["县"]},
          "categories": {"organ": ["机关"]},
          "employments": {"no-post": ["无岗"]},
          "kinds": {"member": ["正式党员"]},
          "grades": {"excellent": ["好"]}
        },
        "levels": {
        """;

    private const string Subjects = "党员编号,姓名,类型,类别,在岗情况,上年等次\nm1,甲,正式党员,机关,无岗,好\nm2,乙,党员,农村（社区）党员,在职,基本合格\n";
    private const string Entries =
        "编号,党员证号,事由,日期,分值,级别\ne1,m1,共性,2026-01-05,3,\ne2,m1,县级以上表彰或通报表扬,2026-02-05,5,县\ne3,m2,年度任务,2026-01-05,4,\ne4,m2,Act of "
            + "bravery,2026-03-01,2,\n";
    private const string CodedSubjects =
        "id,name,kind,category,employment,previousGrade\nm1,甲,member,organ,no-post,excellent\nm2,乙,member,rural,in-post,"
            + "basically-qualified\n";
    private const string CodedEntries =
        "id,subject,item,date,value,level\ne1,m1,pledge.common,2026-01-05,3,\ne2,m1,commendation,2026-02-05,5,county\ne3,m2,"
            + "task.target,2026-01-05,4,\ne4,m2,reward.bravery,2026-03-01,2,\n";

    private static readonly Scheme Fengxian = WithAliases("\"levels\": {", Declared);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void NamesAndAliasesGiveTheBytesThatCodesGive()
    {
        var chinese = Streamed(Subjects, Entries);

        chinese.Should().Be(Streamed(CodedSubjects, CodedEntries));
        chinese.Should().Contain("m1,2026,assessed,28,").And.Contain("m2,2026,assessed,26,");
    }

    [Fact]
    public void FactsHoldTheCodes()
    {
        Write(Subjects, Entries);

        var data = DataSetReader.Read(folder.Path, Fengxian);

        data.Subjects.Select(subject => (subject.Kind, subject.Category, subject.Employment, subject.PreviousGrade)).Should().Equal(
            ("member", "organ", "no-post", "excellent"), ("member", "rural", "in-post", "basically-qualified"));
        data.Entries.Select(entry => (entry.Item, entry.Level)).Should()
            .Equal(("pledge.common", ""), ("commendation", "county"), ("task.target", ""), ("reward.bravery", ""));
    }

    [Theory]
    [InlineData("年度任务", "年度任物", "entries.csv:4:7 [item]: The item '年度任物' is unknown to the scheme. Did you mean '年度任务'?")]
    [InlineData("Act of bravery", "Act of bravry",
        "entries.csv:5:7 [item]: The item 'Act of bravry' is unknown to the scheme. Did you mean 'Act of bravery'?")]
    [InlineData("年度任务", "task.targt",
        "entries.csv:4:7 [item]: The item 'task.targt' is unknown to the scheme. Did you mean 'task.target'?")]
    [InlineData("级别", "级另", "entries.csv:1:1: The column '级另' is unknown. Did you mean '级别'?")]
    [InlineData("党员证号,", "党员证,", "entries.csv:1:1: The column 'subject' (or: 党员证号, 对象编号, 对象, 党员编号) is missing. Add it to the first line.")]
    [InlineData("5,县", "5,县委级", "entries.csv:3:32 [level]: '县委级' is unknown to the scheme. Did you mean '县级'?")]
    public void TheNearestWordMayBeANameOrAnAlias(string right, string wrong, string expected)
    {
        Write(Subjects, Entries.Replace(right, wrong));

        FluentActions.Invoking(() => DataSetReader.Read(folder.Path, Fengxian)).Should().Throw<ProblemException>()
            .Which.Problems.Select(problem => problem.ToText(Language.English)).Should().Contain(expected);
    }

    [Fact]
    public void ANameThatTwoItemsHaveStandsForNeither()
    {
        var scheme = WithAliases("\"zh-Hans\": \"岗位承诺\"", "\"zh-Hans\": \"共性承诺\"");
        Write(CodedSubjects, CodedEntries.Replace("reward.bravery", "共性承诺"));

        FluentActions.Invoking(() => DataSetReader.Read(folder.Path, scheme)).Should().Throw<ProblemException>()
            .Which.Message.Should()
            .Be("entries.csv:5:7 [item]: '共性承诺' is the name of several: pledge.common, pledge.post. Write the code of the one that "
                + "is meant.");
    }

    [Fact]
    public void AnAttributeIsFoundByItsName()
    {
        var thresholds = BuiltInSchemes.Get("thresholds");
        File.WriteAllText(folder.File("subjects.csv"), "编号,类型,类别,正式党员数,备考\nu1,单位,风电场,3,无\n");
        File.WriteAllText(folder.File("entries.csv"), "编号,对象编号,项目,日期\n");

        DataSetReader.Read(folder.Path, thresholds, 2026).Subjects.Should().ContainSingle().Which.Attributes.Should().Equal(
            new Dictionary<string, string> { ["fullMembers"] = "3", ["备考"] = "无" });
    }

    private static Scheme WithAliases(string right, string replacement)
    {
        var text = Encoding.UTF8.GetString(BuiltInSchemes.Text("fengxian").Span);
        text.Should().Contain(right);
        return SchemeReader.Read(Encoding.UTF8.GetBytes(text.Replace(right, replacement)), "fengxian.json");
    }

    private string Streamed(string subjects, string entries)
    {
        Write(subjects, entries);
        using var text = new StringWriter();
        new ScoreRun(new Scorer(Fengxian)).ScoreTo(folder.Path, text);
        return text.ToString();
    }

    private void Write(string subjects, string entries)
    {
        File.WriteAllText(folder.File("subjects.csv"), subjects);
        File.WriteAllText(folder.File("entries.csv"), entries);
    }
}
