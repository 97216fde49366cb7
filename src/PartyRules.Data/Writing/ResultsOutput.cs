using System.Text;
using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data.Writing;

/// <summary>Where results go.</summary>
internal abstract class ResultsOutput : IDisposable
{
    private const int RowsInBatch = 1024;

    /// <summary>The output for a file, by the ending of its name; CSV for any that is unknown.</summary>
    public static ResultsOutput For(string path, Scheme scheme, bool isAsOf, ResultsForm form)
    {
        if (FileEnding.IsForeign(path))
            throw new ProblemException(DataMessages.Problem("data.foreign-output", new SourceLocation(path)));
        var columns = ResultColumns.Of(scheme, isAsOf, form);
        return FileEnding.Of(path) switch
        {
            FileEnding.Excel or FileEnding.Parquet => new TypedFileOutput(path, columns),
            FileEnding.JsonLines => new EncodedFileOutput(path, columns, stream => new JsonLinesTableWriter(stream, columns)),
            _ => new EncodedFileOutput(path, columns, stream => new CsvTableWriter(stream, columns, isGuarded: true)),
        };
    }

    /// <summary>
    /// Writes results that are at hand, or that come one by one. The first says whether they are judged as of a day, and then all may.
    /// </summary>
    /// <exception cref="ArgumentException">A result is judged as of a day, and the first is not.</exception>
    public static void Write(Func<bool, ResultsOutput> open, IEnumerable<Assessment> assessments)
    {
        using var results = assessments.GetEnumerator();
        var (any, isAsOf) = (results.MoveNext(), false);
        IEnumerable<Assessment> All()
        {
            for (; any; any = results.MoveNext())
            {
                if (results.Current.AsOf is not null && !isAsOf)
                    throw new ArgumentException("Some results are judged as of a day and others are not.", nameof(assessments));
                yield return results.Current;
            }
        }

        isAsOf = any && results.Current.AsOf is not null;
        using var output = open(isAsOf);
        output.Write(All());
    }

    public void Write(IEnumerable<Assessment> assessments)
    {
        Start();
        using var batcher = CreateBatcher();
        foreach (var some in assessments.Chunk(RowsInBatch))
        {
            Array.ForEach(some, batcher.Add);
            Append(batcher.Take());
        }

        Complete();
    }

    /// <summary>What makes results ready, for one thread.</summary>
    public abstract ResultsBatcher CreateBatcher();

    /// <summary>Starts, or starts anew.</summary>
    public abstract void Start();

    /// <summary>Takes the next results, and disposes them.</summary>
    public abstract void Append(IResultsBatch results);

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

/// <summary>Results in a file of rows that each thread encodes, whole or not at all.</summary>
internal sealed class EncodedFileOutput(string path, IReadOnlyList<Column<Assessment>> columns, Func<Stream, TableWriter> open)
    : ResultsOutput
{
    private readonly AtomicFile file = new(path);

    public override ResultsBatcher CreateBatcher() => new EncodingBatcher(columns, open);

    public override void Start()
    {
        file.Restart();
        using var writer = open(file.Stream);
        writer.Start();
        writer.Flush();
    }

    public override void Append(IResultsBatch results)
    {
        using (results)
            Disk.Write(file.Stream, ((EncodedResults)results).Rows.Span);
    }

    public override void Complete() => file.Commit();

    protected override void Release() => file.Dispose();
}

/// <summary>Results in a file of a format that one thread writes from typed values, whole or not at all.</summary>
internal sealed class TypedFileOutput(string path, IReadOnlyList<Column<Assessment>> columns) : ResultsOutput
{
    private readonly AtomicFile file = new(path);
    private TableWriter? writer;

    public override ResultsBatcher CreateBatcher() => new TypingBatcher([.. columns]);

    public override void Start()
    {
        writer?.Dispose();
        file.Restart();
        writer = TableWriter.Create(path, file.Stream, "results", columns);
        Disk.Do(writer.Start);
    }

    public override void Append(IResultsBatch results) => Disk.Do(() =>
    {
        foreach (var row in ((TypedResults)results).Rows)
            writer!.Write(row);
    });

    public override void Complete()
    {
        Disk.Do(writer!.Complete);
        file.Commit();
    }

    protected override void Release()
    {
        try
        {
            Disk.Do(() => writer?.Dispose());
        }
        finally
        {
            file.Dispose();
        }
    }
}

/// <summary>Results as CSV on a text writer, or nowhere.</summary>
internal sealed class TextOutput(TextWriter target, Scheme scheme, bool isAsOf, ResultsForm form) : ResultsOutput
{
    private readonly IReadOnlyList<Column<Assessment>> columns = ResultColumns.Of(scheme, isAsOf, form);
    private readonly List<string> held = [];

    public override ResultsBatcher CreateBatcher() => new EncodingBatcher(columns, Open);

    public override void Start()
    {
        held.Clear();
        using var header = new MemoryStream();
        using var writer = Open(header);
        writer.Start();
        writer.Flush();
        held.Add(Encoding.UTF8.GetString(header.GetBuffer().AsSpan(0, (int)header.Length)));
    }

    /// <summary>A text writer takes nothing back, so results wait until all is known to be right.</summary>
    public override void Append(IResultsBatch results)
    {
        using (results)
        {
            if (target != TextWriter.Null)
                held.Add(Encoding.UTF8.GetString(((EncodedResults)results).Rows.Span));
        }
    }

    public override void Complete() => held.ForEach(target.Write);

    private CsvTableWriter Open(Stream stream) => new(stream, columns, isGuarded: true);
}
