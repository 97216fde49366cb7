using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Parquet;
using Parquet.Schema;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>
/// Whatever is added to a data set of any format: the facts that are read differ, or it is said, or the data is refused; and the fast
/// reading, the strict one and the scorer in code agree on all of it.
/// </summary>
public sealed class EverythingGivenInEveryFormat
{
    private static readonly Scheme Fengxian = BuiltInSchemes.Get("fengxian");
    private static readonly string[] Formats = [".csv", ".tsv", ".xlsx", ".jsonl", ".parquet"];
    private static readonly string[] Texts =
        ["x", "0", "-1", "２", "m1", "M1 ", "member", "organ", "county", "task.target", "2026-03-01", "\u200b", "=1"];
    private static readonly string[] Columns =
        ["手机号", "remarks", "Kind of work", "coefficient", "previousGrad",
        "by", "level", "ref", "note", "值", "ID", "党支部", "scheme", "total"];

    [Property(MaxTest = 15)]
    public Property IsUsedOrSaidToBeUnusedOrRefused() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var tables = new Dictionary<string, List<Dictionary<string, string>>>
        {
            ["subjects"] = [.. Enumerable.Range(0, 3).Select(i => new Dictionary<string, string>
            {
                ["id"] = $"m{i}", ["kind"] = "member", ["category"] = "organ", ["employment"] = "in-post",
            })],
            ["entries"] = [.. Enumerable.Range(0, 6).Select(i => new Dictionary<string, string>
            {
                ["id"] = $"e{i}", ["subject"] = $"m{i % 3}", ["item"] = "task.target",
                ["date"] = $"2026-0{i + 1}-05", ["value"] = $"{i + 1}",
            })],
        };
        var formats = tables.Keys.ToDictionary(table => table, _ => Formats[random.Next(Formats.Length)]);
        var before = Outcome(tables, formats);
        before.Refused.Should().BeEmpty();

        var what = Add(tables, random);
        var after = Outcome(tables, formats);

        var isSaid = after.Refused.Count > 0 || after.Facts != before.Facts || !after.Notices.SequenceEqual(before.Notices);
        isSaid.Should().BeTrue("{0}, as {1}", what, string.Join(", ", formats.Values));
        if (after.Refused.Count == 0 && what.Column is { } column && !IsRead(what.Table, column))
            after.Notices.Should().Contain(
                notice => notice.Contains($"[{column}]", StringComparison.Ordinal), "{0}, as {1}", what, string.Join(", ", formats.Values));
    });

    /// <summary>Adds a column with something in it, a row, or puts something else into a cell.</summary>
    private static (string Table, string? Column, string Text) Add(
        Dictionary<string, List<Dictionary<string, string>>> tables, Random random)
    {
        var table = random.Next(2) == 0 ? "subjects" : "entries";
        var rows = tables[table];
        var text = Texts[random.Next(Texts.Length)];
        switch (random.Next(3))
        {
            case 0:
                var column = Columns.Where(each => !rows[0].ContainsKey(each)).ElementAt(random.Next(8));
                foreach (var row in rows)
                    row[column] = "";
                rows[random.Next(rows.Count)][column] = text is "\u200b" ? "y" : text;
                return (table, column, text);
            case 1:
                var copy = new Dictionary<string, string>(rows[random.Next(rows.Count)]) { ["id"] = text };
                rows.Insert(random.Next(rows.Count + 1), copy);
                return (table, null, text);
            default:
                var changed = rows[random.Next(rows.Count)];
                var key = changed.Keys.ElementAt(random.Next(changed.Count));
                changed[key] = changed[key] == text || Same(changed[key], text) ? text + "y" : text;
                return (table, null, $"{key}={text}");
        }
    }

    private static bool Same(string left, string right) => left.Trim().Equals(right.Trim(), StringComparison.OrdinalIgnoreCase)
        || (decimal.TryParse(left, out var one) && decimal.TryParse(right.Replace('２', '2'), out var other) && one == other);

    /// <summary>Whether a column is one that the table has by that name, or another.</summary>
    private static bool IsRead(string table, string column) => table == "subjects"
        ? column is "党支部" or "previousGrade" or "ID"
        : column is "ref" or "note" or "level" or "ID" or "值";

    /// <summary>What the strict reading, the fast one and the scorer in code make of a data set; they agree.</summary>
    private static (IReadOnlyList<string> Refused, string Facts, IReadOnlyList<string> Notices) Outcome(
        Dictionary<string, List<Dictionary<string, string>>> tables, Dictionary<string, string> formats)
    {
        using var folder = new TemporaryFolder();
        foreach (var (table, rows) in tables)
            Write(folder.File(table + formats[table]), rows);
        using var fast = new StringWriter();
        var run = new ScoreRun(new Scorer(Fengxian), new ScoreRunOptions { Year = 2026, BlockBytes = 100 });
        DataSet data;
        try
        {
            data = DataSetReader.Read(folder.Path, Fengxian, 2026);
        }
        catch (ProblemException exception)
        {
            FluentActions.Invoking(() => run.ScoreTo(folder.Path, fast)).Should().Throw<ProblemException>().Which.Problems
                .Should().Equal(exception.Problems);
            return ([.. exception.Problems.Select(problem => problem.ToString())], "", []);
        }

        var summary = run.ScoreTo(folder.Path, fast);
        summary.Notices.Should().Equal(data.Notices);
        using var inCode = new StringWriter();
        ResultsWriter.Write(inCode, Fengxian, new Scorer(Fengxian).Score(
            [.. data.Subjects.Where(subject => subject.Kind == "member")],
            [.. data.Entries.Where(entry => data.Subjects.Single(subject => subject.Id == entry.Subject).Kind == "member")],
            2026));
        fast.ToString().Should().Be(inCode.ToString());
        return (
            [],
            JsonSerializer.Serialize((data.Subjects, data.Entries).ToTuple()),
            [.. data.Notices.Select(notice => notice.ToString())]);
    }

    private static void Write(string path, List<Dictionary<string, string>> rows)
    {
        var columns = rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
        string[][] cells = [.. rows.Select(row => columns.Select(column => row.GetValueOrDefault(column, "")).ToArray())];
        switch (Path.GetExtension(path))
        {
            case ".xlsx":
                Sheets.Write(path, new Spelling(), new Sheet("甲", [[.. columns], .. cells.Select(row => row.Select(Cell).ToArray())]));
                break;
            case ".jsonl":
                File.WriteAllLines(path, rows.Select(row =>
                    JsonSerializer.Serialize(row.Where(pair => pair.Value.Length > 0).ToDictionary())));
                break;
            case ".parquet":
                WriteParquet(path, columns, cells).GetAwaiter().GetResult();
                break;
            case ".tsv":
                Lines(Path.ChangeExtension(path, ".csv"), '\t');
                break;
            default:
                Lines(path, ',');
                break;
        }

        void Lines(string file, char separator) =>
            File.WriteAllLines(file, cells.Prepend([.. columns]).Select(row => string.Join(separator, row)));
    }

    private static object? Cell(string text) => text.Length == 0 ? null
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= 0
            && number.ToString(CultureInfo.InvariantCulture) == text ? number
        : text;

    private static async Task WriteParquet(string path, List<string> columns, string[][] cells)
    {
        DataField[] fields = [.. columns.Select(column => new DataField(column, typeof(string), isNullable: true))];
        await using var file = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file);
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++)
            await group.WriteAsync(fields[i], cells.Select(row => row[i]).ToArray());
        group.CompleteValidate();
    }
}
