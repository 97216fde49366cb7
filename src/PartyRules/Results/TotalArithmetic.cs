using PartyRules.Arithmetic;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>How scores make a total.</summary>
internal static class TotalArithmetic
{
    /// <summary>What scores make, in the order of the components: weighed or grouped, then bounded.</summary>
    public static Points Of(this TotalClause clause, IReadOnlyList<ComponentScore> scores, Dossier dossier)
    {
        if (clause.IsWeighed)
        {
            var weighed = Exact.Zero;
            foreach (var score in scores)
                weighed += Exact.Of(score.Points) * Exact.Of(score.Component.Weight.GetValueOrDefault()) / new Exact(100, 1);
            return clause.Rounding.Round(weighed.Times(clause.Multipliers, dossier))
                .Within(clause.Minimum?.Of(dossier), clause.Maximum?.Of(dossier));
        }

        var sum = Int128.Zero;
        foreach (var score in scores)
        {
            if (!score.Component.IsGrouped && score.Component.Counts)
                sum += score.Points.Millionths;
        }

        if (clause.Groups.Count > 0)
        {
            var counted = clause.CountedBy(scores, dossier);
            foreach (var group in clause.Groups)
                sum += counted[group.Index].Millionths;
        }

        return clause.Multiplied(sum, clause.Multipliers, clause.Minimum, clause.Maximum, dossier);
    }

    /// <summary>The sum of scores. What does not fit on the way may fit at the end, whatever the order.</summary>
    /// <exception cref="OverflowException">It is outside the range of points.</exception>
    public static Points Sum(this ReadOnlySpan<ComponentScore> scores)
    {
        var sum = Int128.Zero;
        foreach (var score in scores)
            sum += score.Component.Counts ? score.Points.Millionths : 0;
        return Within(sum, null, null);
    }

    /// <summary>
    /// What the components of each group count together, by the group's index. However deep groups lie in others, each is looked at once.
    /// </summary>
    public static Points[] CountedBy(this TotalClause clause, IReadOnlyList<ComponentScore> scores, Dossier dossier)
    {
        var counted = new Points[clause.AllGroups.Count];
        foreach (var group in clause.AllGroups)
        {
            var sum = Int128.Zero;
            foreach (var component in group.Components)
                sum += scores[component.Index].Points.Millionths;
            foreach (var inner in group.Groups)
                sum += counted[inner.Index].Millionths;
            counted[group.Index] = clause.Multiplied(sum, group.Multipliers, group.Minimum, group.Maximum, dossier);
        }

        return counted;
    }

    /// <summary>A sum of millionths, multiplied and then within bounds.</summary>
    private static Points Multiplied(
        this TotalClause clause,
        Int128 millionths,
        IReadOnlyList<Multiplier> multipliers,
        Amount? minimum,
        Amount? maximum,
        Dossier dossier) => multipliers.Count == 0
        ? Within(millionths, minimum?.Of(dossier), maximum?.Of(dossier))
        : clause.Rounding.Round(new Exact(millionths, 1_000_000).Times(multipliers, dossier))
            .Within(minimum?.Of(dossier), maximum?.Of(dossier));

    /// <summary>A sum of millionths within bounds; only what the bounds leave must be in the range of points.</summary>
    private static Points Within(Int128 millionths, Points? minimum, Points? maximum)
    {
        if (millionths < minimum?.Millionths)
            return minimum.GetValueOrDefault();
        return millionths > maximum?.Millionths ? maximum.GetValueOrDefault() : Points.FromMillionths(checked((long)millionths));
    }
}
