using System.Buffers.Binary;

namespace PartyRules.Data.Storage;

/// <summary>Takes the time of writing out of a zip archive, so that the same content is the same bytes.</summary>
internal static class ZipTimes
{
    private const uint EndSignature = 0x06054B50;
    private const uint EntrySignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;

    /// <summary>The first day that an archive can name: 1 January 1980.</summary>
    private static ReadOnlySpan<byte> NoTime => [0x00, 0x00, 0x21, 0x00];

    /// <summary>Sets the time of each part to that of none. The archive has no comment, and is no larger than four gigabytes.</summary>
    /// <exception cref="InvalidDataException">It is no such archive.</exception>
    public static void Clear(FileStream archive)
    {
        archive.Flush();
        Span<byte> end = stackalloc byte[EndLength];
        Read(archive, archive.Length - EndLength, end);
        Demand(BinaryPrimitives.ReadUInt32LittleEndian(end) == EndSignature);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        long at = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        Span<byte> entry = stackalloc byte[EntryLength];
        Span<byte> signature = stackalloc byte[4];
        for (var i = 0; i < count; i++)
        {
            Read(archive, at, entry);
            Demand(BinaryPrimitives.ReadUInt32LittleEndian(entry) == EntrySignature);
            long local = BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]);
            Read(archive, local, signature);
            Demand(BinaryPrimitives.ReadUInt32LittleEndian(signature) == LocalSignature);
            Write(archive, local + 10);
            Write(archive, at + 12);
            at += EntryLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }

        archive.Position = archive.Length;
    }

    private static void Read(FileStream archive, long at, Span<byte> bytes)
    {
        Demand(at >= 0);
        archive.Position = at;
        archive.ReadExactly(bytes);
    }

    private static void Write(FileStream archive, long at)
    {
        archive.Position = at;
        Disk.Write(archive, NoTime);
    }

    private static void Demand(bool holds)
    {
        if (!holds)
            throw new InvalidDataException("zip");
    }
}
