using CsvHelper;
using PartyRules.Data.Storage;

namespace PartyRules.Data.Streaming;

/// <summary>Walks through subjects that come in the order of their identifiers, and cuts them where the entries are cut.</summary>
internal sealed class SubjectCursor(RowBlocks subjects, int idColumn) : IDisposable
{
    private readonly byte[] previous = new byte[64 * 1024];
    private int previousLength = -1;
    private RowBlock? block;
    private CsvReader? reader;
    private int start;
    private int at;

    /// <summary>Whether all subjects that were passed came in order, and once.</summary>
    public bool IsSorted { get; private set; } = true;

    /// <summary>The rows of the next subjects, up to and including one, or up to a size.</summary>
    /// <param name="through">The last identifier; null for no such end.</param>
    /// <param name="most">After how many bytes to stop.</param>
    public Bytes Take(byte[]? through, int most)
    {
        var rows = new Bytes(64 * 1024);
        while (IsSorted && rows.Length + (at - start) < most && IsAtRow(rows))
        {
            var id = reader!.GetSpan(idColumn);
            if (through is not null && Utf8Order.Compare(id, through) > 0)
                break;
            IsSorted = previousLength < 0 || Utf8Order.Compare(previous.AsSpan(0, previousLength), id) < 0;
            previousLength = Math.Min(id.Length, previous.Length);
            id[..previousLength].CopyTo(previous);
            at = reader.Read() ? (int)reader.ByteOffset : block!.Rows.Length;
        }

        Cut(rows);
        return rows;
    }

    public void Dispose()
    {
        reader?.Dispose();
        block?.Dispose();
    }

    private bool IsAtRow(Bytes rows)
    {
        while (block is null || at == block.Rows.Length)
        {
            Cut(rows);
            Dispose();
            block = subjects.Next();
            if (block is null)
                return false;
            reader = subjects.Read(block.Rows.Memory);
            start = 0;
            at = reader.Read() ? (int)reader.ByteOffset : block.Rows.Length;
        }

        return true;
    }

    private void Cut(Bytes rows)
    {
        if (block is not null)
            rows.Append(block.Rows.Span[start..at]);
        start = at;
    }
}
