using System.Globalization;
using System.Text;
using MiniExcelLibs;
using Parquet;
using Parquet.Schema;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>A worked case gives the same results in whichever format and encoding it comes.</summary>
public sealed class FormatsAndEncodings : IDisposable
{
    private static readonly string Case = Path.Combine("cases", "fengxian");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(".csv")]
    [InlineData(".xlsx")]
    [InlineData(".parquet")]
    [InlineData(".jsonl")]
    public void EveryFormatGivesTheSameResults(string format)
    {
        foreach (var table in new[] { "subjects", "entries" })
            Write(folder.File(table + format), Rows(Path.Combine(Case, table + ".csv")));

        Score(folder.Path).Should().Be(Score(Case));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("gb18030")]
    public void EveryEncodingGivesTheSameResultsAndNames(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        foreach (var table in new[] { "subjects.csv", "entries.csv" })
            File.WriteAllText(folder.File(table), File.ReadAllText(Path.Combine(Case, table)).Replace("Member", "虚构党员镕𠀀")
                .Replace("task.target", "task.target"), encoding);

        Score(folder.Path).Should().Be(Score(Case));
        DataSetReader.Read(folder.Path, BuiltInSchemes.Get("fengxian")).Subjects[0].Name.Should().Be("虚构党员镕𠀀 01");
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".jsonl")]
    [InlineData(".xlsx")]
    [InlineData(".parquet")]
    public void ColumnsItemsAndOtherWordsMayHaveTheirChineseNames(string format)
    {
        var words = BuiltInSchemes.Get("fengxian");
        var names = words.Items.Select(item => (item.Code, item.Name)).Concat(words.Records.Select(record => (record.Code, record.Name)))
            .Concat(words.Levels.Concat(words.Categories).Concat(words.Employments).Select(pair => (pair.Key, pair.Value)))
            .Concat(words.Grades!.Bands.Select(band => (band.Id, band.Name)))
            .DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2.Chinese);
        names.Add("member", "党员");
        var (subjects, entries) = (Rows(Path.Combine(Case, "subjects.csv")), Rows(Path.Combine(Case, "entries.csv")));
        subjects[0] = ["编号", "姓名", "类型", "所属组织", "类别", "在岗情况", "上年等次"];
        entries[0] = ["编号", "对象编号", "项目", "日期", "分值", "级别", "事项编号", "备注"];
        foreach (var row in subjects.Skip(1).Concat(entries.Skip(1)))
            Array.ForEach([2, 4, 5, 6], column => row[column] = names.GetValueOrDefault(row[column], row[column]));
        Write(folder.File("subjects" + format), subjects);
        Write(folder.File("entries" + format), entries);

        Score(folder.Path).Should().Be(Score(Case));
    }

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".parquet")]
    [InlineData(".jsonl")]
    public void ResultsSayTheSameInEveryFormat(string format)
    {
        var path = folder.File("results" + format);
        new ScoreRun(new Scorer(BuiltInSchemes.Get("fengxian"))).Score(Case, path);

        var expected = Rows(Score(Case).Split('\n'));
        Read(path, expected[0]).Should().BeEquivalentTo(expected, options => options.WithStrictOrdering());
        Directory.GetFiles(folder.Path).Should().ContainSingle();
    }

    [Fact]
    public void AFormulaInAnIdIsTextInExcel()
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind,category,employment\n=1+1,member,organ,in-post\n");
        File.WriteAllText(folder.File("entries.csv"), "id,subject,item,date,value\ne1,=1+1,task.target,2026-01-05,3\n");
        var path = folder.File("results.xlsx");

        new ScoreRun(new Scorer(BuiltInSchemes.Get("fengxian"))).Score(folder.Path, path);

        using var zip = System.IO.Compression.ZipFile.OpenRead(path);
        foreach (var part in zip.Entries.Where(part => part.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var content = new StreamReader(part.Open());
            content.ReadToEnd().Should().NotContain("<x:f>").And.NotContain("<f>").And.Contain("=1+1");
        }
    }

    [Theory]
    [InlineData("<&>'")]
    [InlineData("空 格")]
    [InlineData("𠀀龘")]
    [InlineData("x\u0001y")]
    [InlineData("a_x0041_b")]
    public void AnIdOfAnyCharactersIsTheSameInExcel(string id)
    {
        File.WriteAllText(folder.File("subjects.csv"), $"id,kind,category,employment\n{id},member,organ,in-post\n");
        File.WriteAllText(folder.File("entries.csv"), $"id,subject,item,date,value\ne1,{id},task.target,2026-01-05,3\n");
        var path = folder.File("results.xlsx");

        new ScoreRun(new Scorer(BuiltInSchemes.Get("fengxian"))).Score(folder.Path, path);

        Read(path, []).Should().HaveCount(2).And.Subject.Last()[0].Should().Be(id);
    }

    [Theory]
    [InlineData("{\"id\":\"e1\",\"subject\":\"m1\",\"item\":\"task.target\",\"date\":\"2026-02-30\",\"value\":6}",
        "entries.jsonl:1 [$.date]: '2026-02-30' is a day that never comes*")]
    [InlineData("{\"id\":\"e1\",\"subject\":\"m1\",\"item\":\"task.targt\",\"date\":\"2026-02-20\",\"value\":6}",
        "entries.jsonl:1 [$.item]: The item 'task.targt' is unknown*")]
    [InlineData("\n{\"id\":\"e1\",", "entries.jsonl:2:*not valid JSON*")]
    [InlineData("[1]", "entries.jsonl:1:1 [$]: This line is not one JSON object*")]
    [InlineData("{\"id\":{}}", "entries.jsonl:1 [$.id]: The value holds further values*")]
    public void EachMistakeInJsonLinesIsNamedWithItsLineAndPath(string line, string expected)
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind,category,employment\nm1,member,organ,in-post\n");
        File.WriteAllText(folder.File("entries.jsonl"),
            line + "\n{\"id\":\"e9\",\"subject\":\"m1\",\"item\":\"task.target\",\"date\":\"2026-02-20\",\"value\":6}\n");

        Problems().Should().ContainSingle().Which.Should().Match(expected);
    }

    [Fact]
    public void AMistakeInParquetIsNamedWithItsRow()
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind,category,employment\nm1,member,organ,in-post\n");
        Write(folder.File("entries.parquet"),
            [["id", "subject", "item", "date", "value"], ["e1", "m1", "task.target", "2026-01-05", "3"],
                ["e2", "m1", "task.targt", "2026-01-05", "3"]]);

        Problems().Should().ContainSingle().Which.Should().StartWith("entries.parquet:2 [item]: The item 'task.targt' is unknown");
    }

    [Fact]
    public void ATableInTwoFormatsIsRefused()
    {
        File.WriteAllText(folder.File("subjects.csv"), "id,kind,category,employment\nm1,member,organ,in-post\n");
        File.WriteAllText(folder.File("subjects.jsonl"), "{}\n");
        File.WriteAllText(folder.File("entries.csv"), "id,subject,item,date,value\ne1,m1,task.target,2026-01-05,3\n");

        Problems().Should().ContainSingle().Which.Should().Contain("subjects.csv, subjects.jsonl");
    }

    private List<string> Problems() =>
        [.. FluentActions.Invoking(() => Score(folder.Path)).Should()
            .Throw<ProblemException>().Which.Problems.Where(problem => problem.Occurrences > 0)
            .Select(problem => problem.ToText(Language.English))];

    private static string Score(string data)
    {
        using var text = new StringWriter();
        new ScoreRun(new Scorer(BuiltInSchemes.Get("fengxian"))).ScoreTo(data, text);
        return text.ToString();
    }

    private static List<string[]> Rows(string path) => Rows(File.ReadAllLines(path));

    private static List<string[]> Rows(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.Length > 0).Select(line => line.Split(','))];

    private static List<string[]> Read(string path, string[] columns) => Path.GetExtension(path) switch
    {
        ".xlsx" => [.. MiniExcel.Query(path).Cast<IDictionary<string, object?>>()
            .Select(row => row.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").ToArray())],
        ".jsonl" => [columns, .. File.ReadLines(path).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)
            .Select(row => columns.Select(column => row.TryGetProperty(column, out var value) ? value.ToString() : "").ToArray())],
        _ => ReadParquet(path).GetAwaiter().GetResult(),
    };

    private static async Task<List<string[]>> ReadParquet(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path);
        using var group = reader.OpenRowGroupReader(0);
        var fields = reader.Schema.GetDataFields();
        var columns = new List<string[]>();
        foreach (var field in fields)
        {
            if (field.ClrType == typeof(decimal))
            {
                var numbers = new decimal?[group.RowCount];
                await group.ReadAsync(field, numbers.AsMemory());
                columns.Add([.. numbers.Select(number => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "")]);
            }
            else
            {
                var texts = new string?[group.RowCount];
                await group.ReadAsync(field, texts.AsMemory()!);
                columns.Add([.. texts.Select(text => text ?? "")]);
            }
        }

        return [fields.Select(field => field.Name).ToArray(), .. Enumerable.Range(0, (int)group.RowCount)
            .Select(row => columns.Select(column => column[row]).ToArray())];
    }

    private static void Write(string path, List<string[]> rows)
    {
        switch (Path.GetExtension(path))
        {
            case ".xlsx":
                MiniExcel.SaveAs(path, rows.Skip(1)
                    .Select(row => rows[0].Select((column, i) => KeyValuePair.Create(column, Typed(row[i]))).ToDictionary()));
                break;
            case ".parquet":
                WriteParquet(path, rows).GetAwaiter().GetResult();
                break;
            case ".jsonl":
                File.WriteAllLines(path, rows.Skip(1)
                    .Select(row => System.Text.Json.JsonSerializer.Serialize(
                        rows[0].Select((column, i) => KeyValuePair.Create(column, Typed(row[i]))).Where(pair => pair.Value is not "")
                            .ToDictionary(pair => pair.Key, pair => pair.Value is DateTime date ? date.ToString("yyyy-MM-dd")
                            : pair.Value))));
                break;
            default:
                File.WriteAllLines(path, rows.Select(row => string.Join(',', row)));
                break;
        }
    }

    /// <summary>Numbers and dates as such, as people's files have them.</summary>
    private static object Typed(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : text;

    private static async Task WriteParquet(string path, List<string[]> rows)
    {
        var fields = rows[0].Select(column => new DataField(column, typeof(string), isNullable: true)).ToArray();
        await using var file = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file);
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++)
            await group.WriteAsync(fields[i], rows.Skip(1).Select(row => row[i]).ToArray());
        group.CompleteValidate();
    }
}
