using System.IO.Compression;
using System.Security;
using System.Text;

namespace PartyRules.Data.Tests;

/// <summary>A number as a cell shows it: what is stored, and the code of its format.</summary>
internal sealed record Formatted(string Stored, string Code);

/// <summary>A sheet for a workbook: rows of texts, numbers and formatted numbers; null leaves a cell out.</summary>
internal sealed record Sheet(string Name, object?[][] Rows, bool IsHidden = false)
{
    /// <summary>Cells that are merged.</summary>
    public string[] Merged { get; init; } = [];

    /// <summary>Lines that are hidden, from 1.</summary>
    public int[] HiddenLines { get; init; } = [];
}

/// <summary>How a workbook is spelt: what programs other than Excel do, and the standard allows.</summary>
internal sealed record Spelling
{
    /// <summary>A prefix for the elements of sheets; empty for none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The attributes of the workbook's properties, such as <c>date1904='1'</c>.</summary>
    public string Properties { get; init; } = "";

    /// <summary>The encoding of the parts.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(false);

    /// <summary>The folder of the parts.</summary>
    public string Folder { get; init; } = "xl";

    /// <summary>Whether cells say where they stand.</summary>
    public bool HasReferences { get; init; } = true;

    /// <summary>Whether the namespaces are those of the strict form of the standard.</summary>
    public bool IsStrict { get; init; }
}

/// <summary>Writes workbooks as XML, so that every spelling that the standard allows can be tried.</summary>
internal static class Sheets
{
    private const string Ooxml = "http://schemas.openxmlformats.org/";
    private const string Strict = "http://purl.oclc.org/ooxml/";

    /// <summary>Writes the entries of a data set in the place of those that are there.</summary>
    public static void Write(TemporaryFolder folder, params Sheet[] sheets)
    {
        File.Delete(folder.File("entries.csv"));
        Write(folder.File("entries.xlsx"), new Spelling(), sheets);
    }

    /// <summary>Writes a workbook.</summary>
    public static void Write(string path, Spelling spelling, params Sheet[] sheets)
    {
        File.Delete(path);
        var main = spelling.IsStrict ? Strict + "spreadsheetml/main" : Ooxml + "spreadsheetml/2006/main";
        var relationships = spelling.IsStrict ? Strict + "officeDocument/relationships" : Ooxml + "officeDocument/2006/relationships";
        var formats = sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).OfType<Formatted>().Select(cell => cell.Code).Distinct()
            .ToList();
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        void Part(string name, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), spelling.Encoding);
            writer.Write($"<?xml version=\"1.0\" encoding=\"{spelling.Encoding.WebName}\"?>" + text);
        }

        string Rels(IEnumerable<(string Id, string Kind, string Target)> each)
        {
            var list = each.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{relationships}/{one.Kind}\" Target=\"{one.Target}\"/>");
            return $"<Relationships xmlns=\"{Ooxml}package/2006/relationships\">{string.Concat(list)}</Relationships>";
        }

        var (open, p) = spelling.Prefix.Length == 0 ? ($"xmlns=\"{main}\"", "")
            : ($"xmlns:{spelling.Prefix}=\"{main}\"", spelling.Prefix + ":");
        var tabs = sheets.Select((sheet, i) =>
            $"<{p}sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"{(sheet.IsHidden ? " state=\"hidden\"" : "")}/>");
        Part("_rels/.rels", Rels([("r1", "officeDocument", $"{spelling.Folder}/book.xml")]));
        Part($"{spelling.Folder}/book.xml", $"<{p}workbook {open} xmlns:r=\"{relationships}\"><{p}workbookPr {spelling.Properties}/>"
            + $"<{p}sheets>{string.Concat(tabs)}</{p}sheets></{p}workbook>");
        Part($"{spelling.Folder}/_rels/book.xml.rels",
            Rels(sheets.Select((_, i) => ($"r{i + 1}", "worksheet", $"/{spelling.Folder}/part{i + 1}.xml"))
            .Append(("s", "styles", "look.xml"))));
        Part($"{spelling.Folder}/look.xml", $"<{p}styleSheet {open}><{p}numFmts>"
            + string.Concat(formats.Select((code, i) =>
                $"<{p}numFmt numFmtId=\"{i + 200}\" formatCode=\"{SecurityElement.Escape(code)}\"/>"))
            + $"</{p}numFmts><{p}cellXfs><{p}xf numFmtId=\"0\"/>"
            + string.Concat(formats.Select((_, i) => $"<{p}xf numFmtId=\"{i + 200}\"/>")) + $"</{p}cellXfs></{p}styleSheet>");
        for (var i = 0; i < sheets.Length; i++)
            Part($"{spelling.Folder}/part{i + 1}.xml", Text(sheets[i], spelling, open, p, formats));
    }

    private static string Text(Sheet sheet, Spelling spelling, string open, string p, List<string> formats)
    {
        var rows = new StringBuilder();
        for (var line = 1; line <= sheet.Rows.Length; line++)
        {
            rows.Append($"<{p}row{(spelling.HasReferences ? $" r=\"{line}\"" : "")}{(sheet.HiddenLines.Contains(line) ? " hidden=\"1\""
                : "")}>");
            for (var column = 0; column < sheet.Rows[line - 1].Length; column++)
            {
                if (sheet.Rows[line - 1][column] is not { } value)
                    continue;
                var place = spelling.HasReferences ? $" r=\"{(char)('A' + column)}{line}\"" : "";
                rows.Append(value switch
                {
                    Formatted number => $"<{p}c{place} s=\"{formats.IndexOf(number.Code) + 1}\"><{p}v>{number.Stored}</{p}v></{p}c>",
                    string text => $"<{p}c{place} t=\"inlineStr\"><{p}is><{p}t>{SecurityElement.Escape(text)}</{p}t></{p}is></{p}c>",
                    _ => $"<{p}c{place}><{p}v>{FormattableString.Invariant($"{value}")}</{p}v></{p}c>",
                });
            }

            rows.Append($"</{p}row>");
        }

        var merged = sheet.Merged.Length == 0 ? ""
            : $"<{p}mergeCells>{string.Concat(sheet.Merged.Select(range => $"<{p}mergeCell\n ref='{range}' />"))}</{p}mergeCells>";
        return $"<{p}worksheet {open}><{p}sheetData>{rows}</{p}sheetData>{merged}</{p}worksheet>";
    }
}
