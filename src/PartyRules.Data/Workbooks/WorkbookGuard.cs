using System.IO.Compression;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Workbooks;

/// <summary>Looks at a workbook before it is read: refuses what would swell beyond measure.</summary>
internal static class WorkbookGuard
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
        var location = new SourceLocation(name, path: part.FullName);
        var buffer = new byte[1 << 16];
        long size = 0, sinceTag = 0;
        int count;
        while ((count = content.Read(buffer, 0, buffer.Length)) > 0)
        {
            size += count;
            total += count;
            if (total > MostBytes || (size > FreeBytes && size / MostExpansion > part.CompressedLength))
                return DataMessages.Problem("data.zip-bomb", location);
            sinceTag = buffer.AsSpan(0, count).IndexOf((byte)'<') < 0 ? sinceTag + count : 0;
            if (sinceTag > LongestText)
                return DataMessages.Problem("data.too-long", location, LongestText);
        }

        return null;
    }
}
