using PartyRules.Arithmetic;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>Points that a component gives or takes by a condition or a measure.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
/// <param name="clause">The clause.</param>
/// <param name="part">The period or the window, with its entries.</param>
/// <param name="reference">The reference; null where the clause looks at none.</param>
/// <param name="measured">What the measure is; null where there is none or it is not known.</param>
/// <param name="row">Which row holds, from 0; null for none.</param>
/// <param name="recorded">The points before what the clause gives at most, as a magnitude.</param>
/// <param name="counted">The points, as a magnitude.</param>
internal sealed class Adjustment(
    AdjustmentClause clause, Dossier part, string? reference, Exact? measured, int? row, Points recorded, Points counted)
{
    public AdjustmentClause Clause { get; } = clause;

    public Dossier Part { get; } = part;

    public string? Reference { get; } = reference;

    public Exact? Measured { get; } = measured;

    public int? Row { get; } = row;

    public Points Recorded { get; } = recorded;

    /// <summary>The points, as a signed number.</summary>
    public Points Points { get; } = clause.Deducts ? -counted : counted;

    /// <summary>Whether what the clause gives at most took something away.</summary>
    public bool IsOver { get; } = counted != recorded;

    /// <summary>The clause, the window and the points.</summary>
    public override string ToString() => $"{Clause} {Part.Period} {Points}";
}
