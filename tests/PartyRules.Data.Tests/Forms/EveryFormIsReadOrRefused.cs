using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests.Forms;

/// <summary>
/// Every form that the page about data lists gives the right points or is refused, as the page says, in both languages. To write the page
/// anew, run the tests with PARTYRULES_APPROVE=1, and read it.
/// </summary>
public sealed class EveryFormIsReadOrRefused
{
    private const string Right = "001=27 002=19 003=25";
    private static readonly Scheme Scheme = SchemeReader.ReadFile(Path.Combine("registers", "schemes", "reg.json"));

    /// <summary>The same with an item by which each minute after half past eight costs a point.</summary>
    private static readonly Scheme WithTimes = SchemeReader.Read(
        Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine("registers", "schemes", "reg.json"))
            .Replace("\"round\": \"year\",", """
                "entries": {
                  "attributes": {"time": {"name": {"zh-Hans": "时刻", "en": "Time"}, "kind": "time"}},
                  "numbers": {
                    "late": {"name": {"zh-Hans": "迟到", "en": "Late"}, "minutes": {"from": "08:30", "to": "time", "ifEarlier": "zero"}}
                  }
                },
                "round": "year",
                "rounding": {"mode": "half-up", "places": 2},
                """, StringComparison.Ordinal)
            .Replace("{\"code\": \"base.absence\"", """
                {"code": "late", "name": {"zh-Hans": "迟到", "en": "Late"}, "effect": "deduct", "worth": {"valueOf": "late", "value": true}},
                {"code": "base.absence"
                """, StringComparison.Ordinal)),
        "reg.json");

    /// <summary>Forms in which other points are right: two have another value, one other names, one other entries.</summary>
    private static readonly Dictionary<string, string> OtherPoints = new(StringComparer.Ordinal)
    {
        ["`5,000`"] = "001=27 002=19 003=25",
        ["`95%`"] = "001=27 002=19 003=25",
        ["subjects without ids"] = "张三=27 李四=19 王五=25",
        ["the same, with mapping.json"] = "001=27 002=20 003=25",
    };

    public static TheoryData<string> Sections => [.. FormsOfTables.All.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public void ThePointsOfWhatIsReadAreRight(string section)
    {
        foreach (var form in FormsOfTables.All[section])
        {
            var (totals, _, _) = Outcome(form, section);
            if (totals is not null)
                totals.Should().Be(OtherPoints.GetValueOrDefault(form.English, Right), form.English);
        }
    }

    [Theory]
    [InlineData(Language.English, "data.md")]
    [InlineData(Language.ChineseSimplified, "data.zh-Hans.md")]
    public void ThePageSaysWhatComesOfEach(Language language, string page)
    {
        var file = Path.Combine(Sources.Folder, "..", "..", "docs", page);
        var written = File.ReadAllText(file);
        var derived = written;
        foreach (var (section, forms) in FormsOfTables.All)
            derived = Replaced(derived, $"forms {section}", TableOf(forms, section, language));
        if (Environment.GetEnvironmentVariable("PARTYRULES_APPROVE") == "1")
            File.WriteAllText(file, derived);
        else
            written.Should().Be(derived);
    }

    private static string TableOf(IReadOnlyList<Form> forms, string section, Language language)
    {
        var (isEnglish, table) = (language == Language.English, new StringBuilder());
        table.Append(isEnglish ? "| form | read | what is said |\n" : "| 写法或形式 | 读取 | 提示 |\n").Append("| --- | :---: | --- |\n");
        foreach (var form in forms)
        {
            var (totals, english, chinese) = Outcome(form, section);
            var told = (isEnglish ? english : chinese).Replace("|", "\\|", StringComparison.Ordinal);
            var read = (totals is null, isEnglish) switch
            {
                (true, true) => "refused",
                (true, false) => "拒绝",
                (false, true) => "yes",
                _ => "是",
            };
            table.Append($"| {(isEnglish ? form.English : form.Chinese)} | {read} | {told} |\n");
        }

        return table.ToString();
    }

    private static string Replaced(string page, string part, string text)
    {
        var (begin, end) = ($"<!-- derived: {part} -->\n", "<!-- /derived -->");
        var start = page.IndexOf(begin, StringComparison.Ordinal);
        start.Should().BePositive(part);
        start += begin.Length;
        return page[..start] + text + page[page.IndexOf(end, start, StringComparison.Ordinal)..];
    }

    /// <summary>The totals, null where the form is refused; and what is said in both languages.</summary>
    private static (string? Totals, string English, string Chinese) Outcome(Form form, string section)
    {
        using var folder = new TemporaryFolder();
        FormsOfTables.Write(folder);
        form.Make(folder);
        try
        {
            using var results = new StringWriter();
            var scorer = new Scorer(section == "times" ? WithTimes : Scheme);
            var summary = new ScoreRun(scorer, new ScoreRunOptions { Year = 2026 }).ScoreTo(folder.Path, results);
            var totals = results.ToString().Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
                .Select(row => $"{row[0]}={row[3]}");
            string Told(Language language) => string.Join(" ", summary.Notices.Select(notice => notice.Message.In(language)));
            return (string.Join(' ', totals), Told(Language.English), Told(Language.ChineseSimplified));
        }
        catch (ProblemException exception)
        {
            var problem = exception.Problems[0];
            return (null, problem.Message.English, problem.Message.Chinese);
        }
    }
}
