using System.Text;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Tests.Clauses.Aliases;

/// <summary>What the words of data stand for.</summary>
public sealed class WordsOfData
{
    [Theory]
    [InlineData("base.study", "base.study")]
    [InlineData("学习教育：未按要求参加理论学习", "base.study")]
    [InlineData("学习教育：未参加单位党组织学习", "base.study")]
    [InlineData("Act of bravery", "reward.bravery")]
    [InlineData("act of bravery", "act of bravery")]
    [InlineData("违法违纪违规", "violation")]
    [InlineData("nothing", "nothing")]
    public void AnItemIsFoundByItsCodeAndByEachOfItsNames(string word, string code) =>
        BuiltInSchemes.Get("fengxian").Words.Items.CodeOf(word).Should().Be(code);

    [Fact]
    public void StandardColumnsHaveChineseNamesInTheirOwnTable()
    {
        var words = BuiltInSchemes.Get("thresholds").Words;

        words.EntryColumns.CodeOf("党员编号").Should().Be("subject");
        words.SubjectColumns.CodeOf("党员编号").Should().Be("id");
        words.EntryColumns.CodeOf("类型").Should().Be("类型");
        words.SubjectColumns.CodeOf("正式党员数").Should().Be("fullMembers");
        words.SubjectColumns.Codes.Should().Contain(["id", "fullMembers"]);
    }

    [Fact]
    public void ANameThatTwoHaveOrThatIsACodeStandsForNeither()
    {
        const string Items = """
            {"code": "a", "name": {"zh-Hans": "同名", "en": "b"}, "effect": "add", "worth": {"each": 1} },
            {"code": "b", "name": {"zh-Hans": "同名", "en": "B"}, "effect": "add", "worth": {"each": 1} }
            """;
        var words = Draft(Items, "{}").Words;

        words.Items.CodeOf("同名").Should().Be("同名");
        words.Items.CodeOf("b").Should().Be("b");
        words.Items.CodeOf("B").Should().Be("b");
    }

    [Fact]
    public void AliasesStandBesideNames()
    {
        var words = Draft(
            """{"code": "a", "name": {"zh-Hans": "甲", "en": "A"}, "effect": "add", "worth": {"each": 1} }""",
            """
            {"items": {"a": ["子", " 丑 "]}, "kinds": {"member": ["正式党员"]}, "columns": {"entries": {"date": ["发生日期"]} } }
            """).Words;

        words.Items.Aliases.Should().BeEquivalentTo("子", "丑", "甲", "A");
        words.Kinds.CodeOf("正式党员").Should().Be("member");
        words.Kinds.CodeOf("支部").Should().Be("branch");
        words.EntryColumns.CodeOf("发生日期").Should().Be("date");
    }

    private static Scheme Draft(string items, string aliases) => SchemeReader.Read(Encoding.UTF8.GetBytes(Drafts.Expand($$"""
        {
          "id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "name": @T, "source": @T, "subjects": {"kind": "member"},
          "round": "year",
          "aliases": {{aliases}},
          "components": [{"id": "c", "name": @T, "start": 0, "minimum": 0, "maximum": 9, "items": [{{items}}], "cites": @C}]
        }
        """)), "draft.json");
}
