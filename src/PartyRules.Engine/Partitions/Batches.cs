using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using PartyRules.Engine.Execution;

namespace PartyRules.Engine.Partitions;

/// <summary>Partitions that one worker evaluates together, and what came of them.</summary>
/// <param name="size">How many there are at most.</param>
internal sealed class Batch<TPartition, TResult>(int size)
{
    public long FirstIndex { get; set; }

    public List<TPartition> Partitions { get; } = new(Math.Min(size, 1024));

    public List<PartitionResult<TPartition, TResult>> Results { get; } = new(Math.Min(size, 1024));

    /// <summary>How many partitions were begun, the one that failed included.</summary>
    public int Evaluated { get; set; }

    public int Failures { get; set; }

    public void Clear()
    {
        Partitions.Clear();
        Results.Clear();
        (Evaluated, Failures) = (0, 0);
    }
}

/// <summary>A stream of partitions as batches. Those that are done are used again, so that a stream allocates few.</summary>
/// <param name="name">What is evaluated, for those who observe.</param>
/// <param name="work">Evaluates one partition.</param>
/// <param name="options">How.</param>
internal sealed class Batches<TWorker, TPartition, TResult>(
    string name, Func<TWorker, TPartition, CancellationToken, TResult> work, PartitionOptions options)
{
    private readonly ConcurrentQueue<Batch<TPartition, TResult>> spare = new();

    /// <summary>Takes partitions from a source until a batch is full. Where the source throws, what it gave before comes first.</summary>
    public async IAsyncEnumerable<Batch<TPartition, TResult>> From(
        IAsyncEnumerable<TPartition> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var partitions = source.GetAsyncEnumerator(cancellationToken);
        await using var disposal = partitions.ConfigureAwait(false);
        ExceptionDispatchInfo? error = null;
        for (var (taken, isOver) = (0L, false); !isOver;)
        {
            var batch = spare.TryDequeue(out var used) ? used : new Batch<TPartition, TResult>(options.BatchSize);
            batch.FirstIndex = taken;
            try
            {
                while (!isOver && batch.Partitions.Count < options.BatchSize)
                {
                    isOver = !await partitions.MoveNextAsync().ConfigureAwait(false);
                    if (!isOver)
                        batch.Partitions.Add(partitions.Current);
                }
            }
#pragma warning disable CA1031 // Whatever the source throws is thrown again once the batch is given.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                error = ExceptionDispatchInfo.Capture(exception);
                isOver = true;
            }

            taken += batch.Partitions.Count;
            if (batch.Partitions.Count > 0)
                yield return batch;
        }

        error?.Throw();
    }

    /// <summary>Evaluates the partitions of a batch one after the other. Those before one that throws have their results.</summary>
    public Batch<TPartition, TResult> Evaluate(TWorker worker, Batch<TPartition, TResult> batch, CancellationToken stopping)
    {
        var start = EngineTelemetry.StartOfBatch();
        try
        {
            for (var i = 0; i < batch.Partitions.Count; i++)
            {
                stopping.ThrowIfCancellationRequested();
                batch.Evaluated++;
                batch.Results.Add(Evaluate(worker, batch, batch.FirstIndex + i, batch.Partitions[i], stopping));
            }

            return batch;
        }
        finally
        {
            EngineTelemetry.EndOfBatch(name, start, batch.Evaluated, batch.Failures);
        }
    }

    public void Recycle(Batch<TPartition, TResult> batch)
    {
        batch.Clear();
        spare.Enqueue(batch);
    }

    private PartitionResult<TPartition, TResult> Evaluate(
        TWorker worker, Batch<TPartition, TResult> batch, long index, TPartition partition, CancellationToken stopping)
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
}
