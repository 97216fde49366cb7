using PartyRules.Arithmetic;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>A number kept within bounds.</summary>
/// <param name="Quantity">The number.</param>
/// <param name="Minimum">The least that it is; null for no bound.</param>
/// <param name="Maximum">The most that it is; null for no bound.</param>
internal sealed record BoundedQuantity(Quantity Quantity, Amount? Minimum, Amount? Maximum) : Quantity
{
    /// <inheritdoc/>
    internal override Needs Needs => Quantity.Needs;

    /// <inheritdoc/>
    internal override Trend Trend => Quantity.Trend;

    /// <inheritdoc/>
    internal override bool IsAlwaysKnown => Quantity.IsAlwaysKnown;

    /// <inheritdoc/>
    internal override bool MayBeNegative => (Quantity.MayBeNegative && !(Minimum?.Least >= 0)) || Maximum?.Least < 0;

    /// <inheritdoc/>
    internal override bool IsOfPool => Quantity.IsOfPool;

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Codes => Quantity.Codes;

    /// <inheritdoc/>
    internal override IReadOnlyList<PeriodKind> Windows => Quantity.Windows;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        Quantity.LookAt(facts);
        Minimum?.LookAt(facts);
        Maximum?.LookAt(facts);
    }

    /// <inheritdoc/>
    internal override Exact? Of(in Known known)
    {
        if (Quantity.Of(known) is not { } number)
            return null;
        if (Minimum is not null && Exact.Of(Minimum.Of(known.Dossier)) is var least && number.CompareTo(least) < 0)
            return least;
        return Maximum is not null && Exact.Of(Maximum.Of(known.Dossier)) is var most && number.CompareTo(most) > 0 ? most : number;
    }
}
