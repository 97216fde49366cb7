namespace PartyRules.Cli.Tests;

/// <summary>A village adds an item to a township's component whose points are limited by the month, in files, through the tool.</summary>
public sealed class VillagesBelowATownship : IDisposable
{
    private const string Texts = """{"zh-Hans": "示例", "en": "Example"}""";
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public VillagesBelowATownship()
    {
        Write("subjects.csv", "id,kind\nm1,member\n");
        Write("linhe.json", $$"""
            {"id": "linhe", "version": "1", "effective": {"from": "2026-01-01"}, "name": {{Texts}}, "source": {{Texts}},
             "subjects": {"kind": "member"}, "round": "year",
             "components": [{"id": "service", "name": {{Texts}}, "start": 0, "minimum": 0, "maximum": 20,
               "limit": {"per": "month", "points": 2, "cites": {"clause": "linhe/9", "text": {{Texts}} } },
               "items": [{"code": "once", "name": {{Texts}}, "effect": "add", "worth": {"each": 1} }],
               "cites": {"clause": "linhe/8", "text": {{Texts}} } }],
             "layers": {"items": [{"component": "service", "effects": ["add"], "maximum": 5}],
               "cites": {"clause": "linhe/16", "text": {{Texts}} } } }
            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ALimitOfTheYearFillsFromTheEarliestOnWithinTheTownshipsMonths()
    {
        Village("year", 5);
        Write("entries.csv", "id,subject,item,date\n" + string.Concat(Enumerable.Range(1, 8).Select(i =>
            $"e{i},m1,river,2026-{(i + 2) / 3:00}-{i:00}\n")));

        ToolRun.Of("verify", File("liuhe.json")).Status.Should().Be(0);
        ToolRun.Of("score", folder, "--scheme", File("liuhe.json"), "--out", "-").Output
            .Should().Contain(
                "m1,2026,assessed,4,", "3 in January, at most 2; the last 2 of the year's 5 in February; none of those of March");
    }

    [Theory]
    [InlineData(
        "en", "The earliest entries count first: +3 in 2026-01, +2 in 2026-02, 0 in 2026-03.",
        "Limit for Example in 2026-01: +3 recorded, +2 counted")]
    [InlineData("zh", "先记录的先计：2026-01计+3、2026-02计+2、2026-03计0", "示例在2026-01的上限：记录+3，计入+2")]
    public void TheAccountTellsBothLimits(string language, string ofYear, string ofMonth)
    {
        ALimitOfTheYearFillsFromTheEarliestOnWithinTheTownshipsMonths();

        ToolRun.Of("explain", folder, "--scheme", File("liuhe.json"), "--subject", "m1", "--lang", language).Output
            .Should().Contain(ofYear).And.Contain(ofMonth);
    }

    [Theory]
    [InlineData("en", "An item added to 'linhe' counts at most 5 points in a year. State its limit: 5 per 'year' or less")]
    [InlineData("zh", "“linhe”允许增设的项目全年最多计5分；请写明其上限：“year”不超过5")]
    public void ALimitOfTheMonthThatMakesTooMuchIsToldWhatWorks(string language, string says)
    {
        Village("month", 5);

        var run = ToolRun.Of("verify", File("liuhe.json"), "--lang", language);

        run.Status.Should().Be(1);
        (run.Output + run.Error).Should().Contain(says);
    }

    private void Village(string per, int points) => Write("liuhe.json", $$"""
        {"extends": {"scheme": "linhe", "version": "1"}, "id": "liuhe", "version": "1", "effective": {"from": "2026-01-01"},
         "name": {{Texts}}, "source": {{Texts}},
         "items": [{"component": "service", "item": {"code": "river", "name": {{Texts}}, "effect": "add", "worth": {"each": 1},
           "limit": {"per": "{{per}}", "points": {{points}}, "cites": {"clause": "liuhe/2", "text": {{Texts}} } },
           "cites": {"clause": "liuhe/2", "text": {{Texts}} } } }] }
        """);

    private string File(string name) => Path.Combine(folder, name);

    private void Write(string file, string text) => System.IO.File.WriteAllText(File(file), text);
}
