using PartyRules.Engine.Partitions;

namespace PartyRules.Engine;

/// <content>Evaluating many partitions.</content>
public sealed partial class RuleSet
{
    /// <summary>What the rule set is partitioned by; null where it declares nothing, so that an evaluator takes whatever facts it is given.</summary>
    public PartitionKeys? Keys { get; }

    /// <summary>The same rules, partitioned. An evaluator of them refuses facts of two partitions at the same time, and facts without a key that are not reference facts.</summary>
    /// <param name="keys">The keys.</param>
    public RuleSet PartitionedBy(PartitionKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return new RuleSet(this, referenceFacts, keys);
    }

    /// <summary>Evaluates partitions in batches, several at a time, and gives the results in the order of the source.</summary>
    /// <remarks>
    /// Memory is bounded: the source is read only as fast as results are taken. A source, loader or reader that throws ends the stream with that
    /// exception, after the results of the partitions before; only the failure of a rule may be collected instead. However the stream ends, no work
    /// is left running: a source that waits must therefore heed the token that its enumerator is given. The source is read by one worker at
    /// a time; loader and reader are called by several, each with an evaluator of its own.
    /// </remarks>
    /// <typeparam name="TPartition">The type of partition, such as a member with its entries.</typeparam>
    /// <typeparam name="TResult">What is read from each evaluation.</typeparam>
    /// <param name="partitions">The partitions; their order is the order of results. Those at hand are passed with <c>ToAsyncEnumerable()</c>.</param>
    /// <param name="load">Gives the facts of a partition to an evaluator, which has been reset.</param>
    /// <param name="read">Reads what is wanted from the evaluator after its run. The evaluator goes on to the next partition, so keep facts, not it.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Asks to give up.</param>
    /// <returns>A result for each partition, in order. Each enumeration evaluates anew.</returns>
    /// <exception cref="RuleEvaluationException">A rule failed, and failures are not collected.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public IAsyncEnumerable<PartitionResult<TPartition, TResult>> EvaluateAsync<TPartition, TResult>(
        IAsyncEnumerable<TPartition> partitions,
        Action<Evaluator, TPartition> load,
        Func<Evaluator, TPartition, TResult> read,
        PartitionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(read);
        options ??= PartitionOptions.Default;
        return PartitionStream.RunAsync(
            Name,
            partitions,
            () => CreateEvaluator(options.RecordDerivations, options.Services),
            (evaluator, partition, stopping) => EvaluateOne(evaluator, partition, load, read, stopping),
            options,
            cancellationToken);
    }

    /// <summary>Evaluates partitions one by one on the calling thread, each when its result is asked for.</summary>
    /// <remarks>Otherwise as <see cref="EvaluateAsync"/>, with the same results; the degree of parallelism and the size of batches do not matter.</remarks>
    /// <inheritdoc cref="EvaluateAsync"/>
    public IEnumerable<PartitionResult<TPartition, TResult>> EvaluateEach<TPartition, TResult>(
        IEnumerable<TPartition> partitions,
        Action<Evaluator, TPartition> load,
        Func<Evaluator, TPartition, TResult> read,
        PartitionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitions);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(read);
        return Each(partitions, load, read, options ?? PartitionOptions.Default, cancellationToken);
    }

    private IEnumerable<PartitionResult<TPartition, TResult>> Each<TPartition, TResult>(
        IEnumerable<TPartition> partitions, Action<Evaluator, TPartition> load, Func<Evaluator, TPartition, TResult> read, PartitionOptions options, CancellationToken cancellationToken)
    {
        var evaluator = CreateEvaluator(options.RecordDerivations, options.Services);
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
        Evaluator evaluator, TPartition partition, Action<Evaluator, TPartition> load, Func<Evaluator, TPartition, TResult> read, CancellationToken cancellationToken)
    {
        evaluator.Reset();
        load(evaluator, partition);
        evaluator.Run(cancellationToken);
        return read(evaluator, partition);
    }
}
