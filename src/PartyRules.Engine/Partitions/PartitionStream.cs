using System.Runtime.CompilerServices;

namespace PartyRules.Engine.Partitions;

/// <summary>Evaluates a stream of partitions by workers of the caller's making, for whoever evaluates several rule sets on each partition.</summary>
/// <remarks>
/// <see cref="RuleSet"/>'s own <c>EvaluateAsync</c> does the same with one evaluator for each worker. Thread-safe; the source is read by one
/// worker at a time, and a worker is used by one thread at a time.
/// </remarks>
public static class PartitionStream
{
    /// <summary>Evaluates partitions in batches, several at a time, and gives the results in the order of the source.</summary>
    /// <remarks>
    /// Memory is bounded: the source is read only as fast as results are taken. A source, worker or work that throws ends the stream with that exception, after the
    /// results of the partitions before; only a <see cref="RuleEvaluationException"/> may be collected instead. However the stream ends, no
    /// work is left running: a source that waits must therefore heed the token that its enumerator is given.
    /// </remarks>
    /// <typeparam name="TWorker">The type of worker; it holds evaluators.</typeparam>
    /// <typeparam name="TPartition">The type of partition.</typeparam>
    /// <typeparam name="TResult">The type of result.</typeparam>
    /// <param name="name">What is evaluated, for those who observe: the name of the rule set.</param>
    /// <param name="partitions">The partitions; their order is the order of results. Those at hand are passed with <c>ToAsyncEnumerable()</c>.</param>
    /// <param name="createWorker">Makes a worker; called once for each degree of parallelism at most.</param>
    /// <param name="work">Evaluates one partition; must leave the worker ready for the next, even where it throws.</param>
    /// <param name="options">How; null for the defaults. Derivations and services are the workers' own business.</param>
    /// <param name="cancellationToken">Asks to give up.</param>
    /// <returns>A result for each partition, in order. Each enumeration evaluates anew.</returns>
    /// <exception cref="RuleEvaluationException">A rule failed, and failures are not collected.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static IAsyncEnumerable<PartitionResult<TPartition, TResult>> RunAsync<TWorker, TPartition, TResult>(
        string name,
        IAsyncEnumerable<TPartition> partitions,
        Func<TWorker> createWorker,
        Func<TWorker, TPartition, CancellationToken, TResult> work,
        PartitionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitions);
        ArgumentNullException.ThrowIfNull(createWorker);
        ArgumentNullException.ThrowIfNull(work);
        return EnumerateAsync(name, partitions, createWorker, work, options ?? PartitionOptions.Default, cancellationToken);
    }

    private static async IAsyncEnumerable<PartitionResult<TPartition, TResult>> EnumerateAsync<TWorker, TPartition, TResult>(
        string name,
        IAsyncEnumerable<TPartition> partitions,
        Func<TWorker> createWorker,
        Func<TWorker, TPartition, CancellationToken, TResult> work,
        PartitionOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pipeline = new OrderedPipeline<TWorker, TPartition, TResult>(name, partitions, createWorker, work, options, stopping.Token);
        using var telemetry = new StreamTelemetry(name, options.DegreeOfParallelism);
        try
        {
            pipeline.Start();
            while (await pipeline.NextAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            {
                telemetry.Count(batch.Evaluated, batch.Failures);
                foreach (var result in batch.Results)
                    yield return result;
                if (batch.Error is { } error)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    telemetry.Fail(error.SourceException);
                    error.Throw();
                }

                pipeline.Recycle(batch);
            }
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await pipeline.DisposeAsync().ConfigureAwait(false);
        }
    }
}
