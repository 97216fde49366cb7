using CsvHelper;
using PartyRules.Data.Streaming;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data.Writing;

/// <summary>Encodes results as rows of <c>results.csv</c>, on one thread.</summary>
internal sealed class ResultsEncoder(Scheme scheme, CsvWriterOptions format) : IDisposable
{
    private readonly MemoryStream stream = new(1 << 17);
    private CsvWriter? rows;

    /// <summary>Adds a row.</summary>
    public void Add(Assessment assessment) => ResultsWriter.WriteRow(rows ??= CsvWriter.Create(stream, format, leaveOpen: true), scheme, assessment);

    /// <summary>The rows that were added since they were last taken or dropped.</summary>
    public Bytes Take()
    {
        End();
        var bytes = new Bytes((int)stream.Length);
        bytes.Append(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        stream.SetLength(0);
        return bytes;
    }

    /// <summary>Drops the rows that were added since they were last taken.</summary>
    public void Drop()
    {
        End();
        stream.SetLength(0);
    }

    public void Dispose()
    {
        End();
        stream.Dispose();
    }

    private void End()
    {
        rows?.Dispose();
        rows = null;
    }
}

/// <summary>Where encoded results go.</summary>
internal abstract class ResultsOutput : IDisposable
{
    /// <summary>The output for a file, by the ending of its name; CSV for any that is unknown.</summary>
    public static ResultsOutput For(string path, Scheme scheme) => Path.GetExtension(path) switch
    {
        ".xlsx" => new ConvertedOutput(path, scheme, ConvertedOutput.ToExcel),
        ".parquet" => new ConvertedOutput(path, scheme, ConvertedOutput.ToParquet),
        ".jsonl" => new ConvertedOutput(path, scheme, ConvertedOutput.ToJsonLines),
        _ => new CsvFileOutput(path, scheme),
    };

    /// <summary>Writes results that are at hand, or that come one by one.</summary>
    public static void Write(string path, Scheme scheme, IEnumerable<Assessment> assessments)
    {
        using var output = For(path, scheme);
        output.Write(assessments);
    }

    public void Write(IEnumerable<Assessment> assessments)
    {
        Start();
        using var encoder = CreateEncoder();
        foreach (var some in assessments.Chunk(1024))
        {
            Array.ForEach(some, encoder.Add);
            Append(encoder.Take());
        }

        Complete();
    }

    public abstract ResultsEncoder CreateEncoder();

    /// <summary>Starts, or starts anew.</summary>
    public abstract void Start();

    /// <summary>Takes the next results, and disposes them.</summary>
    public abstract void Append(Bytes results);

    /// <summary>Everything was written.</summary>
    public abstract void Complete();

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    protected virtual void Release()
    {
    }
}

/// <summary>Results as CSV in a file, whole or not at all.</summary>
internal sealed class CsvFileOutput(string path, Scheme scheme) : ResultsOutput
{
    private readonly AtomicFile file = new(path);

    public override ResultsEncoder CreateEncoder() => new ResultsEncoder(scheme, ResultsWriter.Format);

    public override void Start()
    {
        file.Restart();
        using var csv = CsvWriter.Create(file.Stream, ResultsWriter.Format, leaveOpen: true);
        ResultsWriter.WriteHeader(csv, scheme);
    }

    public override void Append(Bytes results)
    {
        using (results)
            Disk.Write(file.Stream, results.Span);
    }

    public override void Complete() => file.Commit();

    protected override void Release() => file.Dispose();
}

/// <summary>Results as CSV on a text writer, or nowhere.</summary>
internal sealed class CsvTextOutput(TextWriter writer, Scheme scheme) : ResultsOutput
{
    private readonly List<string> held = [];

    public override ResultsEncoder CreateEncoder() => new ResultsEncoder(scheme, ResultsWriter.Format);

    public override void Start() => held.Clear();

    /// <summary>A text writer takes nothing back, so results wait until all is known to be right.</summary>
    public override void Append(Bytes results)
    {
        using (results)
        {
            if (writer != TextWriter.Null)
                held.Add(System.Text.Encoding.UTF8.GetString(results.Span));
        }
    }

    public override void Complete()
    {
        using (var csv = CsvWriter.Create(writer, ResultsWriter.Format, leaveOpen: true))
            ResultsWriter.WriteHeader(csv, scheme);
        held.ForEach(writer.Write);
    }
}
