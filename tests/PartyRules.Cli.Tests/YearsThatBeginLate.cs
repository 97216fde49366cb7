namespace PartyRules.Cli.Tests;

/// <summary>The first year of a scheme that begins in March is assessed from its first day, and all that is given says so.</summary>
public sealed class YearsThatBeginLate : IDisposable
{
    private const string Texts = """{"zh-Hans": "示例", "en": "Example"}""";
    private const string Cites = $$"""{"clause": "mar/1", "text": {{Texts}}}""";
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public YearsThatBeginLate()
    {
        Write("subjects.csv", "id,kind,category\nm1,member,a\nm2,member,b\n");
        Write("entries.csv", "id,subject,item,date\ne1,m1,absent,2026-03-01\ne2,m2,absent,2026-12-31\n");
        Write("mar.json", $$"""
            {"id": "mar", "version": "1", "effective": {"from": "2026-03-01"}, "name": {{Texts}}, "source": {{Texts}},
             "subjects": {"kind": "member", "categories": {"a": {{Texts}}, "b": {"zh-Hans": "乙", "en": "B"} } }, "round": "year",
             "rounding": {"mode": "half-up", "places": 2},
             "components": [{"id": "base", "name": {{Texts}}, "start": 100, "minimum": 0, "maximum": 100, "cites": {{Cites}},
               "multipliers": [{"percent": 80, "when": {"category": ["b"] }, "cites": {{Cites}} }],
               "items": [{"code": "absent", "name": {{Texts}}, "effect": "deduct", "worth": {"each": 2} }] }],
             "notice": {"objectionDays": 5, "names": "full", "objections": {{Texts}}, "cites": {{Cites}} } }
            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ItIsScoredWhileFilesAreReadWithTheBytesOfARunInMemory()
    {
        Run("score", "--out", Path.Combine(folder, "streamed.csv"));
        Run("score", "--explain", "--out", Path.Combine(folder, "whole.csv"));

        var results = Read("streamed.csv");
        results.Split('\n')[1..3].Should().Equal("m1,2026,assessed,98,,,,,,,98", "m2,2026,assessed,78.4,,,,,,,78.4");
        Read("whole.csv").Should().Be(results);
    }

    [Theory]
    [InlineData("en", "No version of 'mar' is in force on 2026-02-28")]
    [InlineData("zh", "“mar”")]
    public void AnEntryOfTheDayBeforeIsRefusedAtItsPlace(string language, string says)
    {
        Write("entries.csv", "id,subject,item,date\ne1,m1,absent,2026-02-28\ne2,m2,absent,2026-12-31\n");

        var run = Tool("score", "--out", Path.Combine(folder, "none.csv"), "--lang", language);

        run.Status.Should().Be(1);
        run.Error.Should().Contain("entries.csv:2").And.Contain("2026-02-28").And.Contain(says).And.Contain("1 (2026-03-01 - )");
        File.Exists(Path.Combine(folder, "none.csv")).Should().BeFalse();
    }

    [Theory]
    [InlineData("en", "The scheme begins on 2026-03-01: 2026 is assessed from that day, and is a shorter year")]
    [InlineData("zh", "方案自2026-03-01起施行：2026年自该日起评定，不足一年")]
    public void SummaryAndAccountSaySo(string language, string says)
    {
        Run("score", "--lang", language).Should().Contain(says);
        Run("explain", "--subject", "m1", "--lang", language).Should().Contain(says);
        Run("score", "--period", "2027", "--lang", language).Should().NotContain(says, "that year is a whole one");
    }

    [Theory]
    [InlineData("en", "2026-03-01, when the scheme begins, to 2026-12-31", "for 2026 from 2026-03-01 are put up")]
    [InlineData("zh", "2026年3月1日（方案施行日）至2026年12月31日", "现将2026年（2026年3月1日起）2名党员的考核结果")]
    public void ReportAndNoticeSaySo(string language, string period, string opening)
    {
        Run("report", "--lang", language, "--out", Path.Combine(folder, "r.html"));

        Read("r.html").Should().Contain(period).And.Contain(opening);
    }

    [Fact]
    public void TheSchemeIsVerifiedAsValid() => ToolRun.Of("verify", Path.Combine(folder, "mar.json")).Status.Should().Be(0);

    private string Run(string command, params string[] more)
    {
        var run = Tool(command, more);
        run.Status.Should().Be(0, run.Error);
        return string.Join(' ', run.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    private ToolRun Tool(string command, params string[] more) =>
        ToolRun.Of([command, folder, "--scheme", Path.Combine(folder, "mar.json"), .. more]);

    private string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
