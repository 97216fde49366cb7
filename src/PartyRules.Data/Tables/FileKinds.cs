using System.IO.Compression;
using System.Text;
using ExcelDataReader.Exceptions;
using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Data.Workbooks;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>Looks at what a file is, whatever its name says, and opens it; what is no table is refused by what it is.</summary>
internal static class FileKinds
{
    private const int HeadLength = 512;
    private const long LargestOldWorkbook = 256L * 1024 * 1024;

    private static ReadOnlySpan<byte> CompoundStart => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> ZipStart => "PK\u0003\u0004"u8;

    /// <summary>Opens a table's file; null where it is no table, with a problem added.</summary>
    public static Table? Open(TableFile file, TableShape shape, IReadOnlyList<TableShape> beside, ProblemLog problems)
    {
        byte[] head;
        try
        {
            head = HeadOf(file.Path);
        }
        catch (IOException)
        {
            problems.Add(DataMessages.Problem("data.in-use", new SourceLocation(file.Name)));
            return null;
        }

        if (Whole(file, head) is { } refusal)
        {
            problems.Add(refusal);
            return null;
        }

        if (FileEnding.IsWorkbook(file.Path))
            return OpenBook(file, head, problems) is { } book ? new ExcelTable(file, book, shape, beside, problems) : null;
        return file.Format switch
        {
            FileEnding.Parquet => new ParquetTable(file.Path, shape, problems),
            FileEnding.JsonLines => new JsonLinesTable(file.Path, shape, problems),
            _ => new CsvTable(file.Path, shape, problems),
        };
    }

    /// <summary>What is said of a file that cannot be read.</summary>
    public static Problem Unreadable(Exception exception, SourceLocation location) =>
        DataMessages.Problem(exception is UnauthorizedAccessException ? "data.no-access" : "data.unreadable", location);

    /// <summary>What the readers of formats throw at damaged files, beside what the file system throws.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or InvalidDataException or System.Xml.XmlException
            or InvalidOperationException or NotSupportedException or FormatException or OverflowException or ArgumentException
            or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or ExcelReaderException or InvalidCastException;

    private static byte[] HeadOf(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..length];
    }

    /// <summary>Why a file cannot be the table that its name says; null where it may be.</summary>
    private static Problem? Whole(TableFile file, ReadOnlySpan<byte> head)
    {
        var isBook = FileEnding.IsWorkbook(file.Path);
        if (head.IsEmpty && isBook)
            return DataMessages.Problem("data.no-content", new SourceLocation(file.Name));
        var isText = file.Format is FileEnding.Csv or FileEnding.JsonLines;
        if (isText && (head.StartsWith(ZipStart) || head.StartsWith(CompoundStart)))
            return DataMessages.Problem("data.workbook-as-text", new SourceLocation(file.Name), file.Format);
        if (isBook ? !head.StartsWith(ZipStart) && !head.StartsWith(CompoundStart) : isText && IsOther(head))
        {
            var location = new SourceLocation(file.Name);
            return DataMessages.Problem(isBook ? "data.no-workbook" : "data.no-table", location, What(head), file.Format);
        }

        return null;
    }

    private static bool IsOther(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF"u8) || head is [0x89, (byte)'P', ..] or [0xFF, 0xD8, 0xFF, ..];

    private static LocalText What(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return DataMessages.Format(
            head.StartsWith("%PDF"u8) ? "kind.pdf"
            : head is [0x89, (byte)'P', ..] or [0xFF, 0xD8, 0xFF, ..] ? "kind.picture"
            : text.StartsWith('<') ? text.Contains("urn:schemas-microsoft-com", StringComparison.Ordinal)
                && text.StartsWith("<?xml", StringComparison.Ordinal) ? "kind.xml" : "kind.page"
            : head.Contains((byte)0) ? "kind.unknown"
            : "kind.text");
    }

    private static Book? OpenBook(TableFile file, ReadOnlySpan<byte> head, ProblemLog problems)
    {
        var location = new SourceLocation(file.Name);
        if (head.StartsWith(CompoundStart))
            return OpenOld(file, location, problems);
        if (OtherZip(file.Path) is { } kind)
        {
            problems.Add(DataMessages.Problem("data.no-workbook", location, DataMessages.Format(kind), file.Format));
            return null;
        }

        if (WorkbookGuard.Refuse(file.Path) is { } refusal)
        {
            problems.Add(refusal);
            return null;
        }

        return new Workbook(file.Path);
    }

    /// <summary>What a compressed file is that is no workbook of Excel; null where it may be one.</summary>
    private static string? OtherZip(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.GetEntry("xl/workbook.bin") is not null)
            return "kind.binary-workbook";
        if (zip.GetEntry("word/document.xml") is not null || zip.GetEntry("ppt/presentation.xml") is not null)
            return "kind.document";
        if (zip.GetEntry("mimetype") is { Length: < 200 } type)
        {
            using var text = new StreamReader(type.Open());
            return text.ReadToEnd().Contains("spreadsheet", StringComparison.Ordinal) ? "kind.open-document" : "kind.document";
        }

        return zip.GetEntry("_rels/.rels") is null && zip.Entries.All(part => !part.FullName.Contains("rels", StringComparison.Ordinal))
            ? "kind.archive" : null;
    }

    private static OldWorkbook? OpenOld(TableFile file, SourceLocation location, ProblemLog problems)
    {
        if (new FileInfo(file.Path).Length > LargestOldWorkbook)
            throw new InvalidDataException("size");
        var bytes = File.ReadAllBytes(file.Path);
        if (CompoundFile.Open(bytes) is not { } compound)
        {
            problems.Add(DataMessages.Problem("data.old-damaged", location));
            return null;
        }

        var book = compound.Has("Workbook") ? "Workbook" : compound.Has("Book") ? "Book" : null;
        var records = book is null ? null : new OldRecords(compound.Read(book));
        if (compound.Has("EncryptedPackage") || records is { IsEncrypted: true })
        {
            problems.Add(DataMessages.Problem("data.password", location));
            return null;
        }

        if (records is null)
        {
            problems.Add(DataMessages.Problem("data.no-workbook", location, DataMessages.Format("kind.document"), file.Format));
            return null;
        }

        return new OldWorkbook(bytes, records);
    }
}
