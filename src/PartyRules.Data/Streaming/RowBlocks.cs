using CsvHelper;
using PartyRules.Data.Storage;
using PartyRules.Data.Tables;

namespace PartyRules.Data.Streaming;

/// <summary>Complete rows of a CSV file, without the header, as UTF-8.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="First">In groups, the key of the first row.</param>
/// <param name="Last">In groups, the key of the last row.</param>
internal sealed record RowBlock(Bytes Rows, byte[] First, byte[] Last) : IDisposable
{
    public void Dispose() => Rows.Dispose();
}

/// <summary>Reads a CSV file of UTF-8 bytes in blocks that end where a row ends, or where a group of rows with one key ends.</summary>
/// <remarks>What is not plain is left to the reader that explains mistakes: then <see cref="NeedsStrictReading"/>.</remarks>
internal sealed class RowBlocks : IDisposable
{
    private const int HeaderSize = 256 * 1024;
    private const int LargestBlock = 256 * 1024 * 1024;
    private const int LargestRow = 1024 * 1024;
    private readonly Stream stream;
    private readonly int blockSize;
    private readonly Bytes carry;
    private bool atEnd;

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="blockSize">About how many bytes make a block.</param>
    /// <param name="shape">What makes the table.</param>
    public RowBlocks(string path, int blockSize, TableShape shape)
    {
        (stream, IsTranscoded) = TextFile.Open(path);
        this.blockSize = blockSize;
        Length = new FileInfo(path).Length;
        carry = new Bytes(HeaderSize);
        Fill(carry, HeaderSize);
        ReadHeader(shape);
    }

    /// <summary>The names in the header line; empty where there is none.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>How fields are separated and read.</summary>
    public CsvReaderOptions Format { get; private set; } = new() { HasHeader = false, DetectSeparatorHint = false, Separator = ',' };

    /// <summary>Whether something was met that the blocks cannot be trusted with.</summary>
    public bool NeedsStrictReading { get; private set; }

    /// <summary>Whether the rows were in another encoding than UTF-8.</summary>
    public bool IsTranscoded { get; }

    /// <summary>How many bytes the file has.</summary>
    public long Length { get; }

    /// <summary>How many bytes were read.</summary>
    public long Position { get; private set; }

    /// <summary>The next block, or null at the end.</summary>
    /// <param name="groupBy">The column whose equal values stay together; -1 for none.</param>
    public RowBlock? Next(int groupBy = -1)
    {
        if (NeedsStrictReading)
            return null;
        var block = new Bytes(Math.Max(blockSize, carry.Length * 2));
        block.Append(carry.Span);
        carry.Length = 0;
        var size = blockSize;
        while (true)
        {
            Fill(block, size);
            if (block.Length == 0)
            {
                block.Dispose();
                return null;
            }

            if (FindCut(block, groupBy) is { } cut)
            {
                carry.Append(block.Span[cut.At..]);
                block.Length = cut.At;
                NeedsStrictReading |= block.Span.StartsWith("\uFEFF"u8);
                return new RowBlock(block, cut.First, cut.Last);
            }

            if (NeedsStrictReading || block.Length >= (groupBy < 0 ? blockSize + LargestRow : LargestBlock))
            {
                NeedsStrictReading = true;
                block.Dispose();
                return null;
            }

            size = Math.Min(LargestBlock, size * 2);
        }
    }

    /// <summary>A reader of a block's rows.</summary>
    public CsvReader Read(ReadOnlyMemory<byte> rows) => CsvReader.Create(rows, Format);

    public void Dispose()
    {
        stream.Dispose();
        carry.Dispose();
    }

    private void Fill(Bytes block, int size)
    {
        if (block.Capacity < size)
            block.Grow(size);
        while (!atEnd && block.Length < size)
        {
            var count = stream.Read(block.Array, block.Length, size - block.Length);
            atEnd = count == 0;
            block.Length += count;
            Position += count;
        }
    }

    private void ReadHeader(TableShape shape)
    {
        using var reader = CsvReader.Create(carry.Memory, new CsvReaderOptions { HasHeader = false });
        if (!reader.Read() || reader.RawRecord.Length > HeaderSize / 2)
        {
            NeedsStrictReading = true;
            return;
        }

        Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(i => shape.NameOf(reader.GetString(i)))];
        Format = Format with { Separator = reader.Separator };
        var rest = reader.Read() ? carry.Span[(int)reader.ByteOffset..].ToArray() : [];
        NeedsStrictReading = rest.Length == 0 && !atEnd;
        carry.Length = 0;
        carry.Append(rest);
    }

    private (int At, byte[] First, byte[] Last)? FindCut(Bytes block, int groupBy)
    {
        if (block.Span.Contains((byte)'"'))
            return FindCutAmongQuotes(block, groupBy);
        var rows = block.Span;
        var end = atEnd ? rows.Length : rows.LastIndexOf((byte)'\n') + 1;
        if (end == 0)
            return null;
        if (groupBy < 0)
            return (end, [], []);
        var start = StartOfLine(rows, end);
        var last = Field(rows[start..end], groupBy);
        var first = Field(rows[..end], groupBy).ToArray();
        if (atEnd)
            return (end, first, last.ToArray());
        while (start > 0)
        {
            var previous = StartOfLine(rows, start);
            var key = Field(rows[previous..start], groupBy);
            if (!key.SequenceEqual(last))
                return (start, first, key.ToArray());
            start = previous;
        }

        return null;
    }

    /// <summary>A line break may stand within quotes: only reading from the start tells.</summary>
    private (int At, byte[] First, byte[] Last)? FindCutAmongQuotes(Bytes block, int groupBy)
    {
        using var reader = Read(block.Memory);
        byte[] first = [], last = [], beforeLast = [];
        int group = 0, row = 0;
        while (reader.Read())
        {
            // The row before this one is complete; this one may not be, unless the file ends here.
            row = (int)reader.ByteOffset;
            if (groupBy < 0)
                continue;
            var key = reader.GetSpan(groupBy);
            if (row == 0 || first.Length == 0)
                first = key.ToArray();
            if (key.SequenceEqual(last))
                continue;
            (group, beforeLast, last) = (row, last, key.ToArray());
        }

        if (atEnd)
            return (block.Length, first, last);
        var at = groupBy < 0 ? row : group;
        return at == 0 ? null : (at, first, beforeLast);
    }

    private static int StartOfLine(ReadOnlySpan<byte> rows, int end) => rows[..(end - 1)].LastIndexOf((byte)'\n') + 1;

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int column)
    {
        var separator = (byte)Format.Separator!.Value;
        for (; column > 0; column--)
        {
            var end = line.IndexOfAny(separator, (byte)'\n');
            if (end < 0 || line[end] == '\n')
                return [];
            line = line[(end + 1)..];
        }

        var length = line.IndexOfAny(separator, (byte)'\r', (byte)'\n');
        return length < 0 ? line : line[..length];
    }
}
