using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>
/// What is written is read again as it was: every field of every fact, in every format, and results as results of an earlier year.
/// </summary>
public sealed class RoundTrips
{
    private static readonly Scheme Fengxian = BuiltInSchemes.Get("fengxian");

    [Property(MaxTest = 25)]
    public Property EveryFieldIsReadAsItWasWritten() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var subjects = Enumerable.Range(0, random.Next(1, 8)).Select(i => AnySubject(i, random)).ToList();
            var entries = Enumerable.Range(0, random.Next(1, 20)).Select(i => AnyEntry(i, subjects, random)).ToList();
            foreach (var format in Enum.GetValues<DataFormat>())
            {
                using var folder = new TemporaryFolder();
                DataSetWriter.WriteAs(format, folder.Path, subjects, entries);

                var read = DataSetReader.Read(folder.Path, Fengxian, 2026);

                read.Subjects.Select(Told).Should()
                    .Equal(subjects.OrderBy(subject => subject.Id, StringComparer.Ordinal).Select(Told), format.ToString());
                read.Entries.Select(Told).Should().Equal(entries.Select(Told), format.ToString());
            }
        });

    [Fact]
    public void ShuffledRowsKeepLineBreaksWithinFields()
    {
        using var folder = new TemporaryFolder();
        var subjects = Enumerable.Range(0, 50).Select(i => AnySubject(i, new Random(i))).ToList();
        var entries = Enumerable.Range(0, 500).Select(i => AnyEntry(i, subjects, new Random(i))).ToList();

        DataSetWriter.Write(folder.Path, subjects, entries, shuffle: 7);

        var read = DataSetReader.Read(folder.Path, Fengxian, 2026).Entries.Select(Told).ToList();
        read.Should().NotEqual(entries.Select(Told)).And.BeEquivalentTo(entries.Select(Told));
    }

    [Fact]
    public void AnAttributeIsNoStandardColumn()
    {
        using var folder = new TemporaryFolder();
        var subject = new Subject { Id = "m1", Kind = "member", Attributes = new Dictionary<string, string> { ["parent"] = "b1" } };

        FluentActions.Invoking(() => DataSetWriter.Write(folder.Path, [subject], [])).Should().Throw<ArgumentException>()
            .WithMessage("*'parent'*");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+8613800000001")]
    [InlineData("-7")]
    [InlineData("@wx1")]
    [InlineData("'=quoted")]
    [InlineData("'plain")]
    [InlineData("m\"1, 2")]
    public void ResultsAreReadAsEarlierOnesWithTheirIdentifiers(string id)
    {
        using var folder = new TemporaryFolder();
        var member = new Subject { Id = id, Kind = "member", Category = "organ", Employment = "in-post" };
        using var text = new StringWriter();
        ResultsWriter.Write(text, Fengxian, new Scorer(Fengxian).Score([member], [], 2025 + 1));
        var lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        DataSetWriter.Write(folder.Path, [member], []);
        File.WriteAllLines(folder.File("earlier.csv"), ["scheme," + lines[0], .. lines[1..].Select(line => "fengxian," + line)]);

        DataSetReader.Read(folder.Path, Fengxian, 2026).Earlier.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Subject = id, Total = (Points?)20, Grade = "unqualified" });
    }

    [Fact]
    public void ADayThatOnlySomeResultsSayIsNotLeftOut()
    {
        var member = new Subject { Id = "m", Kind = "member", Category = "organ", Employment = "in-post" };
        var whole = new Scorer(Fengxian).Score([member], [], 2026);
        var early = new Scorer(Fengxian, new ScorerOptions { AsOf = new DateOnly(2026, 3, 31) }).Score([member], [], 2026);
        using var text = new StringWriter();

        ResultsWriter.Write(text, Fengxian, [.. early, .. whole]);
        text.ToString().Split('\n')[1..3].Should().SatisfyRespectively(
            row => row.Should().StartWith("m,2026,2026-03-31,assessed"), row => row.Should().StartWith("m,2026,,assessed"));
        FluentActions.Invoking(() => ResultsWriter.Write(text, Fengxian, [.. whole, .. early])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void ANumberBelowZeroIsANumberInEveryFormat()
    {
        using var folder = new TemporaryFolder();
        var scheme = SchemeReader.ReadFile(Path.Combine("registers", "total-below-zero", "scheme.json"));
        foreach (var ending in new[] { "csv", "jsonl" })
            new ScoreRun(new Scorer(scheme)).Score(Path.Combine("registers", "total-below-zero"), folder.File("results." + ending));

        File.ReadLines(folder.File("results.csv")).ElementAt(1).Should().Be("m1,2026,assessed,-0.5,,,,,,,-0.5");
        File.ReadLines(folder.File("results.jsonl")).First().Should().Contain("\"total\":-0.5");
    }

    [Fact]
    public void TheSameResultsAreTheSameWorkbookAtAnyTime()
    {
        using var folder = new TemporaryFolder();
        var run = new ScoreRun(new Scorer(Fengxian));
        run.Score(Path.Combine("cases", "fengxian"), folder.File("one.xlsx"));
        Thread.Sleep(TimeSpan.FromSeconds(2.1));
        run.Score(Path.Combine("cases", "fengxian"), folder.File("other.xlsx"));

        File.ReadAllBytes(folder.File("one.xlsx")).Should().Equal(File.ReadAllBytes(folder.File("other.xlsx")));
    }

    [Fact]
    public void ANumberOfMoreDigitsThanExcelKeepsIsKeptAsText()
    {
        using var folder = new TemporaryFolder();
        var member = new Subject { Id = "m1", Kind = "member", Category = "organ", Employment = "in-post" };
        var value = Points.FromMillionths(1_234_567_890_123_456_789);
        var entry = new Entry { Id = "e1", Subject = "m1", Item = "task.target", Date = new DateOnly(2026, 1, 5), Value = value };

        DataSetWriter.WriteAs(DataFormat.Excel, folder.Path, [member], [entry]);

        DataSetReader.Read(folder.Path, Fengxian).Entries.Should().ContainSingle().Which.Value.Should().Be(value);
    }

    private static Subject AnySubject(int number, Random random) => new()
    {
        Id = $"{Any(random, "m", "党", "=m", "-", "m,", "m\"")}{number}",
        Name = Any(random, "", "One", "张三", " two  words ", "a, \"b\"\nc", "=1+1", "'x", "001", "2026-01-01", "1E5"),
        Kind = "member",
        Parent = Any(random, "", "b1", "第一支部", "001"),
        Category = Any(random, "organ", "rural"),
        Employment = Any(random, "in-post", "no-post"),
        PreviousGrade = Any(random, "", "excellent"),
        Attributes = new Dictionary<string, string>
        {
            ["性质"] = Any(random, "甲", "007", "a;b"),
            ["length, of"] = Any(random, "1.50", "x\"y")
        },
    };

    private static Entry AnyEntry(int number, List<Subject> subjects, Random random) => new()
    {
        Id = $"e{number:000}",
        Subject = subjects[random.Next(subjects.Count)].Id,
        Item = Any(random, "task.target", "task.unit"),
        Date = new DateOnly(2026, random.Next(1, 13), random.Next(1, 29)),
        Value = Points.FromMillionths(
            random.Next(3) switch { 0 => 6_000_000, 1 => random.Next(), _ => random.NextInt64(9_000_000_000_000_000) }),
        Level = Any(random, "", "county"),
        Reference = Any(random, "", "r1", "文〔2026〕1号", "0010"),
        Note = Any(random, "", "plain", " kept \n as it is ", "\"quoted\", = + - @"),
        Evaluator = Any(random, "", "self", "群众"),
    };

    private static string Any(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static string Told(Subject subject) => string.Join('|', [
        subject.Id, subject.Name, subject.Kind, subject.Parent, subject.Category, subject.Employment, subject.PreviousGrade,
        .. subject.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"),
    ]);

    private static string Told(Entry entry) => string.Join(
        '|', entry.Id, entry.Subject, entry.Item, entry.Date, entry.Value, entry.Level, entry.Reference, entry.Note, entry.Evaluator);
}
