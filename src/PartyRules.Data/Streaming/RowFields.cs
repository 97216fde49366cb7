using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CsvHelper;

namespace PartyRules.Data.Streaming;

/// <summary>
/// The fields of one row of CSV after another. Rows without quotes are taken apart here, many bytes at once; quoted ones are left to the
/// library, and read the same.
/// </summary>
/// <remarks>Not thread-safe. Fields hold until the next row is read.</remarks>
internal sealed class RowFields(CsvReaderOptions format) : IDisposable
{
    /// <summary>More bytes than any row has that blocks are trusted with.</summary>
    public const int LongestRow = 64 * 1024;

    private static readonly int Width = Vector256<byte>.Count;
    private readonly Vector256<byte> separators = Vector256.Create((byte)format.Separator!.Value);
    private int[] ends = new int[16];
    private CsvReader? quoted;
    private byte[] bytes = [];
    private byte[] unquoted = [];
    private int first, next, stop;
    private int chunk;
    private uint marks;
    private int length;

    /// <summary>How many fields the row has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the row is so long, or its quotes are such, that the blocks may have been cut at the wrong place.</summary>
    public bool IsSuspicious => length > LongestRow || (quoted is not null && IsCutAmongQuotes(quoted));

    /// <summary>Whether a row may have lost its beginning or end: its quotes do not come in pairs.</summary>
    public static bool IsCutAmongQuotes(CsvReader row) => row.RawRecord.Count((byte)'"') % 2 != 0;

    /// <summary>A field of the row.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var start = column == 0 ? first : ends[column - 1] + 1;
            return bytes.AsSpan(start, ends[column] - start);
        }
    }

    /// <summary>Goes to the start of rows.</summary>
    /// <param name="rows">Complete rows.</param>
    /// <param name="areQuoted">Whether there is a quote in them.</param>
    public void Open(ReadOnlyMemory<byte> rows, bool areQuoted)
    {
        Dispose();
        if (areQuoted)
        {
            quoted = CsvReader.Create(rows, format);
            bytes = unquoted;
            return;
        }

        var segment = MemoryMarshal.TryGetArray(rows, out var array) ? array : new ArraySegment<byte>(rows.ToArray());
        (bytes, next, stop) = (segment.Array ?? [], segment.Offset, segment.Offset + segment.Count);
        (chunk, marks) = (next - Width, 0);
    }

    /// <summary>Goes to the next row; false at the end. Empty lines are passed over.</summary>
    public bool Read() => quoted is null ? ReadPlain() : ReadQuoted(quoted);

    public void Dispose()
    {
        quoted?.Dispose();
        quoted = null;
    }

    private bool ReadPlain()
    {
        while (next < stop)
        {
            first = next;
            var count = 0;
            int end;
            while ((end = NextMark()) >= 0 && !IsLineEnd(end))
            {
                if (bytes[end] != '\r')
                    Add(count++, end);
            }

            next = end < 0 ? stop : end + 1;
            var last = end < 0 ? stop : end;
            if (last > first && bytes[last - 1] == '\r')
                last--;
            if (count == 0 && last == first)
                continue;
            Add(count++, last);
            (Count, length) = (count, last - first);
            return true;
        }

        return false;
    }

    /// <summary>A line ends with a line feed, or with a carriage return that none follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsLineEnd(int place) => bytes[place] == '\n' || (bytes[place] == '\r' && (place + 1 == stop || bytes[place + 1] != '\n'));

    /// <summary>The place of the next separator or end of a line; -1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NextMark()
    {
        while (marks == 0)
        {
            chunk += Width;
            if (chunk >= stop)
            {
                chunk = stop;
                return -1;
            }

            marks = stop - chunk >= Width ? MarksOf(Vector256.Create(bytes.AsSpan(chunk, Width))) : LastMarks();
        }

        var place = chunk + BitOperations.TrailingZeroCount(marks);
        marks &= marks - 1;
        return place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint MarksOf(Vector256<byte> piece) =>
        (Vector256.Equals(piece, separators) | Vector256.Equals(piece, Vector256.Create((byte)'\n'))
            | Vector256.Equals(piece, Vector256.Create((byte)'\r'))).ExtractMostSignificantBits();

    private uint LastMarks()
    {
        Span<byte> piece = stackalloc byte[Width];
        piece.Clear();
        bytes.AsSpan(chunk, stop - chunk).CopyTo(piece);
        return MarksOf(Vector256.Create<byte>(piece));
    }

    private bool ReadQuoted(CsvReader reader)
    {
        if (!reader.Read())
            return false;
        var at = first = 0;
        for (var column = 0; column < reader.FieldCount; column++)
        {
            var field = reader.GetSpan(column);
            if (at + field.Length > unquoted.Length)
                Array.Resize(ref unquoted, Math.Max(at + field.Length, Math.Max(1024, unquoted.Length * 2)));
            field.CopyTo(unquoted.AsSpan(at));
            Add(column, at + field.Length);
            at += field.Length + 1;
        }

        (bytes, Count, length) = (unquoted, reader.FieldCount, reader.RawRecord.Length);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int column, int end)
    {
        if (column == ends.Length)
            Array.Resize(ref ends, column * 2);
        ends[column] = end;
    }
}
