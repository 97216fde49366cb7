namespace PartyRules.Cli.Tests;

/// <summary>Members are scored first, and their results are what their branches are scored by: two runs, and nothing by hand.</summary>
public sealed class ResultsThatCountForParents : IDisposable
{
    private const string Texts = """{"zh-Hans": "示例", "en": "Example"}""";
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public ResultsThatCountForParents()
    {
        Write("members/subjects.csv", "id,kind,parent\nm1,member,b1\nm2,member,b1\nm3,member,b2\n");
        Write("members/entries.csv", "id,subject,item,date,value\ne1,m1,a,2026-01-01,90\ne2,m2,a,2026-01-01,60\ne3,m3,a,2026-01-01,70\n");
        Write("branches/subjects.csv", "id,kind\nb1,branch\nb2,branch\nb3,branch\n");
        Write("branches/entries.csv", "id,subject,item,date,value\n");
        Write("members.json", Scheme("members", "member", """
            "items": [{"code": "a", "name": @T, "effect": "add", "worth": {"value": true} }]
            """));
        Write("branches.json", Scheme("branches", "branch", """
            "items": [], "adjustments": [{"id": "average", "name": @T, "effect": "add", "measure": "average",
              "perUnit": {"points": 1, "unit": 1, "part": "share"}, "otherwise": 0, "cites": @C}]
            """, """
            "inputs": [{"id": "members", "name": @T, "scheme": "members", "from": "children", "cites": @C}],
            "measures": [{"id": "average", "name": @T, "results": {"of": "members", "take": "average"}, "cites": @C}],
            """));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public void TheResultsOfOneRunAreTheInputOfTheNext(string ending)
    {
        Members($"branches/earlier.{ending}").Status.Should().Be(0);

        Branches().Output.Should().Contain("b1,2026,assessed,75,").And.Contain("b2,2026,assessed,70,").And.Contain("b3,2026,assessed,0,");
    }

    [Fact]
    public void SchemeAndParentStandInFront()
    {
        Members("results.csv").Status.Should().Be(0);

        File.ReadAllText(Path.Combine(folder, "results.csv")).Should()
            .StartWith("scheme,parent,subject,period,status,total,").And.Contain("\nmembers,b1,m1,2026,assessed,90,");
    }

    [Theory]
    [InlineData("scheme,subject,period,total\nmembers,m1,2026,90\n", "parent")]
    [InlineData("scheme,parent,subject,period,total\nmembers,,m1,2026,90\n", "earlier.csv:2:9 [parent]")]
    public void AResultThatDoesNotSayForWhomItCountsIsRefused(string earlier, string says)
    {
        Write("branches/earlier.csv", earlier);

        var run = Branches();

        run.Status.Should().NotBe(0);
        run.Error.Should().Contain(says);
    }

    private ToolRun Members(string output) => ToolRun.Of(
        "score", Path.Combine(folder, "members"), "--scheme", Path.Combine(folder, "members.json"), "--as-input", "--out",
        Path.Combine(folder, output));

    private ToolRun Branches() => ToolRun.Of(
        "score", Path.Combine(folder, "branches"), "--scheme", Path.Combine(folder, "branches.json"), "--period", "2026", "--out", "-",
        "--lang", "en");

    private static string Scheme(string id, string kind, string component, string more = "") => $$"""
        {"id": "{{id}}", "version": "1", "effective": {"from": "2026-01-01"}, "name": @T, "source": @T,
         "subjects": {"kind": "{{kind}}"}, "round": "year", "rounding": {"mode": "half-up", "places": 2}, {{more}}
         "components": [{"id": "c", "name": @T, "start": 0, "minimum": 0, "maximum": 100, {{component}}, "cites": @C}]}
        """.Replace("@C", $$"""{"clause": "{{id}}/1", "text": @T}""", StringComparison.Ordinal)
            .Replace("@T", Texts, StringComparison.Ordinal);

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
