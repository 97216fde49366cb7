using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>Times of day that a scheme declares for entries, in every kind of table.</summary>
public sealed class TimesInFurtherColumns
{
    private const string Subjects = "id,name,kind\nk1,One,keeper\nk2,Two,keeper\n";
    private const string Late = """
        "late": {"name": {"en": "Late"}, "minutes": {"from": "08:30", "to": "arrived", "ifEarlier": "zero"}}
        """;

    private const string Heading = "id,subject,item,date,arrived\n";

    internal static readonly Scheme Keepers = Read("time", """{"valueOf": "late", "value": true}""");

    [Theory]
    [InlineData(DataFormat.Csv)]
    [InlineData(DataFormat.Excel)]
    [InlineData(DataFormat.Parquet)]
    [InlineData(DataFormat.JsonLines)]
    public void EveryFormatKeepsThem(DataFormat format)
    {
        using var folder = new TemporaryFolder();
        Entry[] entries = [Came("e1", "k1", "08:41"), Came("e2", "k2", "08:31:30"), Came("e3", "k2", "00:00")];
        DataSetWriter.WriteAs(format, folder.Path, [Keeper("k1"), Keeper("k2")], entries);

        var data = DataSetReader.Read(folder.Path, Keepers);

        data.Entries.Select(entry => entry.Attributes["arrived"]).Should().Equal("08:41", "08:31:30", "00:00");
        data.Notices.Should().BeEmpty();
        Totals(folder).Should().Equal("k1 11", "k2 1.5");
    }

    [Theory]
    [InlineData("08:41", "08:41")]
    [InlineData("08:41:00", "08:41")]
    [InlineData("08:41:07", "08:41:07")]
    [InlineData("8:41", "08:41")]
    [InlineData(" 08:41 ", "08:41")]
    [InlineData("０８：４１", "08:41")]
    [InlineData("08：41", "08:41")]
    [InlineData("8时41分", "08:41")]
    [InlineData("8点5分", "08:05")]
    [InlineData("8时41分7秒", "08:41:07")]
    [InlineData("上午8:41", "08:41")]
    [InlineData("上午 8:41", "08:41")]
    [InlineData("下午2:05", "14:05")]
    [InlineData("下午12:05", "12:05")]
    [InlineData("2:05 PM", "14:05")]
    [InlineData("2:05pm", "14:05")]
    [InlineData("12:05 AM", "00:05")]
    [InlineData("12:05 PM", "12:05")]
    public void TheyAreReadAsPeopleWriteThem(string written, string read)
    {
        using var folder = Tables($"{Heading}e1,k1,came,2026-03-02,{written}\n");

        var data = DataSetReader.Read(folder.Path, Keepers);

        data.Entries.Single().Attributes["arrived"].Should().Be(read);
        var isTold = !TimeOfDay.TryParse(written, out _);
        data.Notices.Select(notice => notice.Code).Should().Equal(isTold ? ["notice.read-as"] : []);
        Totals(folder)[0].Should().Be(Total(read));
    }

    [Theory]
    [InlineData("24:00", "data.time-24")]
    [InlineData("8:5", "data.time-digit")]
    [InlineData("08:30:5", "data.time-digit")]
    [InlineData("08:60", "data.bad-time")]
    [InlineData("25:00", "data.bad-time")]
    [InlineData("0830", "data.bad-time")]
    [InlineData("8.30", "data.bad-time")]
    [InlineData("8点", "data.bad-time")]
    [InlineData("8点半", "data.bad-time")]
    [InlineData("8:30-9:00", "data.bad-time")]
    [InlineData("late", "data.bad-time")]
    [InlineData("-08:30", "data.bad-time")]
    [InlineData("上午12:30", "data.time-half")]
    [InlineData("0:30 PM", "data.time-half")]
    [InlineData("14:30 PM", "data.time-half")]
    [InlineData("08:30Z", "data.time-zone")]
    [InlineData("08:30+08:00", "data.time-zone")]
    [InlineData("2026-03-02 08:30", "data.time-day")]
    [InlineData("08:30:15.5", "data.time-second")]
    [InlineData("0.354166666666667", "data.time-number")]
    [InlineData("", "fact.attribute-missing")]
    public void WhatIsNoTimeIsRefused(string written, string code)
    {
        using var folder = Tables($"{Heading}e1,k1,came,2026-03-02,{written}\n");

        var problem = Problems(() => DataSetReader.Read(folder.Path, Keepers)).Should().ContainSingle(each => each.Code == code).Which;
        problem.Location.File.Should().Be("entries.csv");
        problem.Location.Line.Should().Be(2);
        problem.Location.Path.Should().Be("arrived");
        Problems(() => Totals(folder)).Should().Contain(each => each.Code == code);
    }

    [Theory]
    [InlineData(0.36180555555555555, "h:mm", "08:41")]
    [InlineData(0.361805556, "h:mm:ss", "08:41")]
    [InlineData(0.3618055, "[$-409]h:mm AM/PM", "08:41")]
    [InlineData(0.36188657407407409, "h:mm", "08:41:07")]
    [InlineData(0, "h:mm", "00:00")]
    [InlineData(0.99998842592592596, "hh:mm", "23:59:59")]
    public void CellsOfTimesAreReadToTheSecond(double stored, string format, string read)
    {
        using var folder = Book(stored, format);

        DataSetReader.Read(folder.Path, Keepers).Entries.Single().Attributes["arrived"].Should().Be(read);
    }

    [Theory]
    [InlineData(false, 8, 41, 0, "08:41")]
    [InlineData(false, 8, 10, 7, "08:10:07")]
    [InlineData(false, 0, 0, 0, "00:00")]
    [InlineData(true, 8, 41, 0, "08:41")]
    public void CellsOfOldWorkbooksAreReadToo(bool isFrom1904, int hour, int minute, int second, string read)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("subjects.csv"), Subjects);
        File.WriteAllBytes(folder.File("entries.xls"), OldFiles.Workbook(isFrom1904, new Sheet("S",
        [
            ["id", "subject", "item", "date", "arrived"],
            ["e1", "k1", "came", "2026-03-02", new TimeOnly(hour, minute, second)],
        ])));

        DataSetReader.Read(folder.Path, Keepers).Entries.Single().Attributes["arrived"].Should().Be(read);
    }

    [Fact]
    public void ATimeOfSeveralRowsIsThatOfEach()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("subjects.csv"), Subjects);
        var sheet = new Sheet("S",
        [
            ["id", "subject", "item", "date", "arrived"],
            ["e1", "k1", "came", "2026-03-02", "08:41"],
            ["e2", "k2", "came", "2026-03-02", null],
        ]);
        Sheets.Write(folder.File("entries.xlsx"), new Spelling(), sheet with { Merged = ["E2:E3"] });

        var data = DataSetReader.Read(folder.Path, Keepers);

        data.Entries.Select(entry => entry.Attributes["arrived"]).Should().Equal("08:41", "08:41");
        data.Notices.Select(notice => notice.Code).Should().Equal("notice.merged");
    }

    [Theory]
    [InlineData(0.36180555555555555, "General", "data.time-number")]
    [InlineData(0.361812345, "h:mm:ss", "data.time-second")]
    [InlineData(46047.36180555555, "yyyy-mm-dd hh:mm", "data.time-day")]
    [InlineData(1.36180555555555555, "[h]:mm", "data.time-day")]
    [InlineData(-0.25, "h:mm", "data.bad-time")]
    [InlineData(841, "General", "data.bad-time")]
    public void CellsThatHoldNoTimeAreRefused(double stored, string format, string code)
    {
        using var folder = Book(stored, format);

        Problems(() => DataSetReader.Read(folder.Path, Keepers)).Should().Contain(problem => problem.Code == code);
    }

    [Theory]
    [InlineData(31_260, "08:41")]
    [InlineData(31_267, "08:41:07")]
    [InlineData(0, "00:00")]
    public async Task TypedTimesOfParquetAreRead(int seconds, string read)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("subjects.csv"), Subjects);
        await WriteParquet(folder.File("entries.parquet"), TimeSpan.FromSeconds(seconds));

        DataSetReader.Read(folder.Path, Keepers).Entries.Single().Attributes["arrived"].Should().Be(read);
    }

    [Fact]
    public async Task APartOfASecondInParquetIsRefused()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("subjects.csv"), Subjects);
        await WriteParquet(folder.File("entries.parquet"), TimeSpan.FromMilliseconds(31_260_500));

        Problems(() => DataSetReader.Read(folder.Path, Keepers)).Should().ContainSingle().Which.Code.Should().Be("data.time-second");
    }

    [Fact]
    public void AColumnThatAVersionMakesOneOfTimesIsReadByItsDay()
    {
        using var folder = Tables($"{Heading}e1,k1,came,2026-03-02,5\ne2,k1,came,2026-08-02,08:41\n");
        var before = Read("number", """{"valueOf": "arrived", "value": true}""");
        var versions = new SchemeVersions([before, Read("time", """{"valueOf": "late", "value": true}""", "2026-07-01")]);

        using var results = new TemporaryFolder();
        new ScoreRun(new Scorer(versions)).Score(folder.Path, results.File("results.csv"));

        File.ReadLines(results.File("results.csv")).Skip(1).First().Split(',')[3].Should().Be("16");
    }

    private static Scheme Read(string kind, string worth, string from = "2020-01-01") => SchemeReader.Read(
        Encoding.UTF8.GetBytes(
            $$"""
            {
              "id": "keepers", "version": "{{from}}", "effective": {"from": "{{from}}"},
              "name": {"en": "Keepers"}, "source": {"en": "Invented"},
              "subjects": {"kind": "keeper"},
              "entries": {
                "attributes": {"arrived": {"name": {"zh-Hans": "实到", "en": "Arrived"}, "kind": "{{kind}}"} },
                "numbers": { {{(kind == "time" ? Late : "")}} }
              },
              "round": "year",
              "rounding": {"mode": "half-up", "places": 2},
              "components": [{
                "id": "duty", "name": {"en": "Duty"}, "start": 0, "minimum": 0, "maximum": 10000,
                "items": [{"code": "came", "name": {"en": "Came"}, "effect": "add", "worth": {{worth}} }],
                "cites": {"clause": "keepers/duty", "text": {"en": "Invented"} }
              }]
            }
            """),
        "keepers.json");

    private static string Total(string time)
    {
        var late = TimeOnly.Parse(time, CultureInfo.InvariantCulture).ToTimeSpan() - new TimeSpan(8, 30, 0);
        return FormattableString.Invariant($"k1 {Math.Round(Math.Max(0, (decimal)late.TotalMinutes), 2):0.##}");
    }

    private static Subject Keeper(string id) => new() { Id = id, Name = id, Kind = "keeper" };

    private static Entry Came(string id, string subject, string time) => new()
    {
        Id = id,
        Subject = subject,
        Item = "came",
        Date = new DateOnly(2026, 3, 2),
        Attributes = new Dictionary<string, string> { ["arrived"] = time },
    };

    private static TemporaryFolder Tables(string entries)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("subjects.csv"), Subjects);
        File.WriteAllText(folder.File("entries.csv"), entries, Encoding.UTF8);
        return folder;
    }

    private static async Task WriteParquet(string path, TimeSpan arrived)
    {
        DataField[] fields =
        [
            .. new[] { "id", "subject", "item", "date" }.Select(name => new DataField(name, typeof(string))),
            new TimeDataField("arrived", TimeUnitPrecision.Micros),
        ];
        await using var file = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file);
        using var group = writer.CreateRowGroup();
        foreach (var (field, text) in fields.Zip(["e1", "k1", "came", "2026-03-02"]))
            await group.WriteAsync(field, new[] { text });
        await group.WriteAsync<long>(fields[^1], new[] { arrived.Ticks / TimeSpan.TicksPerMicrosecond }.AsMemory());
        group.CompleteValidate();
    }

    private static TemporaryFolder Book(double stored, string format)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("subjects.csv"), Subjects);
        Sheets.Write(folder.File("entries.xlsx"), new Spelling(), new Sheet("S",
        [
            ["id", "subject", "item", "date", "arrived"],
            ["e1", "k1", "came", "2026-03-02", new Formatted(stored.ToString("R", CultureInfo.InvariantCulture), format)],
        ]));
        return folder;
    }

    private static IReadOnlyList<Problem> Problems(Action read) =>
        FluentActions.Invoking(read).Should().Throw<ProblemException>().Which.Problems;

    /// <summary>Identifiers and totals, as a run writes them that reads rows while it scores where it can.</summary>
    private static List<string> Totals(TemporaryFolder folder)
    {
        using var results = new TemporaryFolder();
        new ScoreRun(new Scorer(Keepers)).Score(folder.Path, results.File("results.csv"));
        return [.. File.ReadLines(results.File("results.csv")).Skip(1).Select(line => line.Split(',')).Select(row => $"{row[0]} {row[3]}")];
    }
}
