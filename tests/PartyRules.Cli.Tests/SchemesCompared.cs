using System.Text.Json;

namespace PartyRules.Cli.Tests;

/// <summary><c>partyrules compare</c>: what changes for everybody.</summary>
public sealed class SchemesCompared : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en", "Results of both:", "Excellent", "fengxian/grades", "for people to decide")]
    [InlineData("zh-Hans", "两者均有的结果", "优秀", "fengxian/grades", "由组织研究决定")]
    public void WhoMovesAndByWhichClauseIsTold(string language, params string[] says)
    {
        var run = ToolRun.Of(
            "compare", ToolRun.Cases("fengxian"), "--baseline", "fengxian", "--candidate", Stricter(), "--lang", language);

        run.Error.Should().BeEmpty();
        run.Status.Should().Be(0);
        run.Output.Should().ContainAll(says);
    }

    [Fact]
    public void TheWholeComparisonIsJsonAndTheMovesAreATable()
    {
        var moves = Path.Combine(folder, "moves.csv");

        var run = ToolRun.Of(
            "compare", ToolRun.Cases("fengxian"), "--baseline", "fengxian", "--candidate", Stricter(), "--format", "json", "--out", moves);

        using var comparison = JsonDocument.Parse(run.Output);
        var root = comparison.RootElement;
        root.GetProperty("baseline").GetProperty("id").GetString().Should().Be("fengxian");
        var different = root.GetProperty("results").GetInt64() - root.GetProperty("same").GetInt64();
        different.Should().BePositive();
        root.GetProperty("moves").GetArrayLength().Should().Be((int)different);
        File.ReadAllLines(moves).Should().HaveCount((int)different + 1);
    }

    [Fact]
    public void SchemesForOtherSubjectsAreNotCompared()
    {
        var run = ToolRun.Of("compare", ToolRun.Cases("fengxian"), "--baseline", "fengxian", "--candidate", "yongxi", "--lang", "en");

        run.Status.Should().Be(1);
        run.Error.Should().Contain("member").And.Contain("branch");
    }

    [Fact]
    public void TheCandidateIsNotOverwritten()
    {
        var scheme = Stricter();

        var run = ToolRun.Of("compare", ToolRun.Cases("fengxian"), "--baseline", "fengxian", "--candidate", scheme, "--out", scheme);

        run.Status.Should().Be(1);
        File.ReadAllText(scheme).Should().StartWith("{");
    }

    private string Stricter()
    {
        var text = ToolRun.Of("schemes", "show", "fengxian").Output;
        text.Should().Contain("\"from\": 90");
        var file = Path.Combine(folder, "stricter.json");
        File.WriteAllText(file, text.Replace("\"from\": 90", "\"from\": 95", StringComparison.Ordinal));
        return file;
    }
}
