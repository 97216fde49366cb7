using System.IO.Compression;
using Parquet;

namespace PartyRules.Cli.Tests;

/// <summary>What the tool gives as of a day says the day, and judges nothing that may still happen.</summary>
public sealed class YearsThatAreNotOver : IDisposable
{
    private const string Texts = """{"zh-Hans": "示例", "en": "Example"}""";
    private const string Cites = $$"""{"clause": "t/c", "text": {{Texts}}}""";
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public YearsThatAreNotOver()
    {
        Write("subjects.csv", "id,kind\nm1,member\nm2,member\n");
        Write("entries.csv", "id,subject,item,date,value\ne1,m1,x,2026-01-05,7\ne2,m1,came,2026-02-05,\ne3,m2,x,2026-05-05,9\n");
        Write("t.json", $$"""
            {"id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "name": {{Texts}}, "source": {{Texts}},
             "subjects": {"kind": "member"}, "round": "year",
             "components": [{"id": "a", "name": {{Texts}}, "start": 0, "minimum": null, "maximum": null, "cites": {{Cites}},
               "items": [{"code": "x", "name": {{Texts}}, "effect": "add", "worth": {"value": true} }] }],
             "records": [{"code": "came", "name": {{Texts}} }],
             "outcomes": [{"code": "never-came", "kind": "finding", "name": {{Texts}}, "on": "round", "cites": {{Cites}},
               "when": {"entries": {"of": "came", "count": {"exactly": 0} } } }],
             "notice": {"objectionDays": 5, "names": "full", "objections": {{Texts}}, "cites": {{Cites}} } }
            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ResultsSayTheDayAndFindNothingThatMayStillCome(bool inMemory)
    {
        Score("results.csv", inMemory, "--as-of", "2026-03-31");

        Read("results.csv").Should().Be("""
            subject,period,asOf,status,total,grade,rank,awards,recommendations,measures,findings,component.a
            m1,2026,2026-03-31,assessed,7,,,,,,,7
            m2,2026,2026-03-31,assessed,0,,,,,,,0

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ResultsOfAWholeYearAreAsTheyWere(bool inMemory)
    {
        Score("results.csv", inMemory);

        Read("results.csv").Should().Be("""
            subject,period,status,total,grade,rank,awards,recommendations,measures,findings,component.a
            m1,2026,assessed,7,,,,,,,7
            m2,2026,assessed,9,,,,,,never-came,9

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task EveryFormatSaysTheDay()
    {
        foreach (var file in new[] { "results.jsonl", "results.xlsx", "results.parquet" })
            Score(file, inMemory: false, "--as-of", "2026-03-31");

        Read("results.jsonl").Split('\n')[0].Should().Contain("\"asOf\":\"2026-03-31\"");
        Unzipped("results.xlsx").Should().Contain("asOf").And.Contain("46112", "dates are counted in days");
        await using var parquet = await ParquetReader.CreateAsync(Path.Combine(folder, "results.parquet"));
        parquet.Schema.Fields.Select(field => field.Name).Should().Contain("asOf");
    }

    [Theory]
    [InlineData("en", "Judged as of 2026-03-31: later entries do not count")]
    [InlineData("zh", "按截至2026-03-31的情况评定")]
    public void TheSummarySaysTheDay(string language, string says) =>
        Words(Run("score", "--as-of", "2026-03-31", "--lang", language)).Should().Contain(says);

    [Theory]
    [InlineData("en", "total, grade and place are those of this day", "which is not decided before the period is over")]
    [InlineData("zh", "总分、等次、名次均为当日情况", "期满之前尚不能判定")]
    public void TheAccountSaysTheDayAndWhatIsNotDecided(string language, string says, string undecided)
    {
        var account = Run("explain", "--subject", "m2", "--as-of", "2026-03-31", "--lang", language);

        account.Should().Contain("2026-03-31").And.Contain(says).And.Contain(undecided);
        Run("explain", "--subject", "m2", "--why-not", "never-came", "--as-of", "2026-03-31", "--lang", language)
            .Should().Contain(undecided);
    }

    [Theory]
    [InlineData("en", "2026 as of 2026-03-31", "those of this day", "the results of 2 members for 2026 as of 2026-03-31 are put up")]
    [InlineData("zh", "2026年截至2026年3月31日", "均为当日情况", "现将2026年截至2026年3月31日2名党员的考核结果")]
    public void ReportAndNoticeSayTheDay(string language, string heading, string meaning, string opening)
    {
        foreach (var (file, only) in new[] { ("r.html", ""), ("n.html", "notice"), ("s.xlsx", ""), ("n.xlsx", "notice") })
        {
            string[] part = only.Length > 0 ? ["--only", only] : [];
            Run("report", [.. part, "--as-of", "2026-03-31", "--lang", language, "--out", Path.Combine(folder, file)]);
        }

        Read("r.html").Should().Contain(heading).And.Contain(meaning).And.Contain(opening);
        Read("n.html").Should().Contain(opening);
        Unzipped("s.xlsx").Should().Contain(heading);
        Unzipped("n.xlsx").Should().Contain(opening);
    }

    [Theory]
    [InlineData(
        "en",
        "Results that were judged as of a day before their period was over, and count as they stood on that day: 1 (m1 2025, 2025-06-30).")]
    [InlineData("zh", "有1条成绩是周期未满时按截至某日的情况评定的（m1 2025, 2025-06-30）")]
    public void EarlierResultsOfAYearThatWasNotOverAreSaidToBeSo(string language, string says)
    {
        Write("earlier.csv", "scheme,subject,period,asOf,total\nt,m1,2025,2025-06-30,5\nt,m2,2025,2025-12-31,5\n");

        Words(Run("score", "--lang", language)).Should().Contain(says);
    }

    private void Score(string file, bool inMemory, params string[] more) =>
        Run("score", [.. inMemory ? ["--explain"] : Array.Empty<string>(), .. more, "--out", Path.Combine(folder, file)]);

    private string Run(string command, params string[] more)
    {
        var run = ToolRun.Of([command, folder, "--scheme", Path.Combine(folder, "t.json"), .. more]);
        run.Status.Should().Be(0, run.Error);
        return run.Output;
    }

    /// <summary>What was printed, with lines joined as they were broken.</summary>
    private static string Words(string output) =>
        string.Join(' ', output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    private string Unzipped(string file)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(folder, file));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
