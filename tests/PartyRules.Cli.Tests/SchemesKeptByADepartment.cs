using System.Text.Json.Nodes;

namespace PartyRules.Cli.Tests;

/// <summary>What the tool shows of schemes that a department keeps in a folder of its own.</summary>
public sealed class SchemesKeptByADepartment
{
    [Fact]
    public void AnEditorFindsTheJsonSchemaBesideASchemeThatWasShown()
    {
        var folder = Directory.CreateTempSubdirectory("partyrules").FullName;

        ToolRun.Of("schemes", "schema", "--out", folder).Status.Should().Be(0);
        var named = (string)JsonNode.Parse(ToolRun.Of("schemes", "show", "fengxian").Output)!["$schema"]!;

        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, named)))!["properties"]!["components"].Should().NotBeNull();
        Directory.GetFiles(folder).Select(Path.GetFileName)
            .Should().BeEquivalentTo("partyrules-scheme.schema.json", "partyrules-layer.schema.json", "partyrules-cases.schema.json");
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("en", "Not yet checked: nobody has compared 4 of 5 clauses with their source")]
    [InlineData("zh-Hans", "尚未核对：5个条款中有4个还没有人与来源文本核对")]
    public void VerifyingSaysWhichClausesNobodyHasCompared(string language, string says)
    {
        var run = ToolRun.Of("verify", "haizhou", "--lang", language);

        run.Status.Should().Be(0, "it is information");
        run.Output.Should().Contain(says).And.Contain("haizhou/three-absences");
    }

    [Fact]
    public void AClauseThatWasComparedIsNotNamed()
    {
        var folder = Directory.CreateTempSubdirectory("partyrules").FullName;
        var file = Path.Combine(folder, "haizhou.json");
        const string Clause = "\"clause\": \"haizhou/three-absences\",";
        var kept = ToolRun.Of("schemes", "show", "haizhou").Output;
        File.WriteAllText(file, kept.Replace(Clause, Clause + " \"checked\": \"2026-03-01\",", StringComparison.Ordinal));

        ToolRun.Of("verify", file, "--lang", "en").Output.Should().Contain("3 of 5 clauses").And.NotContain("haizhou/three-absences");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void AnAmountThatHoldsForATimeShowsItsDaysAndIsScoredAndExplainedByThem()
    {
        var folder = Directory.CreateTempSubdirectory("partyrules").FullName;
        var sample = Path.Combine(Packages.Root(), "docs", "samples", "changing-scheme");
        var file = Path.Combine(folder, "village.json");
        File.WriteAllText(file, File.ReadAllText(Path.Combine(sample, "village-2026.1.json")).Replace("\"points\": 4", """
            "points": [{"is": 4}, {"is": 5, "from": "2026-07-01", "cites":
              {"clause": "village/service-more", "text": {"zh-Hans": "7月1日起每月最多计5分", "en": "At most 5 a month from 1 July"}}}]
            """, StringComparison.Ordinal));

        ToolRun.Of("schemes", "show", file, "--origins", "--lang", "en").Output
            .Should().Contain("$.components[1].limit.points: village, ")
                .And.Contain("[$.components[1].limit.points[1].is], from 2026-07-01");
        ToolRun.Of("score", Path.Combine(sample, "data"), "--scheme", file, "--out", "-").Output
            .Should().Contain("m1,2026,assessed,54,fair,,,,,,45,9", "4 in June and 5 in July");
        ToolRun.Of("explain", Path.Combine(sample, "data"), "--scheme", file, "--subject", "m1", "--lang", "en").Output.Should()
            .Contain("at most 4 (in force until 2026-06-30). [village/service-month]")
                .And.Contain("at most 5 (in force from 2026-07-01). [village/service-more] At most 5 a month from 1 July");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void ALayeredSchemeShowsWhereEachPartComesFrom()
    {
        var folder = Directory.CreateTempSubdirectory("partyrules").FullName;
        var file = Path.Combine(folder, "town.json");
        File.WriteAllText(file, """
            {"extends": {"scheme": "fengxian", "version": "2026.1"}, "id": "town", "version": "1", "effective": {"from": "2026-01-01"},
             "name": {"zh-Hans": "示例", "en": "Example"}, "source": {"zh-Hans": "示例", "en": "Example"},
             "records": [{"code": "town.note", "name": {"zh-Hans": "示例", "en": "Example"}}]}
            """);

        ToolRun.Of("schemes", "show", file, "--origins", "--lang", "en").Output
            .Should().Contain($"$.records[16]: town, {file}:3:14 [$.records[0]]");
        ToolRun.Of("schemes", "show", "fengxian", "--origins", "--lang", "en").Output.Should().Contain("extends no other scheme");
        Directory.Delete(folder, recursive: true);
    }
}
