using System.Runtime.CompilerServices;

namespace PartyRules.Engine.Partitions;

/// <summary>Evaluates streams of partitions.</summary>
/// <remarks>Thread-safe.</remarks>
public static class PartitionStream
{
    /// <summary>Evaluates partitions in batches, several at a time, and gives the results in the order of the source.</summary>
    /// <remarks>
    /// Memory is bounded: the source is read only as fast as results are taken. A source, loader or reader that throws ends the stream with
    /// that exception, after the results of the partitions before; only the failure of a rule may be collected instead. However the stream
    /// ends, no work is left running: a source that waits must therefore heed the token that its enumerator is given. The source is read by
    /// one worker at a time; loader and reader are called by several, each with an evaluator of its own.
    /// </remarks>
    /// <typeparam name="TPartition">The type of partition, such as a member with its entries.</typeparam>
    /// <typeparam name="TResult">What is read from each evaluation.</typeparam>
    /// <param name="ruleSet">The rules.</param>
    /// <param name="partitions">
    /// The partitions; their order is the order of results. Those at hand are passed with <c>ToAsyncEnumerable()</c>.
    /// </param>
    /// <param name="load">Gives the facts of a partition to an evaluator, which has been reset.</param>
    /// <param name="read">
    /// Reads what is wanted from the evaluator after its run. The evaluator goes on to the next partition, so keep facts, not it.
    /// </param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>A result for each partition, in order. Each enumeration evaluates anew.</returns>
    /// <exception cref="RuleEvaluationException">A rule failed, and failures are not collected.</exception>
    /// <exception cref="OperationCanceledException">The stream was cancelled.</exception>
    public static IAsyncEnumerable<PartitionResult<TPartition, TResult>> EvaluateAsync<TPartition, TResult>(
        this RuleSet ruleSet,
        IAsyncEnumerable<TPartition> partitions,
        Action<Evaluator, TPartition> load,
        Func<Evaluator, TPartition, TResult> read,
        PartitionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(read);
        options ??= PartitionOptions.Default;
        return RunAsync(
            ruleSet.Name,
            partitions,
            () => ruleSet.CreateEvaluator(options.RecordDerivations, options.Services),
            (evaluator, partition, stopping) => EvaluateOne(evaluator, partition, load, read, stopping),
            options,
            cancellationToken);
    }

    /// <summary>Evaluates partitions one by one on the calling thread, each when its result is asked for.</summary>
    /// <remarks>
    /// Otherwise as <see cref="EvaluateAsync"/>, with the same results; the degree of parallelism and the size of batches do not matter.
    /// </remarks>
    /// <inheritdoc cref="EvaluateAsync"/>
    public static IEnumerable<PartitionResult<TPartition, TResult>> EvaluateEach<TPartition, TResult>(
        this RuleSet ruleSet,
        IEnumerable<TPartition> partitions,
        Action<Evaluator, TPartition> load,
        Func<Evaluator, TPartition, TResult> read,
        PartitionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(partitions);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(read);
        return Each(ruleSet, partitions, load, read, options ?? PartitionOptions.Default, cancellationToken);
    }

    /// <summary>
    /// Evaluates partitions by workers of the caller's making, for whoever evaluates several rule sets on each partition.
    /// </summary>
    /// <remarks>
    /// As <see cref="EvaluateAsync"/>, which has one evaluator for each worker. The source is read by one worker at a time, and a worker is
    /// used by one thread at a time. Memory is bounded: the source is read only as fast as results are taken. A source, worker or work that
    /// throws ends the stream with that exception, after the results of the partitions before; only a <see cref="RuleEvaluationException"/>
    /// may be collected instead. However the stream ends, no work is left running: a source that waits must therefore heed the token that
    /// its enumerator is given.
    /// </remarks>
    /// <typeparam name="TWorker">The type of worker; it holds evaluators.</typeparam>
    /// <typeparam name="TPartition">The type of partition.</typeparam>
    /// <typeparam name="TResult">The type of result.</typeparam>
    /// <param name="name">What is evaluated, for those who observe: the name of the rule set.</param>
    /// <param name="partitions">
    /// The partitions; their order is the order of results. Those at hand are passed with <c>ToAsyncEnumerable()</c>.
    /// </param>
    /// <param name="createWorker">Makes a worker; called once for each degree of parallelism at most.</param>
    /// <param name="work">Evaluates one partition; must leave the worker ready for the next, even where it throws.</param>
    /// <param name="options">How; null for the defaults. Derivations and services are the workers' own business.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <returns>A result for each partition, in order. Each enumeration evaluates anew.</returns>
    /// <exception cref="RuleEvaluationException">A rule failed, and failures are not collected.</exception>
    /// <exception cref="OperationCanceledException">The stream was cancelled.</exception>
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

    private static IEnumerable<PartitionResult<TPartition, TResult>> Each<TPartition, TResult>(
        RuleSet ruleSet,
        IEnumerable<TPartition> partitions,
        Action<Evaluator, TPartition> load,
        Func<Evaluator, TPartition, TResult> read,
        PartitionOptions options,
        CancellationToken cancellationToken)
    {
        var evaluator = ruleSet.CreateEvaluator(options.RecordDerivations, options.Services);
        var index = 0L;
        foreach (var partition in partitions)
        {
            TResult? value = default;
            RuleEvaluationException? failure = null;
            try
            {
                value = EvaluateOne(evaluator, partition, load, read, cancellationToken);
            }
            catch (RuleEvaluationException exception) when (options.FailureMode == FailureMode.Collect)
            {
                failure = exception;
            }

            yield return new PartitionResult<TPartition, TResult>(index++, partition, value, failure);
        }
    }

    private static TResult EvaluateOne<TPartition, TResult>(
        Evaluator evaluator,
        TPartition partition,
        Action<Evaluator, TPartition> load,
        Func<Evaluator, TPartition, TResult> read,
        CancellationToken cancellationToken)
    {
        evaluator.Reset();
        load(evaluator, partition);
        evaluator.Run(cancellationToken);
        return read(evaluator, partition);
    }

    private static async IAsyncEnumerable<PartitionResult<TPartition, TResult>> EnumerateAsync<TWorker, TPartition, TResult>(
        string name,
        IAsyncEnumerable<TPartition> partitions,
        Func<TWorker> createWorker,
        Func<TWorker, TPartition, CancellationToken, TResult> work,
        PartitionOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batches = new Batches<TWorker, TPartition, TResult>(name, work, options);
        using var telemetry = new StreamTelemetry(name, options.DegreeOfParallelism);

        // The source is given the pipeline's own token, which is cancelled too when the stream is left early.
        var worked = OrderedPipeline.RunAsync(
            batches.From(partitions, CancellationToken.None),
            options.DegreeOfParallelism,
            createWorker,
            batches.Evaluate,
            cancellationToken);
        await foreach (var (batch, _, error) in worked.ConfigureAwait(false))
        {
            if (batch is not null)
            {
                telemetry.Count(batch.Evaluated, batch.Failures);
                foreach (var result in batch.Results)
                    yield return result;
            }

            if (error is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                telemetry.Fail(error.SourceException);
                error.Throw();
            }

            batches.Recycle(batch!);
        }
    }
}
