namespace PartyRules.Cli.Tests;

/// <summary>A level or an evaluator at which nothing looks is told, column by column.</summary>
public sealed class FieldsWithoutEffect : IDisposable
{
    private const string Texts = """{"zh-Hans": "示例", "en": "Example"}""";
    private const string Cites = $$"""{"clause": "t/c", "text": {{Texts}}}""";
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public FieldsWithoutEffect()
    {
        Write("subjects.csv", "id,kind\nm1,member\n");
        Write("t.json", $$"""
            {"id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "name": {{Texts}}, "source": {{Texts}},
             "subjects": {"kind": "member"}, "round": "year", "levels": {"low": {{Texts}}, "high": {"zh-Hans": "高", "en": "High"} },
             "evaluators": {"self": {"zh-Hans": "自评", "en": "Self"}, "peers": {"zh-Hans": "互评", "en": "Peers"} },
             "rounding": {"mode": "half-up", "places": 2},
             "components": [{"id": "a", "name": {{Texts}}, "start": 0, "minimum": null, "maximum": null, "cites": {{Cites}},
               "items": [{"code": "plain", "name": {"zh-Hans": "普通", "en": "Plain"}, "effect": "add", "worth": {"each": 1} },
                 {"code": "by-level", "name": {"zh-Hans": "分级", "en": "By level"}, "effect": "add",
                   "worth": {"levels": {"low": 1, "high": 2} } },
                 {"code": "rated", "name": {"zh-Hans": "评价", "en": "Rated"}, "effect": "add", "worth": {"value": true},
                   "appraisal": {"weights": {"self": 50, "peers": 50}, "missing": "zero", "cites": {{Cites}} } }] }] }
            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en", "No clause looks at this column in entries of plain; there it only tells records apart.", 2)]
    [InlineData("zh", "plain的记录，没有条款使用此列，只用来区分记录", 2)]
    public void WhatNothingLooksAtIsTold(string language, string says, int times)
    {
        Write("entries.csv", """
            id,subject,item,date,value,level,ref,by
            e1,m1,plain,2026-01-05,,low,r1,self
            e2,m1,by-level,2026-01-06,,low,,
            e3,m1,plain,2026-01-07,,,,
            e4,m1,rated,2026-01-08,8,,,self

            """.ReplaceLineEndings("\n"));

        foreach (var more in new string[][] { [], ["--explain"] })
        {
            var run = ToolRun.Of(
                ["score", folder, "--scheme", Path.Combine(folder, "t.json"), "--lang", language, .. more]);
            run.Status.Should().Be(0, run.Error);
            var told = string.Concat(run.Output.Where(sign => !char.IsWhiteSpace(sign)));
            told.Split(string.Concat(says.Where(sign => !char.IsWhiteSpace(sign)))).Should().HaveCount(times + 1);
            new[] { "[level]", "[by]" }.Should().AllSatisfy(column => told.Should().Contain($"entries.csv{column}"));
        }
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
