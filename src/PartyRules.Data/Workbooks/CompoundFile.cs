using System.Buffers.Binary;
using System.Text;

namespace PartyRules.Data.Workbooks;

/// <summary>A file that holds named streams, as old versions of Office, and all versions with passwords, write them.</summary>
/// <remarks>[MS-CFB]. Immutable and thread-safe.</remarks>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int LengthOfEntry = 128;
    private const uint LastSector = 0xFFFF_FFFA;
    private readonly byte[] file;
    private readonly int sectorShift;
    private readonly uint[] nextSectors;
    private readonly Dictionary<string, (uint Start, long Length)> streams = new(StringComparer.Ordinal);

    private CompoundFile(byte[] file)
    {
        this.file = file;
        if (file.Length < HeaderLength)
            throw new InvalidDataException("header");
        sectorShift = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(30));
        if (sectorShift is < 7 or > 16)
            throw new InvalidDataException("sector");
        nextSectors = ReadTable();
        var entries = Chain(UInt32(file, 48), file.Length);
        for (var at = 0; at + LengthOfEntry <= entries.Length; at += LengthOfEntry)
        {
            var entry = entries.AsSpan(at, LengthOfEntry);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
            if (entry[66] == 2 && length is >= 2 and <= 64)
                streams.TryAdd(Encoding.Unicode.GetString(entry[..(length - 2)]), (UInt32(entry, 116), UInt32(entry, 120)));
        }
    }

    /// <summary>Reads the names of the streams; null where the file is cut off or damaged, or has none.</summary>
    public static CompoundFile? Open(byte[] file)
    {
        try
        {
            return new CompoundFile(file) is { streams.Count: > 0 } compound ? compound : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether there is a stream of a name.</summary>
    public bool Has(string name) => streams.ContainsKey(name);

    /// <summary>The content of a stream that is not very short; empty for another one, which is kept in another way.</summary>
    public byte[] Read(string name)
    {
        var (start, length) = streams[name];
        return length < UInt32(file, 56) ? [] : Chain(start, length);
    }

    private uint[] ReadTable()
    {
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++)
            sectors.Add(UInt32(file, 76 + (i * 4)));
        var more = UInt32(file, 68);
        var perSector = (1 << sectorShift) / 4;
        for (var i = 0; more < LastSector && i <= file.Length >> sectorShift; i++)
        {
            var sector = Sector(more);
            for (var j = 0; j < perSector - 1; j++)
                sectors.Add(UInt32(sector, j * 4));
            more = UInt32(sector, (perSector - 1) * 4);
        }

        var table = new List<uint>();
        foreach (var sector in sectors.Where(sector => sector < LastSector))
        {
            var span = Sector(sector);
            for (var j = 0; j < perSector; j++)
                table.Add(UInt32(span, j * 4));
        }

        return [.. table];
    }

    private byte[] Chain(uint start, long length)
    {
        using var content = new MemoryStream();
        for (var sector = start; sector < LastSector && content.Length < length; sector = nextSectors[sector])
        {
            if (sector >= nextSectors.Length || content.Length > file.Length)
                throw new InvalidDataException("chain");
            content.Write(Sector(sector));
        }

        return content.ToArray()[..(int)Math.Min(content.Length, length)];
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        var start = ((long)number + 1) << sectorShift;
        if (start >= file.Length)
            throw new InvalidDataException("sector");
        return file.AsSpan((int)start, (int)Math.Min(1 << sectorShift, file.Length - start)) is { } span && span.Length == 1 << sectorShift
            ? span : throw new InvalidDataException("sector");
    }

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
