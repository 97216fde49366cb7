using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>A round of a subject has a mark.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
public sealed class Mark : IKnownMark, IEquatable<Mark>
{
    internal Mark(Subject subject, Period period, MarkClause clause) => (Subject, Period, Clause) = (subject, period, clause);

    /// <summary>The subject.</summary>
    public Subject Subject { get; }

    /// <summary>The round.</summary>
    public Period Period { get; }

    /// <summary>The clause whose condition held.</summary>
    public MarkClause Clause { get; }

    string IKnownMark.Id => Clause.Id;

    /// <summary>Whether another mark is of the same subject, round and clause.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(Mark? other) => other is not null && Subject == other.Subject && Period == other.Period && Clause == other.Clause;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Mark);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subject, Period, Clause);

    /// <summary>Subject, round and mark.</summary>
    public override string ToString() => $"{Subject.Id} {Period} {Clause}";
}
