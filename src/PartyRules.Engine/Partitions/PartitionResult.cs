using System.Diagnostics.CodeAnalysis;

namespace PartyRules.Engine.Partitions;

/// <summary>What came of one partition of a stream: a value, or the failure of a rule.</summary>
/// <remarks>Immutable; as thread-safe as what it holds.</remarks>
/// <typeparam name="TPartition">The type of partition.</typeparam>
/// <typeparam name="TResult">The type of value that was read.</typeparam>
public readonly record struct PartitionResult<TPartition, TResult>
{
    private readonly TResult? value;

    internal PartitionResult(long index, TPartition partition, TResult? value, RuleEvaluationException? failure)
    {
        Index = index;
        Partition = partition;
        this.value = value;
        Failure = failure;
    }

    /// <summary>The position of the partition in the source, from 0.</summary>
    public long Index { get; }

    /// <summary>The partition.</summary>
    public TPartition Partition { get; }

    /// <summary>Which rule failed, on what; null where none did. Always null with <see cref="FailureMode.Stop"/>.</summary>
    public RuleEvaluationException? Failure { get; }

    /// <summary>Whether a rule failed, so that there is no value.</summary>
    public bool IsFailed => Failure is not null;

    /// <summary>What was read after the evaluation.</summary>
    /// <exception cref="InvalidOperationException">A rule failed; the failure is the inner exception.</exception>
    [SuppressMessage(
        "Design",
        "CA1065:Do not raise exceptions in unexpected locations",
        Justification = "A failed partition must not look like one that yielded nothing.")]
    public TResult Value => Failure is null
        ? value!
        : throw new InvalidOperationException(
            $"Partition {Index} has no value, because a rule failed: look at {nameof(Failure)} first.", Failure);
}
