using System.IO.Compression;
using System.Text;
using PartyRules.Data;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Benchmarks;

/// <summary>Tables that grow in each direction: how long reading them takes, with all that is said about them.</summary>
internal static class GrowthOfTables
{
    private const string EntryHeadings = "id,subject,item,date,value";
    private static readonly Scheme Fengxian = BuiltInSchemes.Get("fengxian");

    /// <summary>The situations.</summary>
    public static IReadOnlyList<Situation> All =>
    [
        Read("rows", 10_000, n => Csv(n, 1, i => $"m{i}", i => $"{i}")),
        Read("rows of one subject and day", 10_000, n => Csv(1, n, _ => "m0", i => $"{i}.5")),
        Read("rows of one subject and day that say the same", 10_000, n => Csv(1, n, _ => "m0", _ => "1")),
        Read("columns", 2000, Wide),
        Read("columns of a sheet", 2000, n => Workbook([("甲", n, 10)], [])),
        Read("sheets", 25, n => Workbook([.. Enumerable.Range(0, n).Select(i => ($"甲{i}", 5, 10))], [])),
        Read("cells merged in a column that nothing reads", 2000, n => Workbook([("甲", 10, n)], [.. Merged(n)])),
        new("score: rows, in a stream", 10_000, n =>
        {
            var tables = Csv(n, 5, i => $"m{i / 5}", i => $"{i % 3}");
            return () => In(tables, folder =>
                new ScoreRun(new Scorer(Fengxian), new ScoreRunOptions { Year = 2026 }).ScoreTo(folder, TextWriter.Null));
        }),
    ];

    private static Situation Read(string name, int size, Func<int, Dictionary<string, byte[]>> tables) =>
        new($"read table: {name}", size, n =>
        {
            var files = tables(n);
            return () => In(files, folder => DataSetReader.Read(folder, Fengxian, 2026));
        });

    private static void In(Dictionary<string, byte[]> files, Action<string> work)
    {
        var folder = Directory.CreateTempSubdirectory("partyrules-growth-");
        try
        {
            foreach (var (name, bytes) in files)
                File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, byte[]> Csv(int subjects, int entriesEach, Func<int, string> subject, Func<int, string> value) =>
        new()
        {
            ["subjects.csv"] = Lines("id,kind,category,employment", subjects, i => $"m{i},member,organ,in-post"),
            ["entries.csv"] = Lines(
                EntryHeadings, subjects * entriesEach, i => $"e{i:0000000},{subject(i)},task.target,2026-03-05,{value(i)}"),
        };

    private static Dictionary<string, byte[]> Wide(int columns) => new()
    {
        ["subjects.csv"] = Lines(
            $"id,kind,category,employment,{string.Join(',', Enumerable.Range(0, columns).Select(i => $"备注{i}"))}",
            10,
            i => $"m{i},member,organ,in-post,{string.Join(',', Enumerable.Repeat("x", columns))}"),
        ["entries.csv"] = Lines(EntryHeadings, 1, _ => "e1,m0,task.target,2026-03-05,1"),
    };

    private static byte[] Lines(string headings, int count, Func<int, string> row) =>
        Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, count).Select(row).Prepend(headings)));

    private static IEnumerable<string> Merged(int rows) => Enumerable.Range(1, rows / 2).Select(i => $"J{i * 2}:J{(i * 2) + 1}");

    /// <summary>Subjects on several sheets, each with so many further columns and rows.</summary>
    private static Dictionary<string, byte[]> Workbook((string Name, int Columns, int Rows)[] sheets, string[] merged)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("_rels/.rels", $"<Relationships xmlns='{Package}'>"
                + $"<Relationship Id='r' Type='{Relationships}/officeDocument' Target='b.xml'/></Relationships>");
            Part("b.xml", $"<workbook xmlns='{Main}' xmlns:r='{Relationships}'><sheets>"
                + string.Concat(sheets.Select((sheet, i) => $"<sheet name='{sheet.Name}' r:id='r{i}'/>")) + "</sheets></workbook>");
            Part("_rels/b.xml.rels", $"<Relationships xmlns='{Package}'>"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id='r{i}' Type='{Relationships}/worksheet' Target='s{i}.xml'/>"))
                + "</Relationships>");
            for (var i = 0; i < sheets.Length; i++)
                Part($"s{i}.xml", Sheet(i, sheets[i].Columns, sheets[i].Rows));

            void Part(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        string Sheet(int number, int columns, int rows)
        {
            var further = Enumerable.Range(0, columns).ToList();
            var text = new StringBuilder($"<worksheet xmlns='{Main}'><sheetData>");
            Row(["id", "kind", "category", "employment", .. further.Select(i => $"备注{i}")]);
            for (var row = 0; row < rows; row++)
                Row([$"m{number}-{row}", "member", "organ", "in-post", .. further.Select(i => merged.Length == 0 ? "x" : "")]);
            text.Append("</sheetData><mergeCells>").AppendJoin("", merged.Select(range => $"<mergeCell ref='{range}'/>"));
            return text.Append("</mergeCells></worksheet>").ToString();

            void Row(IEnumerable<string> cells) => text.Append("<row>")
                .AppendJoin("", cells.Select(cell => $"<c t='inlineStr'><is><t>{cell}</t></is></c>")).Append("</row>");
        }

        return new()
        {
            ["subjects.xlsx"] = bytes.ToArray(),
            ["entries.csv"] = Lines(EntryHeadings, 1, _ => "e1,m0-0,task.target,2026-03-05,1"),
        };
    }
}
