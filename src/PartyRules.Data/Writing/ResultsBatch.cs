using PartyRules.Data.Columns;
using PartyRules.Data.Storage;
using PartyRules.Results;

namespace PartyRules.Data.Writing;

/// <summary>Results that one thread has made ready for an output. Whoever holds them last disposes them.</summary>
internal interface IResultsBatch : IDisposable;

/// <summary>Results as rows of a format that can be put together from pieces.</summary>
internal sealed record EncodedResults(Bytes Rows) : IResultsBatch
{
    public void Dispose() => Rows.Dispose();
}

/// <summary>Results as typed values, row after row.</summary>
internal sealed record TypedResults(IReadOnlyList<Cell[]> Rows) : IResultsBatch
{
    public void Dispose()
    {
        // Values hold nothing that must be given back.
    }
}

/// <summary>Makes results ready for an output, on one thread.</summary>
internal abstract class ResultsBatcher : IDisposable
{
    /// <summary>Adds a result.</summary>
    public abstract void Add(Assessment assessment);

    /// <summary>The results that were added since they were last taken or dropped.</summary>
    public abstract IResultsBatch Take();

    /// <summary>Drops the results that were added since they were last taken.</summary>
    public abstract void Drop();

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    protected virtual void Release()
    {
    }
}

/// <summary>Encodes results.</summary>
internal sealed class EncodingBatcher : ResultsBatcher
{
    private readonly MemoryStream stream = new(1 << 17);
    private readonly Column<Assessment>[] columns;
    private readonly TableWriter writer;
    private readonly Cell[] row;

    public EncodingBatcher(IReadOnlyList<Column<Assessment>> columns, Func<Stream, TableWriter> open) =>
        (this.columns, row, writer) = ([.. columns], new Cell[columns.Count], open(stream));

    public override void Add(Assessment assessment)
    {
        columns.Fill(assessment, row);
        writer.Write(row);
    }

    public override IResultsBatch Take()
    {
        writer.Flush();
        var bytes = new Bytes((int)stream.Length);
        bytes.Append(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        stream.SetLength(0);
        return new EncodedResults(bytes);
    }

    public override void Drop()
    {
        writer.Flush();
        stream.SetLength(0);
    }

    protected override void Release()
    {
        writer.Dispose();
        stream.Dispose();
    }
}

/// <summary>Collects results as typed values.</summary>
internal sealed class TypingBatcher(Column<Assessment>[] columns) : ResultsBatcher
{
    private List<Cell[]> rows = [];

    public override void Add(Assessment assessment)
    {
        var row = new Cell[columns.Length];
        columns.Fill(assessment, row);
        rows.Add(row);
    }

    public override IResultsBatch Take()
    {
        var taken = new TypedResults(rows);
        rows = [];
        return taken;
    }

    public override void Drop() => rows.Clear();
}
