namespace PartyRules.Cli.Tests;

/// <summary>What the summary of a run says stands beside what the results say, and does not contradict it.</summary>
public sealed class SummariesThatContradictNothing : IDisposable
{
    private const string Texts = """{"zh-Hans": "示例", "en": "Example"}""";
    private const string Cites = $$"""{"clause": "t/c", "text": {{Texts}}}""";
    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ATotalThatIsRoundedForItsGradeStandsBesideWhatItIsRoundedTo()
    {
        Write("id,kind\nm1,member\nm2,member\n", "id,subject,item,date,value\ne1,m1,x,2026-01-05,89.5\ne2,m2,x,2026-01-05,91\n", $$"""
            "components": [{"id": "a", "name": {{Texts}}, "start": 0, "minimum": null, "maximum": null, "cites": {{Cites}},
              "items": [{"code": "x", "name": {{Texts}}, "effect": "add", "worth": {"value": true} }] }],
            "grades": {"rounding": {"mode": "half-up", "places": 0}, "cites": {{Cites}},
              "bands": [{"id": "high", "name": {{Texts}}, "from": 90}, {"id": "low", "name": {{Texts}} }] }
            """);

        foreach (var more in new string[][] { [], ["--explain"] })
            Lines(Run(more)).Should().Contain(["subject total rounded to grade", "m1 89.5 90 Example", "m2 91 Example"]);
    }

    [Fact]
    public void EntriesOfEarlierYearsThatAreLookedBackAtAreNotSaidToCountForNothing()
    {
        Write(
            "id,kind\nm,member\n",
            "id,subject,item,date\ne1,m,absent,2025-06-05\ne2,m,absent,2025-12-05\ne3,m,absent,2026-01-05\n",
            $$"""
            "components": [], "records": [{"code": "absent", "name": {{Texts}} }, {"code": "came", "name": {{Texts}} }],
            "outcomes": [{"code": "two", "kind": "finding", "name": {{Texts}}, "on": "round", "cites": {{Cites}},
              "when": {"run": {"of": ["absent"], "brokenBy": ["came"], "lookBackMonths": 3, "count": {"exactly": 2} } } }]
            """);

        foreach (var more in new string[][] { [], ["--explain"] })
        {
            string.Join(' ', Lines(Run(more))).Should().Contain(
                "2 entries fall outside 2026: 1 of them lie in the months before it that the scheme looks back at, 1 do not count");
        }
    }

    private string Run(params string[] more)
    {
        var run = ToolRun.Of(["score", folder, "--scheme", Path.Combine(folder, "t.json"), "--period", "2026", "--lang", "en", .. more]);
        run.Status.Should().Be(0, run.Error);
        return run.Output;
    }

    /// <summary>The lines, with one blank for many.</summary>
    private static IEnumerable<string> Lines(string output) =>
        output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private void Write(string subjects, string entries, string sections)
    {
        File.WriteAllText(Path.Combine(folder, "subjects.csv"), subjects);
        File.WriteAllText(Path.Combine(folder, "entries.csv"), entries);
        File.WriteAllText(Path.Combine(folder, "t.json"), $$"""
            {"id": "t", "version": "1", "effective": {"from": "2020-01-01"}, "name": {{Texts}}, "source": {{Texts}},
             "subjects": {"kind": "member"}, "round": "year", {{sections}} }
            """);
    }
}
