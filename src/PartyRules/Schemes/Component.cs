using PartyRules.Arithmetic;

namespace PartyRules.Schemes;

/// <summary>A part of the total.</summary>
/// <remarks>Two components are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/components.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class Component
{
    private LimitScope? scope;
    private bool isCompound;
    private bool cascades;

    /// <summary>The identifier; results have a column <c>component.&lt;id&gt;</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The position among the scheme's components, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The points everybody starts with.</summary>
    public required Amount Start { get; init; }

    /// <summary>The lowest score, included; null for none.</summary>
    public required Amount? Minimum { get; init; }

    /// <summary>The highest score, included; null for none.</summary>
    public required Amount? Maximum { get; init; }

    /// <summary>A cap on what all items together count within a window; null for none.</summary>
    public Limit? Limit { get; init; }

    /// <summary>Within what its limit caps: all its items without a limit of their own; null for no limit.</summary>
    internal LimitScope? Scope => scope ?? FindScope();

    /// <summary>Whether the result is incomplete without an entry in this component.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether it has no items, and waits for those that layers add.</summary>
    internal bool AwaitsItems { get; init; }

    /// <summary>The percentage of the score that counts in the total; null where components are not weighed.</summary>
    internal Points? Weight { get; init; }

    /// <summary>Whether it counts in the total, as by default; otherwise it only informs, and the total leaves it out.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>Whether it belongs to a group, which adds it up.</summary>
    internal bool IsGrouped { get; init; }

    /// <summary>What its points are multiplied by.</summary>
    internal IReadOnlyList<Multiplier> Multipliers { get; init; } = [];

    /// <summary>Whether some multiplier is on what adds alone.</summary>
    internal bool TellsAdditions { get; init; }

    /// <summary>Other results that count towards it.</summary>
    internal IReadOnlyList<Carried> Carries { get; init; } = [];

    /// <summary>That what its items take away is spent, of what was there on the day; null where it is not.</summary>
    internal Balance? Balance { get; init; }

    /// <summary>Whether some limit of it or of its items caps what another has left, or spans rounds.</summary>
    internal bool Cascades
    {
        get => cascades;
        init => cascades = value;
    }

    /// <summary>The name of the rules in code that give it points beside its items; null for none.</summary>
    public string? Rules { get; init; }

    /// <summary>Whether its score is more than a sum of credits and tallies.</summary>
    internal bool IsCompound
    {
        get => isCompound;
        init => isCompound = value;
    }

    /// <summary>How its products are rounded.</summary>
    internal Rounding Rounding { get; init; } = Rounding.None;

    /// <summary>Whether it says itself how it is rounded.</summary>
    internal bool RoundsItself { get; init; }

    /// <summary>What it rests on.</summary>
    public required Citation Cites { get; init; }

    /// <summary>The score for a sum of points: start plus sum, kept within minimum and maximum.</summary>
    /// <param name="sum">What the items add, less what they deduct.</param>
    /// <param name="dossier">The subject and the period.</param>
    public Points Score(Points sum, Dossier dossier) => (Start.Of(dossier) + sum).Within(Minimum?.Of(dossier), Maximum?.Of(dossier));

    /// <summary>The component of a year in which some version says more of it than the last.</summary>
    /// <param name="cascadesInYear">Whether a version's limit caps what another has left.</param>
    /// <param name="isAdjusted">Whether a version gives it more than a sum of credits and tallies.</param>
    internal Component InYear(bool cascadesInYear, bool isAdjusted)
    {
        var copy = (Component)MemberwiseClone();
        copy.scope = null;
        (copy.isCompound, copy.cascades) = (isCompound || isAdjusted, cascadesInYear);
        return copy;
    }

    private LimitScope? FindScope()
    {
        if (Limit is { } own)
            Interlocked.CompareExchange(ref scope, LimitScope.Of(this, null, own), null);
        return scope;
    }

    /// <summary>Whether another result, without which the score is incomplete, is not known.</summary>
    internal bool LacksCarried(Dossier dossier)
    {
        for (var i = 0; i < Carries.Count; i++)
        {
            if (Carries[i].IsRequired && Carries[i].Input.Find(dossier)?.Total is null)
                return true;
        }

        return false;
    }

    /// <summary>What the start and the items' sum become by what is carried over and by the multipliers, exactly.</summary>
    /// <param name="items">What counts of everything, signed.</param>
    /// <param name="additions">What of it adds; zero where no multiplier is on additions alone.</param>
    /// <param name="dossier">The subject.</param>
    internal Exact ExactOf(Points items, Points additions, Dossier dossier)
    {
        var (rest, added) = (Exact.Of(Start.Of(dossier) + items) - Exact.Of(additions), Exact.Of(additions));
        foreach (var carried in Carries)
        {
            var points = carried.Of(dossier);
            (rest, added) = points.Numerator.Sign > 0 ? (rest, added + points) : (rest + points, added);
        }

        foreach (var multiplier in Multipliers)
        {
            if (multiplier.FactorOf(dossier) is { } factor)
                (rest, added) = (multiplier.OnAdditions ? rest : rest * factor.Number, added * factor.Number);
        }

        return rest + added;
    }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
