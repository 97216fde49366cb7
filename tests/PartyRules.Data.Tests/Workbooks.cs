using System.IO.Compression;
using MiniExcelLibs;

namespace PartyRules.Data.Tests;

/// <summary>Workbooks that a person or a program has spoilt.</summary>
internal static class Workbooks
{
    /// <summary>Writes a workbook with one entry, and changes its parts.</summary>
    public static void Write(string path, Func<string, string>? sheet, Func<string, string>? book = null)
    {
        MiniExcel.SaveAs(path,
            new[] { new { id = "e1", subject = "m1", item = "task.target", date = new DateTime(2026, 1, 25), value = 6 } });
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var (name, change) in new[] { ("xl/worksheets/sheet1.xml", sheet), ("xl/workbook.xml", book) })
        {
            if (change is null)
                continue;
            var part = zip.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(part.Open()))
                text = reader.ReadToEnd();
            part.Delete();
            var changed = change(text);
            changed.Should().NotBe(text);
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(changed);
        }
    }

    /// <summary>Makes a workbook swell beyond measure when it is unpacked.</summary>
    public static void AddBomb(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        using var bomb = zip.CreateEntry("xl/worksheets/sheet9.xml", CompressionLevel.SmallestSize).Open();
        var rows = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<row/>", 100_000)));
        for (var i = 0; i < 200; i++)
            bomb.Write(rows);
    }
}
