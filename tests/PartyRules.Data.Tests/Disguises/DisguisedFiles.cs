using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PartyRules.Data.Tests.Disguises;

/// <summary>Writes a disguised data set in the formats, encodings and files that offices have.</summary>
internal sealed class DisguisedFiles(Random random, string folder)
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Formats = ["yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d", "m/d/yy h:mm"];
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <summary>Writes both tables, and says in which forms.</summary>
    public string Write(Disguise disguise)
    {
        if (random.Next(8) == 0)
        {
            Sheets.Write(Path.Combine(folder, disguise.Any("积分台账.xlsx", "data.XLSX", "2026年登记.xlsm")), Spelling(),
                SheetOf("人员", disguise.Members), SheetOf("记录", disguise.Entries));
            return "one workbook";
        }

        return WriteTable(disguise, disguise.Members, ["subjects", "人员", "党员名单", "Subjects", "党员花名册（2026年）"], isPlain: true)
            + ", " + WriteTable(disguise, disguise.Entries, ["entries", "积分记录", "积分台账", "ENTRIES", "entries (1)", "积分记录 - 副本"],
                disguise.IsPlain);
    }

    private string WriteTable(Disguise disguise, List<object?[]> rows, string[] names, bool isPlain)
    {
        var path = Path.Combine(folder, names[random.Next(names.Length)]);
        switch (random.Next(isPlain ? 8 : 7))
        {
            case 0 or 1:
                Sheets.Write(path + disguise.Any(".xlsx", ".XLSX", ".xlsm"), Spelling(),
                    Split(rows, disguise.Titles > 0 || disguise.IsHeadedTwice));
                return path + ".xlsx";
            case 2:
                File.WriteAllBytes(path + disguise.Any(".xls", ".et", ".XLS"), OldFiles.Workbook(random.Next(2) == 0,
                    new Sheet("Sheet1", [.. rows.Select(row => row.Select(Old).ToArray())])));
                return path + ".xls";
            case 7:
                File.WriteAllLines(path + ".jsonl", Objects(rows));
                return path + ".jsonl";
            default:
                var separator = disguise.Any(',', ',', ';', '\t');
                var encoding = disguise.Any(
                    new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Gb18030);
                // A title alone tells no separator.
                separator = disguise.Titles > 0 ? ',' : separator;
                var line = disguise.Any("\n", "\r\n");
                var text = string.Concat(rows.Select(row => Text(row, separator) + line));
                File.WriteAllText(path + disguise.Any(".csv", ".CSV"), text, encoding);
                return $"{path}.csv {encoding.WebName} {(int)separator}";
        }
    }

    /// <summary>Rows in one sheet, or each half under the same headings.</summary>
    private Sheet[] Split(List<object?[]> rows, bool isWhole) => isWhole || rows.Count < 4 || random.Next(3) > 0
        ? [SheetOf("Sheet1", rows)]
        : [SheetOf("一支部", rows[..(rows.Count / 2)]), SheetOf("二支部", [rows[0], .. rows[(rows.Count / 2)..]])];

    private Sheet SheetOf(string name, List<object?[]> rows) => new(name, [.. rows.Select(row => row.Select(Modern).ToArray())]);

    private Spelling Spelling() => new()
    {
        Prefix = random.Next(4) == 0 ? "x" : "",
        IsStrict = random.Next(4) == 0,
        Folder = random.Next(4) == 0 ? "book" : "xl",
    };

    private object? Modern(object? cell)
    {
        if (cell is not DateOnly date || random.Next(3) == 0)
            return cell is DateOnly text ? text.ToString("O") : cell;
        var serial = date.DayNumber - new DateOnly(1899, 12, 30).DayNumber + (random.Next(4) == 0 ? 0.375 : 0);
        return new Formatted(serial.ToString(CultureInfo.InvariantCulture), Formats[random.Next(Formats.Length)]);
    }

    private static object? Old(object? cell) => cell is "" ? null : cell;

    private static string Text(object?[] row, char separator) => string.Join(separator, row.Select(cell => TextOf(cell) is var text
        && text.AsSpan().ContainsAny(separator, '"', '\n') ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : text));

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        DateOnly date => date.ToString("O"),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        _ => (string)cell,
    };

    private static IEnumerable<string> Objects(List<object?[]> rows) => rows.Skip(1).Where(row => row.Any(cell => cell is not null))
        .Select(row => "{" + string.Join(',', row.Select((cell, i) => $"{JsonSerializer.Serialize((string)rows[0][i]!, Unescaped)}:"
            + (cell is decimal number ? number.ToString(CultureInfo.InvariantCulture)
                : cell is null ? "null" : JsonSerializer.Serialize(TextOf(cell), Unescaped)))) + "}");
}
