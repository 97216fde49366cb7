using System.IO.Compression;
using PartyRules.Clauses.Conditions;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Reading;

/// <summary>Looks at an Excel file before it is read: refuses what would swell beyond measure, and what would be misread.</summary>
internal static class ExcelGuard
{
    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private const long FreeBytes = 64L * 1024 * 1024;
    private const int MostExpansion = 200;
    private const int LongestText = 128 * 1024;

    /// <summary>Why the file cannot be read; null where it can.</summary>
    public static Problem? Refuse(string path)
    {
        var name = Path.GetFileName(path);
        using var zip = ZipFile.OpenRead(path);
        long total = 0;
        foreach (var part in zip.Entries)
        {
            using var content = part.Open();
            if (RefusePart(content, part, name, ref total) is { } refusal)
                return refusal;
        }

        return null;
    }

    /// <summary>Measures what really comes out, because the sizes that a file states may be false.</summary>
    private static Problem? RefusePart(Stream content, ZipArchiveEntry part, string name, ref long total)
    {
        var isSheet = part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal);
        var isBook = part.FullName == "xl/workbook.xml";
        var buffer = new byte[1 << 16];
        long size = 0, sinceTag = 0;
        var kept = 0;
        int count;
        while ((count = content.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            size += count;
            total += count;
            if (total > MostBytes || (size > FreeBytes && size / MostExpansion > part.CompressedLength))
                return DataSetReader.Messages.Problem("data.zip-bomb", new SourceLocation(name, path: part.FullName));
            var text = buffer.AsSpan(0, kept + count);
            var tag = text.IndexOf((byte)'<');
            sinceTag = tag < 0 ? sinceTag + count : 0;
            if (sinceTag > LongestText)
                return DataSetReader.Messages.Problem("data.too-long", new SourceLocation(name, path: part.FullName), LongestText);
            if (isSheet && text.IndexOf("<mergeCell "u8) is >= 0 and var merged)
                return DataSetReader.Messages.Problem("data.merged", new SourceLocation(name, path: part.FullName), RangeIn(text[merged..]));
            if (isBook && (text.IndexOf("date1904=\"1\""u8) >= 0 || text.IndexOf("date1904=\"true\""u8) >= 0))
                return DataSetReader.Messages.Problem("data.date-1904", new SourceLocation(name));
            kept = Math.Min(text.Length, 64);
            text[^kept..].CopyTo(buffer);
        }

        return null;
    }

    private static string RangeIn(ReadOnlySpan<byte> element)
    {
        var start = element.IndexOf("ref=\""u8);
        var rest = start < 0 ? default : element[(start + 5)..];
        var length = rest.IndexOf((byte)'"');
        return length < 0 ? "" : System.Text.Encoding.UTF8.GetString(rest[..length]);
    }
}
