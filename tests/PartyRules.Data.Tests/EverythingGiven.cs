using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PartyRules.Diagnostics;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Data.Tests;

/// <summary>
/// Whatever a data set gives, in whichever format: the results are those of the given facts, or the data is refused; and each column, sheet
/// and row is used, said to be unused, or refused.
/// </summary>
public sealed class EverythingGiven
{
    private static readonly Scheme Fengxian = BuiltInSchemes.Get("fengxian");
    private static readonly string[] Standard = ["id", "name", "kind", "parent", "category", "employment", "previousGrade"];
    private static readonly string[] OfEntries = ["id", "subject", "item", "date", "value", "level", "ref", "note", "by"];
    private static readonly string[] Further =
        ["手机号", "入党时间", "remarks", "Kind of work", "  ", "previousGrad", "ID", "党支部", "单位", "parent"];

    [Property(MaxTest = 60)]
    public Property IsUsedOrSaidToBeUnusedOrRefused() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            using var folder = new TemporaryFolder();
            var subjects = AnyTable(["id", "kind", "category", "employment", .. Some(Standard[1..], random)], Further, random, SubjectCell);
            var entries = AnyTable(["id", "subject", "item", "date", "value", .. Some(OfEntries[5..], random)], random.Next(4) == 0
                ? Further : [], random, EntryCell);
            var isWorkbook = random.Next(2) == 0;
            var unread = isWorkbook ? WriteWorkbooks(folder, subjects, entries, random) : [];
            if (!isWorkbook)
                WriteText(folder, subjects, entries);

            using var results = new StringWriter();
            DataSet data;
            try
            {
                data = DataSetReader.Read(folder.Path, Fengxian, 2026);
                new ScoreRun(new Scorer(Fengxian), new ScoreRunOptions { Year = 2026, BlockBytes = 100 }).ScoreTo(folder.Path, results);
            }
            catch (ProblemException exception)
            {
                exception.Problems.Where(problem => problem.Occurrences > 0)
                    .Should().NotBeEmpty().And.AllSatisfy(problem => problem.Location.File.Should().NotBeNull());
                return;
            }

            data.Subjects.Should().HaveCount(subjects.Rows.Count);
            data.Entries.Should().HaveCount(entries.Rows.Count);
            var said = data.Notices.Select(notice => notice.ToString()).ToList();
            unread.ForEach(sheet => said.Should().Contain(line => line.Contains(sheet, StringComparison.Ordinal), sheet));
            foreach (var column in subjects.Columns.Where(column => subjects.IsFilled(column))
                .Except(["id", "ID", "name", "kind", "parent", "党支部", "单位", "category", "employment", "previousGrade"]))
                said.Should().Contain(line => line.Contains($"[{column}]", StringComparison.Ordinal), column);
            TotalsIn(results.ToString()).Should().Equal(Totals(subjects, entries));
        });

    [Property(MaxTest = 40)]
    public Property IsToldAlikeByTheFastAndTheStrictReading() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            using var folder = new TemporaryFolder();
            var subjects = AnyTable(["id", "kind", "category", "employment", "name", "parent"], ["手机号", "remarks"], random, SubjectCell);
            var entries = AnyTable(["id", "subject", "item", "date", "value", "by"], [], random, EntryCell);
            WriteText(folder, subjects, entries);

            var strict = DataSetReader.Read(folder.Path, Fengxian, 2026);
            var fast = new ScoreRun(new Scorer(Fengxian),
                new ScoreRunOptions { Year = 2026, BlockBytes = 200, RangeBytes = 500, Threads = 2 })
                .ScoreTo(folder.Path, TextWriter.Null);

            fast.Notices.Should().Equal(strict.Notices);
        });

    private static List<string> Totals(TableOf subjects, TableOf entries) =>
    [
        .. subjects.Rows.Select(row => row[subjects.Columns.IndexOf(subjects.Columns.Contains("id") ? "id" : "ID")])
        .Order(StringComparer.Ordinal).Select(id =>
        {
            var own = entries.Rows.Where(row => row[1] == id).GroupBy(row => row[3][..7])
                .Sum(month => Math.Min(6, month.Sum(row => int.Parse(row[4]))));
            return $"{id}={20 + Math.Min(70, own)}";
        }),
    ];

    private static List<string> TotalsIn(string results) =>
        [.. results.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(row => $"{row[0]}={row[3]}")];

    private static string SubjectCell(string column, int row, Random random) => column switch
    {
        "id" or "ID" => $"m{row}",
        "kind" => "member",
        "category" => "organ",
        "employment" => "in-post",
        "previousGrade" => random.Next(2) == 0 ? "" : "excellent",
        "name" => random.Next(2) == 0 ? $"虚构{row}" : "张三",
        "parent" or "党支部" or "单位" => random.Next(3) switch { 0 => "", 1 => "一支部", _ => "一 支部" },
        _ => random.Next(2) == 0 ? "" : "x",
    };

    private static string EntryCell(string column, int row, Random random) => column switch
    {
        "id" => $"e{row:000}",
        "subject" => $"m{random.Next(3)}",
        "item" => "task.target",
        "date" => $"2026-{random.Next(1, 4):00}-{random.Next(1, 3):00}",
        "value" => random.Next(1, 5).ToString(),
        "level" => "county",
        "by" => random.Next(2) == 0 ? "" : "self",
        _ => random.Next(2) == 0 ? "" : "x",
    };

    private static TableOf AnyTable(string[] columns, string[] further, Random random, Func<string, int, Random, string> cell)
    {
        var all = columns.Concat(Some(further, random)).Distinct().ToList();
        var rows = Enumerable.Range(0, random.Next(3, 12)).Select(row => all.Select(column => cell(column, row, random)).ToArray())
            .ToList();
        return new TableOf(all, rows);
    }

    private static IEnumerable<string> Some(string[] choices, Random random) => choices.Where(_ => random.Next(4) == 0).ToList();

    private static void WriteText(TemporaryFolder folder, TableOf subjects, TableOf entries)
    {
        foreach (var (name, table) in new[] { ("subjects", subjects), ("entries", entries) })
            File.WriteAllLines(folder.File(name + ".csv"), table.Rows.Prepend([.. table.Columns]).Select(row => string.Join(',', row)));
    }

    /// <summary>Writes the tables as workbooks, their rows on several sheets, among covers and hidden sheets, which it names.</summary>
    private static List<string> WriteWorkbooks(TemporaryFolder folder, TableOf subjects, TableOf entries, Random random)
    {
        var unread = new List<string>();
        foreach (var (name, table) in new[] { ("subjects", subjects), ("entries", entries) })
        {
            var cut = random.Next(1, table.Rows.Count);
            var sheets = new List<Sheet> { Part("甲", table, table.Rows[..cut]), Part("乙", table, table.Rows[cut..]) };
            if (random.Next(2) == 0)
                sheets.Insert(random.Next(3), new Sheet(Named(name, "封面"), [["某镇党员积分台账"], ["二〇二六年"]]));
            if (random.Next(2) == 0)
                sheets.Insert(random.Next(3), Part(Named(name, "旧数据"), table, table.Rows) with { IsHidden = true });
            Sheets.Write(folder.File(name + ".xlsx"), new Spelling { Prefix = random.Next(2) == 0 ? "x" : "" }, [.. sheets]);
        }

        return unread;

        string Named(string table, string sheet)
        {
            unread.Add($"{table}.xlsx[{sheet}]");
            return sheet;
        }
    }

    private static Sheet Part(string name, TableOf table, IEnumerable<string[]> rows) =>
        new(name, [[.. table.Columns], .. rows.Select(row => row.Select(text => text.Length == 0 ? null : (object)text).ToArray())]);

    private sealed record TableOf(List<string> Columns, List<string[]> Rows)
    {
        public bool IsFilled(string column) => Rows.Exists(row => row[Columns.IndexOf(column)].Length > 0);
    }
}
