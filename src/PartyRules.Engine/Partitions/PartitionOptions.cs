namespace PartyRules.Engine.Partitions;

/// <summary>What a stream of partitions does when a rule fails in one of them.</summary>
public enum FailureMode
{
    /// <summary>The stream gives the results of the partitions before the failed one, then throws.</summary>
    Stop,

    /// <summary>The failed partition's result carries the failure, and the stream goes on.</summary>
    Collect,
}

/// <summary>How a stream of partitions is evaluated.</summary>
/// <remarks>Immutable and thread-safe. No setting changes a result, nor the order of results.</remarks>
public sealed record PartitionOptions
{
    /// <summary>The defaults.</summary>
    public static PartitionOptions Default { get; } = new();

    /// <summary>
    /// How many workers evaluate at the same time, from 1; the number of processors by default. Each has an evaluator of its own.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int DegreeOfParallelism
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one worker is needed.");
    } = Environment.ProcessorCount;

    /// <summary>
    /// How many partitions a worker takes at a time, from 1; 128 by default. A result comes once its batch is done, so choose 1 where
    /// partitions arrive slowly or take long.
    /// </summary>
    /// <remarks>
    /// At most twice <see cref="DegreeOfParallelism"/>, plus one, batches are held at any time, however slowly results are taken.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A batch holds at least one partition.");
    } = 128;

    /// <summary>What happens when a rule fails; <see cref="FailureMode.Stop"/> by default.</summary>
    public FailureMode FailureMode { get; init; }

    /// <summary>Whether evaluators record how each fact came about; false by default.</summary>
    public bool RecordDerivations { get; init; }

    /// <summary>
    /// Where actions find the services they depend on; null by default. Actions of several partitions run at the same time.
    /// </summary>
    public IServiceProvider? Services { get; init; }
}
