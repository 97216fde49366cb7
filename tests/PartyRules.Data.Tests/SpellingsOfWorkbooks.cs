using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Data.Tests;

/// <summary>A workbook means the same however its XML is spelt, and a cell is what it shows.</summary>
public sealed class SpellingsOfWorkbooks : IDisposable
{
    private static readonly Scheme Fengxian = BuiltInSchemes.Get("fengxian");
    private static readonly object[] Heading = ["id", "subject", "item", "date", "value", "ref", "note"];
    private readonly TemporaryFolder folder = new();

    public SpellingsOfWorkbooks() =>
        File.WriteAllText(
            folder.File("subjects.csv"),
            "id,kind,category,employment,previousGrade\nm1,member,organ,in-post,\n001,member,organ,in-post,\n");

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Spellings => [.. Known.Keys];

    private static Dictionary<string, Spelling> Known { get; } = new(StringComparer.Ordinal)
    {
        ["plain"] = new(),
        ["prefixed"] = new() { Prefix = "x" },
        ["strict"] = new() { IsStrict = true },
        ["strict and prefixed"] = new() { IsStrict = true, Prefix = "sheet" },
        ["utf-16"] = new() { Encoding = Encoding.Unicode },
        ["utf-16, big end first"] = new() { Encoding = Encoding.BigEndianUnicode },
        ["parts elsewhere"] = new() { Folder = "content/of/the book" },
        ["cells without references"] = new() { HasReferences = false },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void TheSameCellsAreTheSameEntries(string spelling)
    {
        Write(Known[spelling],
            new Sheet("S", [Heading, ["e1", "m1", "task.target", new Formatted("46047", "yyyy-mm-dd"), 6.25, "r", "a < b"]]));

        var entry = Read().Entries.Should().ContainSingle().Subject;

        (entry.Id, entry.Subject, entry.Date, entry.Value, entry.Reference, entry.Note).Should()
            .Be(("e1", "m1", new DateOnly(2026, 1, 25), Points.FromMillionths(6_250_000), "r", "a < b"));
    }

    [Theory]
    [InlineData("date1904='1'")]
    [InlineData("date1904=\"true\"")]
    [InlineData("date1904 = \"True\"")]
    [InlineData("date1904\n=\n' 1 '")]
    public void DatesThatAreCountedFrom1904AreTheDaysThatAreShown(string properties)
    {
        Write(new Spelling { Properties = properties }, OneEntry(new Formatted("44585", "yyyy-mm-dd")));

        Read().Entries.Single().Date.Should().Be(new DateOnly(2026, 1, 25));
    }

    [Theory]
    [InlineData("46047", "yyyy-mm-dd", "2026-01-25")]
    [InlineData("46047", "yyyy\"年\"m\"月\"d\"日\";@", "2026-01-25")]
    [InlineData("46047", "[$-804]yyyy/m/d", "2026-01-25")]
    [InlineData("46047.5", "yyyy-mm-dd hh:mm", "2026-01-25")]
    [InlineData("46047.9999", "yyyy-mm-dd", "2026-01-25")]
    [InlineData("46047.999995", "yyyy-mm-dd", "2026-01-25")]
    [InlineData("46046.9999999999", "yyyy-mm-dd", "2026-01-25")]
    [InlineData("61", "yyyy-mm-dd", "1900-03-01")]
    [InlineData("59", "yyyy-mm-dd", "1900-02-28")]
    [InlineData("1", "yyyy-mm-dd", "1900-01-01")]
    public void ADayIsTheOneThatIsShown(string stored, string format, string day)
    {
        var text = Encoding.UTF8.GetString(BuiltInSchemes.Text("fengxian").Span).Replace("2020-01-01", "1900-01-01");
        var scheme = SchemeReader.Read(Encoding.UTF8.GetBytes(text), "old.json");
        Write(new Spelling(), OneEntry(new Formatted(stored, format)));

        DataSetReader.Read(folder.Path, scheme).Entries.Single().Date.ToString("O").Should().Be(day);
    }

    [Theory]
    [InlineData("60", "yyyy-mm-dd", "data.no-day")]
    [InlineData("0", "yyyy-mm-dd", "data.no-day")]
    [InlineData("-1", "yyyy-mm-dd", "data.no-day")]
    [InlineData("46047", "0", "data.date-number")]
    [InlineData("0.5", "hh:mm", "data.bad-date")]
    public void WhatIsNoDayIsRefused(string stored, string format, string code)
    {
        Write(new Spelling(), OneEntry(new Formatted(stored, format)));

        Problems().Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("0.95", "0%", "95")]
    [InlineData("0.9525", "0.00%", "95.25")]
    [InlineData("4.25", "0", "4.25")]
    [InlineData("5", "0\"分\"", "5")]
    [InlineData("6000", "#,##0", "6000")]
    [InlineData("0.30000000000000004", "General", "0.3")]
    [InlineData("2.2000000000000002", "General", "2.2")]
    [InlineData("2.5E-05", "General", "0.000025")]
    public void AValueIsWhatTheCellHoldsAndShows(string stored, string format, string value)
    {
        Write(new Spelling(), new Sheet("S", [Heading, ["e1", "m1", "task.target", "2026-01-25", new Formatted(stored, format)]]));

        Read().Entries.Single().Value!.Value.ToString().Should().Be(value);
    }

    [Theory]
    [InlineData("6000", "0,", "data.scaled")]
    [InlineData("60000", "0.0,\"万\"", "data.scaled")]
    [InlineData("0.25", "h:mm", "data.bad-number")]
    [InlineData("1.5", "[h]:mm", "data.bad-number")]
    [InlineData("46047", "yyyy-mm-dd", "data.bad-number")]
    [InlineData("1234567890.123456", "General", "data.lost-digits")]
    [InlineData("1234567890123456", "General", "data.lost-digits")]
    public void AValueThatIsShownAsSomethingElseIsRefused(string stored, string format, string code)
    {
        Write(new Spelling(), new Sheet("S", [Heading, ["e1", "m1", "task.target", "2026-01-25", new Formatted(stored, format)]]));

        Problems().Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("1", "000", "001")]
    [InlineData("1", "\"m\"0", "m1")]
    [InlineData("1", "\\m0", "m1")]
    public void AnIdentifierIsWhatTheCellShows(string stored, string format, string subject)
    {
        Write(new Spelling(), new Sheet("S", [Heading, ["e1", new Formatted(stored, format), "task.target", "2026-01-25", 6]]));

        Read().Entries.Single().Subject.Should().Be(subject);
    }

    [Theory]
    [InlineData("E2:E3", "data.merged")]
    [InlineData("A2:B2", "data.merged")]
    public void MergedCellsThatAreReadAreRefused(string range, string code)
    {
        Write(new Spelling { Prefix = "x" }, new Sheet("S", [Heading, Entry("e1"), Entry("e2")]) { Merged = [range] });

        Problems().Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void MergedCellsBesideTheTableDoNotMatter()
    {
        Write(
            new Spelling(),
            new Sheet("S", [Heading, Entry("e1"), ["e2", "m1", "task.target", "2026-02-25", 6]]) { Merged = ["J2:K9"] },
            new Sheet("说明", [["填表说明"]]) { Merged = ["A1:B1"] });

        var data = Read();

        data.Entries.Should().HaveCount(2);
        data.Notices.Should().ContainSingle().Which.ToText(Language.ChineseSimplified).Should().Be("entries.xlsx[说明]: 该工作表的列名与这张表不同，未读取");
    }

    [Fact]
    public void TheSheetsOfSeveralBranchesAreOneTable()
    {
        Write(
            new Spelling(),
            new Sheet("一支部", [Heading, Entry("e1")]),
            new Sheet("二支部", [["note", "ref", "value", "date", "item", "subject", "id"],
                ["n", "r", 3, "2026-02-01", "task.target", "001", "e2"]]),
            new Sheet("去年", [Heading, Entry("e0")], IsHidden: true),
            new Sheet("空", []));

        var data = Read();

        data.Entries.Select(entry => (entry.Id, entry.Subject, entry.Value)).Should().Equal(("e1", "m1", 6), ("e2", "001", 3));
        data.Notices.Select(notice => notice.Code).Should().Equal("notice.hidden-sheet");
    }

    [Fact]
    public void AnIdentifierThatRepeatsInAnotherSheetNamesTheFirst()
    {
        Write(new Spelling(), new Sheet("一支部", [Heading, Entry("e1")]), new Sheet("二支部", [Heading, Entry("e1")]));

        Problems().Should().ContainSingle().Which.ToString().Should()
            .Be("entries.xlsx[二支部!A2] [id]: The id 'e1' already stands in line 一支部!2. Give each row its own.");
    }

    [Fact]
    public void OneWorkbookHoldsBothTables()
    {
        File.Delete(folder.File("subjects.csv"));
        Sheets.Write(
            folder.File("台账.xlsx"),
            new Spelling(),
            new Sheet("封面", [["某镇党员积分台账"]]),
            new Sheet("名单", [["id", "kind", "category", "employment", "previousGrade"], ["m1", "member", "organ", "in-post", null]]),
            new Sheet("记录", [Heading, Entry("e1")]));

        var data = Read();

        (data.Subjects.Count, data.Entries.Count).Should().Be((1, 1));
        data.Notices.Select(notice => $"{notice.Location} {notice.Code}").Should()
            .Equal("台账.xlsx notice.shared-workbook", "台账.xlsx[封面] notice.other-sheet");
    }

    [Fact]
    public void WhatIsWrongInAColumnThatNothingUsesDoesNotMatter()
    {
        File.Delete(folder.File("subjects.csv"));
        object?[] heading = ["id", "kind", "category", "employment", "previousGrade", "身份证号"];
        Sheets.Write(folder.File("subjects.xlsx"), new Spelling(),
            new Sheet("S", [heading, ["m1", "member", "organ", "in-post", "qualified", new Formatted("4.4E+17", "0")]]));
        Write(new Spelling(), new Sheet("S", [Heading, Entry("e1")]));

        Read().Notices.Should().ContainSingle().Which.ToString().Should()
            .Be("subjects.xlsx [身份证号]: No clause of the scheme looks at this column.");
    }

    [Fact]
    public void APartThatNamesAnotherFileIsNotRead()
    {
        Write(new Spelling(), new Sheet("S", [Heading, Entry("e1")]));
        using (var zip = System.IO.Compression.ZipFile.Open(folder.File("entries.xlsx"), System.IO.Compression.ZipArchiveMode.Update))
        {
            zip.GetEntry("xl/part1.xml")!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/part1.xml").Open());
            writer.Write("<!DOCTYPE worksheet [<!ENTITY file SYSTEM \"file:///etc/hostname\">]><worksheet>&file;</worksheet>");
        }

        Problems().Should().ContainSingle().Which.Code.Should().Be("data.unreadable");
    }

    private static object?[] Entry(string id) => [id, "m1", "task.target", "2026-01-25", 6, "", ""];

    private static Sheet OneEntry(object date) => new("S", [Heading, ["e1", "m1", "task.target", date, 6]]);

    private void Write(Spelling spelling, params Sheet[] sheets) => Sheets.Write(folder.File("entries.xlsx"), spelling, sheets);

    private DataSet Read() => DataSetReader.Read(folder.Path, Fengxian);

    private List<Problem> Problems() =>
        [.. FluentActions.Invoking(Read).Should().Throw<ProblemException>().Which.Problems.Where(problem => problem.Occurrences > 0)];
}
