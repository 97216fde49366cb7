using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Data.Workbooks;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>Looks at a file before it is read, where its name says that it is a workbook.</summary>
internal static class FileKinds
{
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> Zip => [(byte)'P', (byte)'K'];

    /// <summary>Why a workbook cannot be read; null where it may be.</summary>
    public static Problem? Refuse(TableFile file)
    {
        if (file.Format != FileEnding.Excel)
            return null;
        using var stream = File.OpenRead(file.Path);
        Span<byte> head = stackalloc byte[4];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var start = head[..length];
        if (start.StartsWith(Zip))
            return WorkbookGuard.Refuse(file.Path);
        return DataMessages.Problem(start.StartsWith(CompoundFile) ? "data.old-workbook"
            : "data.no-workbook", new SourceLocation(file.Name));
    }
}
