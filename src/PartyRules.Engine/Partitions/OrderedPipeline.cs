using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using PartyRules.Engine.Execution;

namespace PartyRules.Engine.Partitions;

/// <summary>
/// Workers that each take a batch from the source, one worker at a time, and then evaluate it, all at the same time. A batch enters the
/// window when it is taken, and batches are given from the window in that order; a full window holds the workers back. For one enumeration.
/// </summary>
internal sealed class OrderedPipeline<TWorker, TPartition, TResult>(
    string name,
    IAsyncEnumerable<TPartition> partitions,
    Func<TWorker> createWorker,
    Func<TWorker, TPartition, CancellationToken, TResult> work,
    PartitionOptions options,
    CancellationToken stopping) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<TPartition> source = partitions.GetAsyncEnumerator(stopping);
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly ConcurrentQueue<Batch> spare = new();
    private readonly Channel<Batch> window = Channel.CreateBounded<Batch>(
        new BoundedChannelOptions(2 * options.DegreeOfParallelism) { SingleReader = true });

    private Task[] workers = [];
    private long taken;
    private bool isOver;

    public void Start() => workers = [.. Enumerable.Range(0, options.DegreeOfParallelism).Select(_ => Task.Run(WorkAsync, CancellationToken.None))];

    /// <summary>The next batch in order, once it is done; null at the end.</summary>
    public async ValueTask<Batch?> NextAsync(CancellationToken cancellationToken)
    {
        while (await window.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (window.Reader.TryRead(out var batch))
            {
                await batch.Done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
                return batch;
            }
        }

        return null;
    }

    public void Recycle(Batch batch)
    {
        batch.Clear();
        spare.Enqueue(batch);
    }

    /// <summary>Waits until no worker runs, then lets go of the source. Whoever calls asks the workers to stop before.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(workers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await source.DisposeAsync().ConfigureAwait(false);
        reading.Dispose();
    }

    private async Task WorkAsync()
    {
        var worker = default(TWorker);
        var isMade = false;
        while (await TakeAsync().ConfigureAwait(false) is { } batch)
        {
            try
            {
                if (!isMade && batch.Partitions.Count > 0)
                {
                    worker = createWorker();
                    isMade = true;
                }

                Evaluate(worker!, batch);
            }
#pragma warning disable CA1031 // Whatever is thrown is thrown again where the caller takes results.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Volatile.Write(ref isOver, true);
                batch.Error = ExceptionDispatchInfo.Capture(exception);
            }

            batch.Done.SetResult();
        }
    }

    /// <summary>Reads the next batch and puts it into the window; null where nothing is left, or nothing more is wanted.</summary>
    private async ValueTask<Batch?> TakeAsync()
    {
        await reading.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            if (Volatile.Read(ref isOver) || !await window.Writer.WaitToWriteAsync(stopping).ConfigureAwait(false))
            {
                window.Writer.TryComplete();
                return null;
            }

            var batch = spare.TryDequeue(out var used) ? used : new Batch(options.BatchSize);
            var isLast = !await FillAsync(batch).ConfigureAwait(false);
            if (isLast)
                Volatile.Write(ref isOver, true);
            if (batch.Partitions.Count > 0 || batch.SourceError is not null)
                window.Writer.TryWrite(batch);
            else
                batch = null;
            if (isLast)
                window.Writer.TryComplete();
            return batch;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Fills a batch from the source, and says whether there may be more.</summary>
    private async ValueTask<bool> FillAsync(Batch batch)
    {
        batch.FirstIndex = taken;
        try
        {
            while (batch.Partitions.Count < options.BatchSize)
            {
                if (!await source.MoveNextAsync().ConfigureAwait(false))
                    return false;
                batch.Partitions.Add(source.Current);
                taken++;
            }

            return true;
        }
#pragma warning disable CA1031 // Whatever the source throws is thrown again where the caller takes results.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            batch.SourceError = ExceptionDispatchInfo.Capture(exception);
            return false;
        }
    }

    private void Evaluate(TWorker worker, Batch batch)
    {
        var start = EngineTelemetry.StartOfBatch();
        try
        {
            for (var i = 0; i < batch.Partitions.Count; i++)
            {
                stopping.ThrowIfCancellationRequested();
                batch.Evaluated++;
                batch.Results.Add(Evaluate(worker, batch, batch.FirstIndex + i, batch.Partitions[i]));
            }
        }
        finally
        {
            EngineTelemetry.EndOfBatch(name, start, batch.Evaluated, batch.Failures);
        }

        batch.SourceError?.Throw();
    }

    private PartitionResult<TPartition, TResult> Evaluate(TWorker worker, Batch batch, long index, TPartition partition)
    {
        try
        {
            return new(index, partition, work(worker, partition, stopping), null);
        }
        catch (RuleEvaluationException failure)
        {
            batch.Failures++;
            if (options.FailureMode != FailureMode.Collect)
                throw;
            return new(index, partition, default, failure);
        }
    }

    /// <summary>Partitions that one worker evaluates together, and what came of them.</summary>
    public sealed class Batch(int size)
    {
        public long FirstIndex { get; set; }

        public List<TPartition> Partitions { get; } = new(Math.Min(size, 1024));

        public List<PartitionResult<TPartition, TResult>> Results { get; } = new(Math.Min(size, 1024));

        /// <summary>How many partitions were begun, the one that failed included.</summary>
        public int Evaluated { get; set; }

        public int Failures { get; set; }

        public ExceptionDispatchInfo? SourceError { get; set; }

        public ExceptionDispatchInfo? Error { get; set; }

        public TaskCompletionSource Done { get; private set; } = NewSignal();

        public void Clear()
        {
            Partitions.Clear();
            Results.Clear();
            (Evaluated, Failures) = (0, 0);
            Done = NewSignal();
        }

        private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
