using System.Buffers.Binary;

namespace PartyRules.Data.Workbooks;

/// <summary>
/// What the records of an old workbook say that the reader of its cells does not: whether a password keeps it, from when days are counted,
/// and which cells hold errors.
/// </summary>
/// <remarks>[MS-XLS]. Immutable and thread-safe.</remarks>
internal sealed class OldRecords
{
    private const int Formula = 0x06, EndOfPart = 0x0A, DateMode = 0x22, Password = 0x2F, Sheet = 0x85, Error = 0x205;

    private readonly List<Dictionary<(int Line, int Column), string>> errors = [];

    /// <summary>Reads the records of a workbook's stream.</summary>
    public OldRecords(byte[] book)
    {
        var starts = new List<int>();
        Walk(book, 0, (kind, data) =>
        {
            IsEncrypted |= kind == Password;
            IsFrom1904 |= kind == DateMode && data is [1, ..];
            if (kind == Sheet && data.Length >= 6 && data[5] == 0)
                starts.Add(BinaryPrimitives.ReadInt32LittleEndian(data));
        });
        foreach (var start in starts.TakeWhile(_ => !IsEncrypted))
        {
            var found = new Dictionary<(int Line, int Column), string>();
            Walk(book, start, (kind, data) => Add(found, kind, data));
            errors.Add(found);
        }
    }

    private delegate void Look(int kind, ReadOnlySpan<byte> data);

    /// <summary>Whether a password keeps the workbook.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>Whether days are counted from 1904.</summary>
    public bool IsFrom1904 { get; private set; }

    /// <summary>How many sheets of cells there are.</summary>
    public int Sheets => errors.Count;

    /// <summary>The error that a cell holds, as it is shown; null for none.</summary>
    /// <param name="sheet">The sheet, from 0.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 0.</param>
    public string? ErrorAt(int sheet, int line, int column) =>
        sheet < errors.Count ? errors[sheet].GetValueOrDefault((line, column)) : null;

    private static void Add(Dictionary<(int Line, int Column), string> found, int kind, ReadOnlySpan<byte> data)
    {
        byte? error = kind == Error && data.Length >= 8 && data[7] == 1 ? data[6]
            : kind == Formula && data.Length >= 14 && data[12] == 0xFF && data[13] == 0xFF && data[6] == 2 ? data[8]
            : null;
        if (error is { } code)
            found[(BinaryPrimitives.ReadUInt16LittleEndian(data) + 1, BinaryPrimitives.ReadUInt16LittleEndian(data[2..]))] = NameOf(code);
    }

    private static void Walk(byte[] book, int start, Look look)
    {
        var isFirst = true;
        for (var at = start; at >= 0 && at + 4 <= book.Length;)
        {
            int kind = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
            int length = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2));
            if (at + 4 + length > book.Length)
                throw new InvalidDataException("record");
            if (kind == EndOfPart && !isFirst)
                return;
            look(kind, book.AsSpan(at + 4, length));
            (at, isFirst) = (at + 4 + length, false);
        }
    }

    private static string NameOf(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
}
