using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using Parquet;
using Parquet.Schema;
using PartyRules.Data.Columns;
using PartyRules.Data.Tables;
using PartyRules.Data.Writing;
using PartyRules.Diagnostics;
using PartyRules.Reading;

namespace PartyRules.Data.Tests;

/// <summary>
/// One spoilt data set for each thing that can be wrong with its files, and what is said about it in both languages, approved by a person.
/// To approve what is said now, run the tests with PARTYRULES_APPROVE=1, and read the texts.
/// </summary>
public sealed class GalleryOfBrokenData
{
    private const string Subjects = "id,name,kind,parent,category,employment,previousGrade\nm1,One,member,b1,organ,in-post,\n";
    private const string Header = "id,subject,item,date,value,level,ref,note\n";
    private const string Entry = "e1,m1,task.target,2026-01-25,6,,,\n";
    private const string Line = """{"id":"e1","subject":"m1","item":"task.target","date":"2026-01-25","value":6}""";

    private static readonly object[] Heading = ["id", "subject", "item", "date", "value"];

    private static readonly string[] Parts =
    [
        "data.also-called", "data.neighbours", "data.needed-column", "data.number-unit", "data.alike", "data.alike-words", "data.line",
        "data.more", "data.unfinished", "data.subject-in-several", "data.result-in-several",
    ];

    /// <summary>What is done to a right data set, by the code of the problem that it gives.</summary>
    private static readonly Dictionary<string, Action<TemporaryFolder>> Mistakes = new(StringComparer.Ordinal)
    {
        ["data.no-folder"] = _ => DataSetReader.Read("no-such-folder", BuiltInSchemes.Get("fengxian")),
        ["data.output"] = _ => DataSetReader.RefuseOutput(".", "Entries.xlsx"),
        ["data.device"] = _ => DataSetReader.RefuseOutput(".", "/dev/no-such-device"),
        ["data.file-for-folder"] = folder => DataSetReader.Read(folder.File("entries.csv"), BuiltInSchemes.Get("fengxian")),
        ["data.foreign-output"] = _ => ResultsWriter.Write("results.xls", BuiltInSchemes.Get("fengxian"), []),
        ["data.no-file"] = folder => File.Delete(folder.File("entries.csv")),
        ["data.unreadable"] = folder => Instead(folder, "entries.parquet", "PAR"),
        ["data.empty-file"] = folder => Entries(folder, ""),
        ["data.encoding"] = folder =>
            File.WriteAllBytes(folder.File("entries.csv"),
                [.. Encoding.UTF8.GetBytes(Header + "e1,m1,task.target,2026-01-25,6,,,党员\n"), 0xB5, 0xB3, (byte)'\n']),
        ["data.missing-column"] = folder => Entries(folder, Header.Replace("item,", "") + "e1,m1,2026-01-25,6,,,\n"),
        ["data.duplicate-column"] = folder => Entries(folder, Header.Replace("note", "ref") + Entry),
        ["data.unknown-column"] = folder => Entries(folder, Header.Replace("level", "levle") + Entry),
        ["data.field-count"] = folder => Entries(folder, Header + Entry.Replace(",,,", ",,,,x")),
        ["data.quote"] = folder => Entries(folder, Header + Entry.Replace(",6,,,", ",6,,,\"never closed")),
        ["data.too-long"] = folder => Entries(folder, Header + Entry.Replace(",6,,,", ",6,,," + new string('长', 70_000))),
        ["data.empty"] = folder => Entries(folder, Header + Entry[2..]),
        ["data.duplicate-id"] = folder => Entries(folder, Header + Entry + Entry),
        ["data.unknown-subject"] = folder => Entries(folder, Header + Entry.Replace("m1", "m11")),
        ["data.nobody"] = folder => File.WriteAllText(folder.File("subjects.csv"), Subjects.Replace("member", "membr")),
        ["data.bad-number"] = folder => Entries(folder, Header + Entry.Replace(",6,", ",six,")),
        ["data.number-character"] = folder => Entries(folder, Header + Entry.Replace(",6,", ",6\u00A00,")),
        ["data.not-whole"] = folder =>
            File.WriteAllText(folder.File("earlier.csv"), "scheme,subject,period,rank\nfengxian,m1,2025,1.5\n"),
        ["data.bad-date"] = folder => Entries(folder, Header + Entry.Replace("2026-01-25", "last Friday")),
        ["data.date-order"] = folder => Entries(folder, Header + Entry.Replace("2026-01-25", "3/5/2026")),
        ["data.date-no-year"] = folder => Entries(folder, Header + Entry.Replace("2026-01-25", "3月5日")),
        ["data.date-no-day"] = folder => Entries(folder, Header + Entry.Replace("2026-01-25", "2026年3月")),
        ["data.date-never"] = folder => Entries(folder, Header + Entry.Replace("2026-01-25", "2026-02-30")),
        ["data.date-several"] = folder => Entries(folder, Header + Entry.Replace("2026-01-25", "3月5日至7日")),
        ["data.date-weekday"] = folder => Entries(folder, Header + Entry.Replace("2026-01-25", "2026年1月25日 星期一")),
        ["data.date-time"] = folder => Entries(folder, Header + Entry.Replace("2026-01-25", "2026-01-25T16:00:00Z")),
        ["data.bad-time"] = folder => Timed(folder, "half past eight"),
        ["data.time-24"] = folder => Timed(folder, "24:00"),
        ["data.time-digit"] = folder => Timed(folder, "8:5"),
        ["data.time-half"] = folder => Timed(folder, "上午12:30"),
        ["data.time-day"] = folder => Timed(folder, "2026-01-25 08:30"),
        ["data.time-zone"] = folder => Timed(folder, "08:30+08:00"),
        ["data.time-second"] = folder => Timed(folder, "08:30:15.5"),
        ["data.time-number"] = folder => Timed(folder, "0.354166666666667"),
        ["data.several-years"] = folder => Entries(folder, Header + Entry + "e2,m1,task.target,2025-01-25,6,,,\n"),
        ["data.no-year"] = folder => Entries(folder, Header),
        ["data.unknown-scheme"] = folder =>
            File.WriteAllText(folder.File("earlier.csv"), "scheme,subject,period,total\nfengxain,m1,2025,80\n"),
        ["data.bad-period"] = folder =>
            File.WriteAllText(folder.File("earlier.csv"), "scheme,subject,period,total\nfengxian,m1,2025-Q9,80\n"),
        ["data.several-files"] = folder => File.WriteAllText(folder.File("entries.jsonl"), Line + "\n"),
        ["data.not-object"] = folder => Instead(folder, "entries.jsonl", Line + "\n[1]\n"),
        ["data.bad-json"] = folder => Instead(folder, "entries.jsonl", Line + "\n{\"id\":\"e2\",\n"),
        ["data.nested"] = folder => Instead(folder, "entries.jsonl", Line + "\n{\"id\":{}}\n"),
        ["data.merged"] = folder =>
            Workbook(folder, sheet =>
                sheet.Replace("</x:sheetData>", "</x:sheetData><x:mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></x:mergeCells>")),
        ["data.zip-bomb"] = folder =>
        {
            Workbook(folder, null);
            Workbooks.AddBomb(folder.File("entries.xlsx"));
        },
        ["data.stray-cell"] = folder =>
            Workbook(folder, sheet => sheet.Replace("</x:row></x:sheetData>", "<x:c r=\"H2\"><x:v>7</x:v></x:c></x:row></x:sheetData>")),
        ["data.date-number"] = folder =>
        {
            File.Delete(folder.File("entries.csv"));
            var row = new { id = "e1", subject = "m1", item = "task.target", date = 46047, value = 6 };
            MiniExcel.SaveAs(folder.File("entries.xlsx"), new[] { row });
        },
        ["data.same-column"] = folder =>
            File.WriteAllText(folder.File("subjects.csv"), Subjects.Replace("name,kind,parent", "单位,kind,党支部")),
        ["data.heading-below"] = folder => Entries(folder, "subject,item,day\n" + Header + Entry),
        ["data.separator"] = folder => Entries(folder, (Header + Entry).Replace(',', '，')),
        ["data.no-result-column"] = folder => File.WriteAllText(folder.File("earlier.csv"), "scheme,subject,period\nfengxian,m1,2025\n"),
        ["data.duplicate-result"] = folder =>
            File.WriteAllText(folder.File("earlier.csv"), "scheme,subject,period,total\nfengxian,m1,2025,80\nfengxian,m1,2025,90\n"),
        ["data.too-many-columns"] = folder =>
            Instead(folder, "entries.jsonl", Line + "\n{" + string.Join(',', Enumerable.Range(0, 1001).Select(i => $"\"c{i}\":1")) + "}\n"),
        ["data.lost-digits"] = folder => Workbook(folder, sheet => sheet.Replace("<x:v>6</x:v>", "<x:v>440106199001011234</x:v>")),
        ["data.cell-error"] = folder =>
            Workbook(folder, sheet => Regex.Replace(sheet, "<x:c([^>]*)><x:v>6</x:v>", "<x:c r=\"E2\" t=\"e\"><x:v>#N/A</x:v>")),
        ["data.no-result"] = folder => Workbook(folder, sheet => sheet.Replace("<x:v>6</x:v>", "<x:f>2*3</x:f>")),
        ["data.no-day"] = folder => Workbook(folder, sheet => sheet.Replace("<x:v>46047</x:v>", "<x:v>60</x:v>")),
        ["data.scaled"] = folder =>
            Sheets.Write(folder, new Sheet("S", [Heading, ["e1", "m1", "task.target", "2026-01-25", new Formatted("6000", "0,")]])),
        ["data.sheet-columns"] = folder => Sheets.Write(
            folder,
            new Sheet("一支部", [Heading, ["e1", "m1", "task.target", "2026-01-25", "6"]]),
            new Sheet("二支部", [["id", "subject", "item", "date"], ["e2", "m1", "task.target", "2026-02-25"]])),
        ["data.sheet-headings"] = folder => Sheets.Write(
            folder,
            new Sheet("一支部", [Heading, ["e1", "m1", "task.target", "2026-01-25", "6"]]),
            new Sheet("二支部", [["id", "subject", "事由", "date", "value"], ["e2", "m1", "task.target", "2026-02-25", "6"]])),
        ["data.parquet-type"] = WriteGuids,
        ["data.old-damaged"] = folder => InsteadBytes(folder, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]),
        ["data.password"] = folder => InsteadBytes(folder, OldFiles.Compound(("EncryptedPackage", new byte[5000]))),
        ["data.no-content"] = folder => InsteadBytes(folder, []),
        ["data.no-table"] = folder => Entries(folder, "%PDF-1.7\n"),
        ["data.workbook-as-text"] = folder => Entries(folder, "PK\u0003\u0004"),
        ["data.no-access"] = _ => throw new ProblemException(
            FileKinds.Unreadable(new UnauthorizedAccessException(), new SourceLocation("entries.csv"))),
        ["data.in-use"] = folder =>
        {
            using var held = File.Open(folder.File("entries.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            DataSetReader.Read(folder.Path, BuiltInSchemes.Get("fengxian"));
        },
        ["data.other-name"] = folder => Entries(folder, Header.Replace("note", "name") + Entry.Replace(",,,", ",,,Two")),
        ["data.nobody-named"] = folder => Entries(folder, Header + Entry.Replace("m1", "")),
        ["data.name-of-several"] = folder =>
        {
            File.WriteAllText(folder.File("subjects.csv"), Subjects + "m2,One,member,b2,organ,in-post,\n");
            Entries(folder, Header + Entry.Replace("m1", "One"));
        },
        ["data.same-name"] = folder =>
        {
            const string member = "One,member,b1,organ,in-post\n";
            File.WriteAllText(folder.File("subjects.csv"), "name,kind,parent,category,employment\n" + member + member);
            Entries(folder, Header);
        },
        ["data.wide"] = folder => Entries(folder, "name,1月,2月\nOne,5,5\n"),
        ["data.mapping-empty"] = folder => Mapped(folder, ""),
        ["data.mapping-key"] = folder => Mapped(folder, """{"column":"1月","item":"task.target","date":"2026-01-31","datum":""}"""),
        ["data.mapping-item"] = folder => Mapped(folder, """{"column":"1月","date":"2026-01-31"}"""),
        ["data.mapping-unknown"] = folder => Mapped(folder, """{"column":"1月","item":"task.tagret","date":"2026-01-31"}"""),
        ["data.mapping-nothing"] = folder =>
            RegisterMapping.Propose(folder.File("entries.csv"), BuiltInSchemes.Get("yongxi"), 2026),
        ["data.no-workbook"] = folder => InsteadBytes(folder, "<html><table></table></html>"u8),
        ["data.excel-rows"] = folder =>
        {
            using var file = File.Create(folder.File("results.xlsx"));
            using var writer = new ExcelTableWriter(file, "results.xlsx", "results", [EntryColumns.Id]);
            writer.Start();
            for (var row = 0; row <= 1_048_575; row++)
                writer.Write([Cell.Empty]);
        },
    };

    [Fact]
    public void EachMistakeIsToldOnceAsApproved()
    {
        var told = Mistakes.Keys.Order(StringComparer.Ordinal).Select(code => (Code: code, Problem: Told(code))).ToList();

        foreach (var (language, suffix) in new[] { (Language.English, "en"), (Language.ChineseSimplified, "zh-Hans") })
        {
            var texts = string.Concat(told.Select(mistake => $"{mistake.Code}\n    {mistake.Problem.ToText(language)}\n"));
            var file = Path.Combine(Sources.Folder, "approved", $"broken-data.{suffix}.txt");
            if (Environment.GetEnvironmentVariable("PARTYRULES_APPROVE") == "1")
                File.WriteAllText(file, texts);
            texts.Should().Be(File.ReadAllText(file));
        }
    }

    /// <summary>Parts of messages stand in others; what a clause or item needs is shown where the scheme has such a one.</summary>
    [Fact]
    public void EveryMessageIsShown() => Mistakes.Keys.Should().BeEquivalentTo(
        new ResourceManager("PartyRules.Data.Resources.DataProblems", typeof(DataSetReader).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(entry => (string)entry.Key)
            .Where(key => !Parts.Contains(key) && !key.StartsWith("hint.", StringComparison.Ordinal)
                && !key.StartsWith("kind.", StringComparison.Ordinal)));

    /// <summary>The problem of a mistake, which is the only one.</summary>
    private static Problem Told(string code)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("subjects.csv"), Subjects);
        Entries(folder, Header + Entry);
        var problems = FluentActions.Invoking(() =>
        {
            Mistakes[code](folder);
            return DataSetReader.Read(folder.Path, BuiltInSchemes.Get("fengxian"));
        }).Should().Throw<ProblemException>(code).Which.Problems.Where(problem => problem.Occurrences > 0).ToList();
        problems.Should().ContainSingle(code);
        problems[^1].Code.Should().Be(code);
        return problems[^1];
    }

    private static void Entries(TemporaryFolder folder, string text) => File.WriteAllText(folder.File("entries.csv"), text);

    private static void Timed(TemporaryFolder folder, string arrived)
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind\nk1,keeper\n");
        Entries(folder, $"id,subject,item,date,arrived\ne1,k1,came,2026-01-25,{arrived}\n");
        DataSetReader.Read(folder.Path, TimesInFurtherColumns.Keepers);
    }

    private static void Mapped(TemporaryFolder folder, string column)
    {
        Entries(folder, "name,1月\nOne,5\n");
        File.WriteAllText(folder.File("mapping.json"), "{\"entries\":{\"columns\":[" + column + "]}}");
    }

    private static void Instead(TemporaryFolder folder, string name, string text)
    {
        File.Delete(folder.File("entries.csv"));
        File.WriteAllText(folder.File(name), text);
    }

    private static void InsteadBytes(TemporaryFolder folder, ReadOnlySpan<byte> bytes)
    {
        File.Delete(folder.File("entries.csv"));
        File.WriteAllBytes(folder.File("entries.xlsx"), bytes);
    }

    private static void WriteGuids(TemporaryFolder folder)
    {
        File.Delete(folder.File("entries.csv"));
        DataField[] fields = [.. Heading.Select(name =>
            new DataField((string)name, (string)name == "value" ? typeof(Guid) : typeof(string)))];
        WriteParquet(folder.File("entries.parquet"), fields).GetAwaiter().GetResult();
    }

    private static async Task WriteParquet(string path, DataField[] fields)
    {
        await using var file = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file);
        using var group = writer.CreateRowGroup();
        foreach (var field in fields[..^1])
            await group.WriteAsync(field, new[] { field.Name == "date" ? "2026-01-25" : field.Name == "item" ? "task.target" : "m1" });
        await group.WriteAsync<Guid>(fields[^1], new[] { Guid.Empty }.AsMemory());
        group.CompleteValidate();
    }

    private static void Workbook(TemporaryFolder folder, Func<string, string>? sheet, Func<string, string>? book = null)
    {
        File.Delete(folder.File("entries.csv"));
        Workbooks.Write(folder.File("entries.xlsx"), sheet, book);
    }
}
