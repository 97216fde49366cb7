using CsvHelper;
using PartyRules.Data.Streaming;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data.Writing;

/// <summary>Encodes results as rows of <c>results.csv</c>, on one thread.</summary>
internal sealed class ResultsEncoder(Scheme scheme) : IDisposable
{
    private readonly MemoryStream stream = new(1 << 17);

    public Bytes Encode(IReadOnlyList<Assessment> assessments)
    {
        stream.SetLength(0);
        using (var csv = CsvWriter.Create(stream, ResultsWriter.Format, leaveOpen: true))
            ResultsWriter.WriteRows(csv, scheme, assessments);
        var bytes = new Bytes((int)stream.Length);
        bytes.Append(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        return bytes;
    }

    public void Dispose() => stream.Dispose();
}

/// <summary>Where encoded results go.</summary>
internal abstract class ResultsOutput
{
    public abstract ResultsEncoder CreateEncoder();

    /// <summary>Starts, or starts anew.</summary>
    public abstract void Start();

    /// <summary>Takes the next results, and disposes them.</summary>
    public abstract void Append(Bytes results);

    /// <summary>Everything was written.</summary>
    public abstract void Complete();
}

/// <summary>Results as CSV in a file, whole or not at all.</summary>
internal sealed class CsvFileOutput(string path, Scheme scheme) : ResultsOutput, IDisposable
{
    private readonly AtomicFile file = new(path);

    public override ResultsEncoder CreateEncoder() => new ResultsEncoder(scheme);

    public override void Start()
    {
        file.Restart();
        using var csv = CsvWriter.Create(file.Stream, ResultsWriter.Format, leaveOpen: true);
        ResultsWriter.WriteHeader(csv, scheme);
    }

    public override void Append(Bytes results)
    {
        using (results)
            file.Stream.Write(results.Span);
    }

    public override void Complete() => file.Commit();

    public void Dispose() => file.Dispose();
}

/// <summary>Results as CSV on a text writer, or nowhere.</summary>
internal sealed class CsvTextOutput(TextWriter? writer, Scheme scheme) : ResultsOutput
{
    private readonly List<string> held = [];

    public override ResultsEncoder CreateEncoder() => new ResultsEncoder(scheme);

    public override void Start() => held.Clear();

    /// <summary>A text writer takes nothing back, so results wait until all is known to be right.</summary>
    public override void Append(Bytes results)
    {
        using (results)
        {
            if (writer is not null)
                held.Add(System.Text.Encoding.UTF8.GetString(results.Span));
        }
    }

    public override void Complete()
    {
        if (writer is null)
            return;
        using (var csv = CsvWriter.Create(writer, ResultsWriter.Format, leaveOpen: true))
            ResultsWriter.WriteHeader(csv, scheme);
        held.ForEach(writer.Write);
    }
}
