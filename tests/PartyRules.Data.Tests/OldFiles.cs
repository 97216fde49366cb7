using System.Buffers.Binary;
using System.Text;

namespace PartyRules.Data.Tests;

/// <summary>Writes files of old versions of Office: streams by name, and workbooks with texts, numbers, days and errors.</summary>
internal static class OldFiles
{
    private const int Sector = 512;
    private const uint End = 0xFFFF_FFFE;

    /// <summary>A file of streams of at least 4096 bytes each.</summary>
    public static byte[] Compound(params (string Name, byte[] Content)[] streams)
    {
        var directorySectors = (streams.Length + 1 + 3) / 4;
        var contentSectors = streams.Sum(stream => SectorsOf(stream.Content));
        var tableSectors = 1;
        while ((directorySectors + contentSectors + tableSectors) * 4 > tableSectors * Sector)
            tableSectors++;
        var file = new byte[Sector * (1 + tableSectors + directorySectors + contentSectors)];
        ReadOnlySpan<byte> magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file);
        UInt16(file, 24, 0x3E);
        UInt16(file, 26, 3);
        UInt16(file, 28, 0xFFFE);
        UInt16(file, 30, 9);
        UInt16(file, 32, 6);
        UInt32(file, 44, (uint)tableSectors);
        UInt32(file, 48, (uint)tableSectors);
        UInt32(file, 56, 4096);
        UInt32(file, 60, End);
        UInt32(file, 68, End);
        for (var i = 0; i < 109; i++)
            UInt32(file, 76 + (i * 4), i < tableSectors ? (uint)i : 0xFFFF_FFFF);
        var table = new uint[tableSectors * Sector / 4];
        Array.Fill(table, 0xFFFF_FFFF);
        for (var i = 0; i < tableSectors; i++)
            table[i] = 0xFFFF_FFFD;
        var next = tableSectors;
        uint Chain(int sectors)
        {
            var first = next;
            for (var i = 0; i < sectors; i++, next++)
                table[next] = i == sectors - 1 ? End : (uint)next + 1;
            return (uint)first;
        }

        var directory = Chain(directorySectors);
        var at = Sector * (1 + (int)directory);
        Entry(file.AsSpan(at), "Root Entry", 5, End, 0, streams.Length > 0 ? 1u : 0xFFFF_FFFF);
        for (var i = 0; i < streams.Length; i++)
        {
            var start = Chain(SectorsOf(streams[i].Content));
            streams[i].Content.CopyTo(file, Sector * (1 + (int)start));
            Entry(file.AsSpan(at + ((i + 1) * 128)), streams[i].Name, 2, start, (uint)streams[i].Content.Length, 0xFFFF_FFFF);
            UInt32(file, at + ((i + 1) * 128) + 72, i + 1 < streams.Length ? (uint)i + 2 : 0xFFFF_FFFF);
        }

        for (var i = 0; i < table.Length; i++)
            UInt32(file, Sector + (i * 4), table[i]);
        return file;
    }

    /// <summary>
    /// A workbook of Excel 97: texts, numbers, days (<see cref="DateOnly"/>), times (<see cref="TimeOnly"/>) and errors (<see
    /// cref="Error"/>) in cells; null leaves one out.
    /// </summary>
    public static byte[] Workbook(bool isFrom1904, params Sheet[] sheets)
    {
        var starts = new List<int>();
        var book = new MemoryStream();
        Record(book, 0x809, [0x00, 0x06, 0x05, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        Record(book, 0x42, [0xB0, 0x04]);
        Record(book, 0x22, [isFrom1904 ? (byte)1 : (byte)0, 0]);
        Record(book, 0x31, [200, 0, 0, 0, 0xFF, 0x7F, 0x90, 1, 0, 0, 0, 0, 0, 0, 1, 0, (byte)'A']);
        foreach (var format in new[] { 0, 14, 31, 20 })
            Record(book, 0xE0, [0, 0, (byte)format, 0, 0, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        foreach (var sheet in sheets)
        {
            starts.Add((int)book.Length + 4);
            var name = Encoding.Unicode.GetBytes(sheet.Name);
            Record(book, 0x85, [0, 0, 0, 0, sheet.IsHidden ? (byte)1 : (byte)0, 0, (byte)sheet.Name.Length, 1, .. name]);
        }

        Record(book, 0x0A, []);
        for (var i = 0; i < sheets.Length; i++)
        {
            var begin = (int)book.Length;
            BinaryPrimitives.WriteInt32LittleEndian(book.GetBuffer().AsSpan(starts[i]), begin);
            WriteSheet(book, sheets[i], isFrom1904);
        }

        while (book.Length < 4096)
            book.WriteByte(0);
        return Compound(("Workbook", book.ToArray()));
    }

    private static void WriteSheet(MemoryStream book, Sheet sheet, bool isFrom1904)
    {
        Record(book, 0x809, [0x00, 0x06, 0x10, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        var columns = sheet.Rows.Max(row => row.Length);
        Record(book, 0x200, [0, 0, 0, 0, (byte)sheet.Rows.Length, (byte)(sheet.Rows.Length >> 8), 0, 0, 0, 0, (byte)columns, 0, 0, 0]);
        for (var line = 0; line < sheet.Rows.Length; line++)
        {
            for (var column = 0; column < sheet.Rows[line].Length; column++)
                WriteCell(book, [(byte)line, (byte)(line >> 8), (byte)column, 0], sheet.Rows[line][column], isFrom1904);
        }

        Record(book, 0x0A, []);
    }

    private static void WriteCell(MemoryStream book, byte[] place, object? value, bool isFrom1904)
    {
        byte[] Number(double number, byte format) => [.. place, format, 0, .. BitConverter.GetBytes(number)];
        if (value is string text)
            Record(book, 0x204, [.. place, 0, 0, (byte)text.Length, (byte)(text.Length >> 8), 1, .. Encoding.Unicode.GetBytes(text)]);
        else if (value is DateOnly day)
            Record(book, 0x203, Number(SerialOf(day) - (isFrom1904 ? 1462 : 0), (byte)((day.Day % 2) + 1)));
        else if (value is TimeOnly time)
            Record(book, 0x203, Number(time.ToTimeSpan().TotalDays, 3));
        else if (value is Error error)
            Record(book, 0x205, [.. place, 0, 0, error.Code, 1]);
        else if (value is not null)
            Record(book, 0x203, Number(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture), 0));
    }

    private static int SerialOf(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static int SectorsOf(byte[] content) => (content.Length + Sector - 1) / Sector;

    private static void Entry(Span<byte> entry, string name, byte kind, uint start, uint length, uint child)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        (entry[66], entry[67]) = (kind, 1);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], 0xFFFF_FFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], 0xFFFF_FFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], length);
    }

    private static void Record(MemoryStream book, ushort kind, byte[] data) =>
        book.Write([(byte)kind, (byte)(kind >> 8), (byte)data.Length, (byte)(data.Length >> 8), .. data]);

    private static void UInt16(byte[] bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);

    private static void UInt32(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);

    /// <summary>An error by its code in the file: 0x2A is #N/A.</summary>
    internal sealed record Error(byte Code);
}
