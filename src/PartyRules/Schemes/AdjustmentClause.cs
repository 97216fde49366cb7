using PartyRules.Arithmetic;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>
/// Points that a component gives or takes where a condition holds or by what a measure is, once for the period or in each of its windows.
/// </summary>
/// <remarks>Two clauses are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/adjustments.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed record AdjustmentClause
{
    /// <summary>The identifier, unique among those of the component.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The identifier of the component.</summary>
    public required string Component { get; init; }

    /// <summary>Whether it takes points away.</summary>
    public required bool Deducts { get; init; }

    /// <summary>The windows of which each is looked at by itself; null for the period as a whole, or each reference.</summary>
    public PeriodKind? Per { get; init; }

    /// <summary>Whether the entries under each reference are looked at by themselves.</summary>
    public bool PerReference { get; init; }

    /// <summary>What must hold; null for nothing.</summary>
    public Condition? When { get; init; }

    /// <summary>The points; null where they are by a measure or by rows.</summary>
    public Points? Points { get; init; }

    /// <summary>The measure by which the points are; null for another.</summary>
    public Measure? Measure { get; init; }

    /// <summary>Points for each unit of the measure; null for another.</summary>
    public PerUnit? PerUnit { get; init; }

    /// <summary>Points by bands of the measure; null for another.</summary>
    public Bands? Bands { get; init; }

    /// <summary>Conditions of which at most one holds, each with its points; empty for another.</summary>
    public IReadOnlyList<AdjustmentRow> Rows { get; init; } = [];

    /// <summary>The points where no row holds, or the measure is not known.</summary>
    public Points Otherwise { get; init; }

    /// <summary>The most that it gives or takes in a period, as a magnitude; null for no bound.</summary>
    public Points? AtMost { get; init; }

    /// <summary>How points by a measure are rounded.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>What it rests on.</summary>
    public required Citation Cites { get; init; }

    /// <summary>The same adjustment in the earlier versions of a year in which it changes, each with its last day, in order.</summary>
    public IReadOnlyList<AdjustmentUntil> Before { get; init; } = [];

    /// <summary>The last day on which it is in force, where a later version of the year lacks it; null for none.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The adjustment of a window: that of the version in force on its last day; null where there is none.</summary>
    public AdjustmentClause? On(DateOnly day)
    {
        foreach (var (last, clause) in Before)
        {
            if (day <= last)
                return clause;
        }

        return day <= (To ?? DateOnly.MaxValue) ? this : null;
    }

    /// <summary>Whether another is the same object.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(AdjustmentClause? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}

/// <summary>One row of a table of conditions.</summary>
/// <param name="When">What must hold.</param>
/// <param name="Points">The points.</param>
internal sealed record AdjustmentRow(Condition When, Points Points);

/// <summary>An adjustment that another replaces.</summary>
/// <param name="Last">The last day on which it is in force.</param>
/// <param name="Clause">The adjustment; null where there is none until then.</param>
internal readonly record struct AdjustmentUntil(DateOnly Last, AdjustmentClause? Clause);
