using System.Text;
using MiniExcelLibs;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>Damaged and hostile files are refused with a reason, in bounded memory, and an earlier result stays as it was.</summary>
public sealed class HostileFiles : IDisposable
{
    private const string Subjects = "id,name,kind,parent,category,employment,previousGrade\nm1,One,member,b1,organ,in-post,\n";
    private const string Header = "id,subject,item,date,value,level,ref,note\n";
    private readonly TemporaryFolder folder = new();

    public HostileFiles()
    {
        File.WriteAllText(folder.File("subjects.csv"), Subjects);
        File.WriteAllText(folder.File("results.csv"), "earlier");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileTruncatedInTheMiddleOfARowIsRefused()
    {
        File.WriteAllText(folder.File("entries.csv"), Header + "e1,m1,task.target,2026-01-25,6,,,\ne2,m1,task.target,2026-02-25,5.");

        Refusal().Should().StartWith("entries.csv:3:1: The row has 5 fields");
    }

    [Theory]
    [InlineData("entries.csv", "e1,m1,task.target,2026-01-25,6,,,", "", "entries.csv:2:1: A field is longer than*")]
    [InlineData("entries.csv", "e1,m1,task.target,2026-01-25,6,,,\"", "\"", "entries.csv:2:1: A field is longer than*")]
    [InlineData("entries.jsonl", "{\"id\":\"", "\"}", "entries.jsonl:1: A field is longer than*")]
    public void ARowOfAHundredMegabytesIsRefusedWithoutBeingKept(string file, string before, string after, string expected)
    {
        using (var writer = new StreamWriter(folder.File(file)))
        {
            writer.Write(file.EndsWith(".csv", StringComparison.Ordinal) ? Header : "");
            writer.Write(before);
            for (var i = 0; i < 100; i++)
                writer.Write(new string('x', 1_000_000));
            writer.Write(after + "\n");
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Refusal().Should().Match(expected);
        (GC.GetAllocatedBytesForCurrentThread() - allocated).Should().BeLessThan(60_000_000);
    }

    [Fact]
    public void WordsAreCutAndStandInOneLineWhereTheyAreQuoted()
    {
        File.WriteAllText(folder.File("subjects.csv"),
            Subjects + $"{new string('m', 60_000)},Two,member,b1,organ,in-post,\n\"m\r\n3\",Three,member,b1,organ,in-post,\n");
        File.WriteAllText(folder.File("entries.csv"),
            Header + $"e1,m1,{new string('x', 60_000)},2026-01-25,6,,,\ne2,m1,\"a\r\nb\",2026-01-25,6,,,\ne3,absent,task.target,"
                + $"2026-01-25,6,,,\n");

        var problems = FluentActions.Invoking(() => DataSetReader.Read(folder.Path, BuiltInSchemes.Get("fengxian"))).Should()
            .Throw<ProblemException>().Which.Problems.Where(problem => problem.Occurrences > 0).ToList();

        problems.Select(problem => problem.Code).Should().Equal("fact.unknown-item", "fact.unknown-item", "data.unknown-subject");
        problems.Should().AllSatisfy(problem => problem.Message.English.Should().NotContainAny("\r", "\n"));
        problems.Max(problem => problem.Message.English.Length).Should().BeLessThan(1_500);
    }

    [Fact]
    public void EntriesWithoutAnySubjectAreRefused()
    {
        File.WriteAllText(folder.File("subjects.csv"), Subjects[..(Subjects.IndexOf('\n', StringComparison.Ordinal) + 1)]);
        File.WriteAllText(folder.File("entries.csv"), Header + "e1,m1,task.target,2026-01-25,6,,,\n");

        Refusal().Should().StartWith("entries.csv:2:4 [subject]: 'm1' is no subject of subjects.csv.");
    }

    [Fact]
    public void TwoEncodingsInOneFileAreRefusedWithAdvice()
    {
        File.WriteAllBytes(folder.File("entries.csv"),
            [.. Encoding.UTF8.GetBytes(Header + "e1,m1,task.target,2026-01-25,6,,,工作记录\n"),
                .. Gb18030("e2,m1,task.target,2026-02-25,6,,,记录\n")]);

        Refusal().Should().StartWith("entries.csv:3:1: This line is not UTF-8").And.Contain("CSV UTF-8");
    }

    [Fact]
    public void BytesOfNoEncodingAmongGb18030AreRefused()
    {
        File.WriteAllBytes(folder.File("entries.csv"),
            [.. Gb18030(Header + "e1,m1,task.target,2026-01-25,6,,,工作记录\n" + new string('工', 600_000).Chunk(50)
                .Select((note, i) => $"f{i},m1,task.target,2026-01-25,0,,,{new string(note)}\n")
                .Aggregate(new StringBuilder(), (all, line) => all.Append(line))), 0xFF, 0xFF, (byte)'\n']);

        Refusal().Should().Contain("not in the encoding that the file begins with");
    }

    [Fact]
    public void MergedCellsAreRefusedWithTheirRange()
    {
        WriteExcel(sheet => sheet.Replace("</x:sheetData>",
            "</x:sheetData><x:mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></x:mergeCells>"));

        Refusal().Should().Contain("entries.xlsx").And.Contain("merges the cells B2:B3");
    }

    [Fact]
    public void DatesThatAreBareNumbersAreRefusedWithTheDateTheyMean()
    {
        MiniExcel.SaveAs(folder.File("entries.xlsx"),
            new[] { new { id = "e1", subject = "m1", item = "task.target", date = 46047, value = 6 } });

        Refusal().Should().StartWith("entries.xlsx[Sheet1!D2] [date]: 46047 is the number").And.Contain("2026-01-25");
    }

    [Fact]
    public void AZipBombIsRefused()
    {
        WriteExcel(null);
        Workbooks.AddBomb(folder.File("entries.xlsx"));

        Refusal().Should().Contain("swells beyond measure");
    }

    [Fact]
    public void ATruncatedWorkbookIsUnreadable()
    {
        WriteExcel(null);
        var whole = File.ReadAllBytes(folder.File("entries.xlsx"));
        File.WriteAllBytes(folder.File("entries.xlsx"), whole[..(whole.Length / 2)]);

        Refusal().Should().Contain("entries.xlsx").And.Contain("cannot be read");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    public void ADamagedParquetFileIsUnreadable(int length)
    {
        File.WriteAllBytes(folder.File("entries.parquet"), [.. Encoding.ASCII.GetBytes("PAR1" + new string('x', 100))[..length]]);

        Refusal().Should().Contain("entries.parquet").And.Contain("cannot be read");
    }

    private string Refusal()
    {
        var problems = FluentActions.Invoking(() => new ScoreRun(new Scorer(BuiltInSchemes.Get("fengxian")))
            .Score(folder.Path, folder.File("results.csv"))).Should().Throw<ProblemException>().Which.Problems
            .Where(problem => problem.Occurrences > 0).ToList();
        File.ReadAllText(folder.File("results.csv")).Should().Be("earlier");
        Directory.GetFiles(folder.Path).Should().HaveCount(3);
        return problems[0].ToText(Language.English);
    }

    private void WriteExcel(Func<string, string>? sheet, Func<string, string>? book = null) =>
        Workbooks.Write(folder.File("entries.xlsx"), sheet, book);

    private static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text);
}
