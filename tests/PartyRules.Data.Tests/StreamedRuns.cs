using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PartyRules.Data.Samples;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>Files that are scored while they are read give the bytes that files read into memory give, wherever they are cut.</summary>
public sealed class StreamedRuns : IDisposable
{
    private static readonly Scorer Fengxian = new(BuiltInSchemes.Get("fengxian"));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(300, false)]
    [InlineData(1 << 20, false)]
    [InlineData(300, true)]
    [InlineData(1 << 20, true)]
    public void SortedAndShuffledFilesGiveTheBytesOfARunInMemory(int block, bool isShuffled)
    {
        DataSetWriter.Write(folder.Path, SampleCounty.Subjects(500, 3), SampleCounty.Entries(500, 3, 2026), isShuffled ? 9UL : null);

        Streamed(block, 5_000).Should().Be(InMemory());
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("subjects.csv", "entries.csv", "results.csv");
    }

    [Property(MaxTest = 40)]
    public Property AnyRowsGiveTheBytesOfARunInMemory() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            WriteAnyRows(new Random(seed));
            foreach (var block in new[] { 64, 700, 1 << 16 })
                Streamed(block, 2_000).Should().Be(InMemory());
        });

    [Fact]
    public void EntriesWithoutAColumnOfValuesAreScored()
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind,category,employment\nm1,member,organ,in-post\n");
        File.WriteAllText(folder.File("entries.csv"), "id,subject,item,date\ne1,m1,violation,2026-01-05\n");

        Streamed(1 << 16, 2_000).Should().Be(InMemory()).And.Contain("m1,2026,assessed,");
    }

    [Fact]
    public void EveryDayOfALeapYearIsRead()
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind,category,employment\nm1,member,organ,in-post\n");
        var days = Enumerable.Range(0, 366).Select(day => new DateOnly(2028, 1, 1).AddDays(day));
        File.WriteAllText(folder.File("entries.csv"),
            "id,subject,item,date,value\n" + string.Concat(
                days.Select(day => FormattableString.Invariant($"e{day.DayOfYear:000},m1,task.unit,{day:O},0.01\n"))));

        Streamed(1 << 16, 2_000).Should().Be(InMemory()).And.Contain(",3.66,");
    }

    [Fact]
    public void WhatIsNoDateIsRefusedAndEveryDateIsTaken()
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind,category,employment\nm1,member,organ,in-post\n");
        const string Date = "2026-02-28";
        var others = Enumerable.Range(0, Date.Length)
            .SelectMany(at => "0123456789/-.:; Aé\u0080\uFF10".Select(c => Date[..at] + c + Date[(at + 1)..]));
        foreach (var date in others.Concat(
            ["2026-02-29", "2024-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "0001-01-01", "9999-12-31", "2026-2-8", "2026-02-281",
                ""]))
        {
            File.WriteAllText(folder.File("entries.csv"), $"id,subject,item,date,value\ne1,m1,task.unit,{date},1\n");

            Outcome(() => Streamed(1 << 16, 2_000)).Should().Be(Outcome(InMemory), date);
        }
    }

    [Theory]
    [InlineData("2026-01-06")]
    [InlineData("2026-13-06")]
    public void PointsOutOfRangeAreToldAfterWhateverElseIsWrong(string date)
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind,category,employment\nm1,member,organ,in-post\nm2,member,organ,in-post\n");
        File.WriteAllText(folder.File("entries.csv"),
            $"id,subject,item,date,value\ne1,m1,task.unit,2026-01-05,9223372036854\ne2,m1,task.unit,2026-01-06,9223372036854\ne3,m2,"
                + $"task.unit,{date},1\n");

        Outcome(() => Streamed(64, 2_000)).Should().Be(Outcome(InMemory)).And.Contain(date == "2026-01-06" ? "'m1'" : "entries.csv:4");
    }

    [Theory]
    [InlineData(300, 5_000)]
    [InlineData(1 << 20, 1 << 20)]
    public void AnIdentifierThatRepeatsInShuffledFilesIsFound(int block, int range)
    {
        DataSetWriter.Write(folder.Path, SampleCounty.Subjects(200, 3), SampleCounty.Entries(200, 3, 2026), shuffle: 9);
        var entries = File.ReadAllLines(folder.File("entries.csv"));
        File.AppendAllText(folder.File("entries.csv"), entries[1] + "\n");

        FluentActions.Invoking(() => Streamed(block, range)).Should().Throw<ProblemException>().Which.Problems
            .Should().ContainSingle().Which.ToString().Should()
            .StartWith($"entries.csv:{entries.Length + 1}:1 [id]: The id ").And.Contain("already stands in line 2");
    }

    [Fact]
    public void WordsOfEveryLengthAreToldApart()
    {
        var words = Enumerable.Range(1, 40)
            .SelectMany(length => Enumerable.Range(0, length).Select(at => new string('a', at) + 'b' + new string('a', length - at - 1)))
            .ToList();
        var cache = new Streaming.WordCache();

        var found = words.Concat(words).Select(word => (word, text: cache.Find(Encoding.UTF8.GetBytes(word), out var number), number))
            .ToList();

        found.Should().OnlyContain(each => each.word == each.text);
        found.Take(words.Count).Select(each => each.number).Should().Equal(Enumerable.Range(0, words.Count));
        found.Skip(words.Count).Select(each => each.number).Should().Equal(Enumerable.Range(0, words.Count));
    }

    [Fact]
    public void ShuffledRowsAreTheSameRows()
    {
        DataSetWriter.Write(folder.Path, SampleCounty.Subjects(300, 3), SampleCounty.Entries(300, 3, 2026));
        var sorted = File.ReadAllLines(folder.File("entries.csv"));
        DataSetWriter.Write(folder.Path, SampleCounty.Subjects(300, 3), SampleCounty.Entries(300, 3, 2026), shuffle: 1);
        var shuffled = File.ReadAllLines(folder.File("entries.csv"));

        shuffled.Should().NotEqual(sorted);
        shuffled.Order(StringComparer.Ordinal).Should().Equal(sorted.Order(StringComparer.Ordinal));
        shuffled[0].Should().Be(sorted[0]);
    }

    [Theory]
    [InlineData("last subject", "m0000500,", "m0000600,", "data.unknown-subject")]
    [InlineData("last month", "2026-11-", "2026-13-", "data.date-never")]
    [InlineData("task.target", "task.target", "task.tagret", "fact.unknown-item")]
    [InlineData("m0000500-02", "m0000500-02", "m0000001-01", "data.duplicate-id")]
    [InlineData("m0000500-02", "m0000500-02", "\"m0000500-02", "data.quote")]
    public void AMistakeAtTheEndOfALongFileIsNamedWithItsLine(string situation, string right, string wrong, string code)
    {
        DataSetWriter.Write(folder.Path, SampleCounty.Subjects(500, 3), SampleCounty.Entries(500, 3, 2026));
        var text = File.ReadAllText(folder.File("entries.csv"));
        var at = text.LastIndexOf(right, StringComparison.Ordinal);
        File.WriteAllText(folder.File("entries.csv"), text[..at] + wrong + text[(at + right.Length)..]);
        File.WriteAllText(folder.File("results.csv"), "earlier");

        var problems = FluentActions.Invoking(() => Streamed(4096, 10_000)).Should().Throw<ProblemException>(situation).Which.Problems;

        problems.Should().ContainSingle().Which.Code.Should().Be(code);
        problems[0].Location.Line.Should().Be(text[..at].Count(c => c == '\n') + 1);
        File.ReadAllText(folder.File("results.csv")).Should().Be("earlier");
        Directory.GetFiles(folder.Path).Should().HaveCount(3);
    }

    [Fact]
    public void ACancelledRunLeavesAnEarlierResultAsItWas()
    {
        DataSetWriter.Write(folder.Path, SampleCounty.Subjects(500, 3), SampleCounty.Entries(500, 3, 2026));
        File.WriteAllText(folder.File("results.csv"), "earlier");
        using var cancelled = new CancellationTokenSource();
        var run = new ScoreRun(Fengxian, new ScoreRunOptions { BlockBytes = 300, Progress = new CancelAt(cancelled) });

        FluentActions.Invoking(() => run.Score(folder.Path, folder.File("results.csv"), cancelled.Token)).Should()
            .Throw<OperationCanceledException>();

        File.ReadAllText(folder.File("results.csv")).Should().Be("earlier");
        Directory.GetFiles(folder.Path).Should().HaveCount(3);
    }

    [Fact]
    public void TheSummaryIsThatOfARunInMemory()
    {
        DataSetWriter.Write(folder.Path, SampleCounty.Subjects(400, 3), SampleCounty.Entries(400, 3, 2026));
        var scheme = BuiltInSchemes.Get("fengxian");
        var data = DataSetReader.Read(folder.Path, scheme);
        var expected = data.SummaryOf(scheme, Fengxian.Score(data.Subjects, data.Entries, data.Year));

        var summary = new ScoreRun(Fengxian, new ScoreRunOptions { BlockBytes = 300 }).ScoreTo(folder.Path, TextWriter.Null);

        summary.Should().BeEquivalentTo(expected);
    }

    private string Streamed(int block, int range)
    {
        var path = folder.File("results.csv");
        new ScoreRun(Fengxian, new ScoreRunOptions { BlockBytes = block, RangeBytes = range, Threads = 3 }).Score(folder.Path, path);
        return File.ReadAllText(path);
    }

    private static string Outcome(Func<string> run)
    {
        try
        {
            return run();
        }
        catch (ProblemException exception)
        {
            return string.Join('\n', exception.Problems);
        }
    }

    private string InMemory()
    {
        var scheme = BuiltInSchemes.Get("fengxian");
        var data = DataSetReader.Read(folder.Path, scheme);
        using var text = new StringWriter();
        ResultsWriter.Write(text, scheme, Fengxian.Score(data.Subjects, data.Entries, data.Year));
        return text.ToString();
    }

    /// <summary>
    /// Rows with quotes, line breaks, characters of every length, CRLF, blank lines, subjects without entries; in order, nearly, or not.
    /// </summary>
    private void WriteAnyRows(Random random)
    {
        string[] prefixes = ["m", "m1", "党", "\uE000", "\uFF21", "𠀀", "z,", "q\"", "longer-identifier-"];
        string[] items = ["task.target", "task.unit", "pledge.common", "base.study", "reward.bravery", "commendation"];
        var newLine = random.Next(2) == 0 ? "\n" : "\r\n";
        var ids = Enumerable.Range(0, random.Next(1, 40)).Select(_ => prefixes[random.Next(prefixes.Length)] + random.Next(1000))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var (longer, from, step) =
            (random.Next(3) == 0 ? "-longer-identifier" : "", random.Next(3) == 0 ? 999 : 0, random.Next(3) == 0 ? 7 : 1);
        var entries = Enumerable.Range(0, random.Next(1, 150))
            .Select(i => (Subject: ids[random.Next(ids.Count)], Id: $"e{Math.Abs(from - (i * step)):0000}{longer}"));
        var order = random.Next(3);
        if (order > 0)
            entries = entries.OrderBy(entry => entry.Subject, StringComparer.Ordinal).ThenBy(entry => order == 1 ? entry.Id : "");
        var subjectRows = ids.Select(id => $"{Quoted(id, random)},{Quoted("虚构\n" + id, random)},member,,organ,in-post,");
        if (random.Next(3) == 0)
            subjectRows = subjectRows.Reverse();
        File.WriteAllText(folder.File("subjects.csv"),
            string.Join(newLine, ["id,name,kind,parent,category,employment,previousGrade", .. subjectRows]) + newLine);
        var rows = entries.ToList().Select(entry =>
            $"{entry.Id},{Quoted(entry.Subject, random)},{items[random.Next(items.Length)]},"
                + $"2026-{random.Next(1, 13):00}-{random.Next(1, 29):00},"
                    + $"{random.Next(5)}{(random.Next(3) == 0 ? ".25" : "")},county,,"
            + $"{(random.Next(5) == 0 ? "\"a, \"\"b\"\"\n c\"" : "")}{(random.Next(20) == 0 ? newLine : "")}");
        File.WriteAllText(folder.File("entries.csv"),
            string.Join(newLine, ["id,subject,item,date,value,level,ref,note", .. rows]) + (random.Next(2) == 0 ? newLine
                : ""), new UTF8Encoding(random.Next(2) == 0));
    }

    private static string Quoted(string text, Random random) =>
        text.AsSpan().IndexOfAny("\",\n") >= 0 || random.Next(6) == 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;

    private sealed class CancelAt(CancellationTokenSource source) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => source.Cancel();
    }
}
