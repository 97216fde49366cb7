using PartyRules.Arithmetic;
using PartyRules.Conditions;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Adjustments;

/// <summary>How a clause gives or takes points.</summary>
internal static class Adjusting
{
    /// <summary>What a clause gives or takes in a period: once, in each window or under each reference.</summary>
    public static IReadOnlyList<Adjustment> AdjustmentsOf(this AdjustmentClause clause, Dossier dossier)
    {
        var made = new List<Adjustment>();
        var left = clause.AtMost;
        foreach (var (reference, part) in clause.PartsOf(dossier))
        {
            if (clause.On(clause.Per is null ? dossier.Period.End : part.Period.End) is not { } own || own.Earned(part) is not { } earned)
                continue;
            var counted = left is { } most && earned.Points > most ? most : earned.Points;
            left -= counted;
            if (earned.Points != 0 || (clause.Per is null && reference is null))
                made.Add(new Adjustment(own, part, reference, earned.Measured, earned.Row, earned.Points, counted));
        }

        return made;
    }

    private static IEnumerable<(string? Reference, Dossier Part)> PartsOf(this AdjustmentClause clause, Dossier dossier) =>
        clause.Per is { } window ? dossier.PartsIn(window).Select(part => ((string?)null, part))
            : !clause.PerReference ? [(null, dossier)]
            : dossier.PartsByReference(clause.Measure!.Quantity.Codes).Select(pair => ((string?)pair.Reference, pair.Part));

    /// <summary>What the clause gives in a period or window; null where it gives nothing, or where that is not decided yet.</summary>
    private static Earned? Earned(this AdjustmentClause clause, Dossier part)
    {
        var known = new Known(part);
        if (clause.When is { } when && (part.IsOpen || !when.Holds(known)))
            return null;
        if (clause.Points is { } points)
            return new Earned(points);
        return clause.Measure is { } measure ? clause.ByMeasure(measure, known) : clause.ByRow(known);
    }

    private static Earned? ByRow(this AdjustmentClause clause, in Known known)
    {
        if (known.Dossier.IsOpen)
            return null;
        for (var i = 0; i < clause.Rows.Count; i++)
        {
            if (clause.Rows[i].When.Holds(known))
                return new Earned(clause.Rows[i].Points, Row: i);
        }

        return new Earned(clause.Otherwise);
    }

    /// <summary>
    /// The points of a measure. In a window that is not over, one that may only grow counts what nothing that is still to come can take
    /// away, and one that is not known yet counts nothing.
    /// </summary>
    private static Earned? ByMeasure(this AdjustmentClause clause, Measure measure, in Known known)
    {
        var isOpen = known.Dossier.IsOpen;
        if (measure.Of(known) is not { } measured)
            return isOpen ? null : new Earned(clause.Otherwise);
        var mayGrow = isOpen && measure.Quantity.Trend == Trend.Grows;
        var points = clause.PerUnit?.Of(measured, known.Dossier)
            ?? (mayGrow ? clause.Bands!.LeastFrom(measured, known.Dossier) : clause.Bands!.Of(measured, known.Dossier));
        return new Earned(clause.Rounding.Round(points), measured);
    }
}

/// <summary>What a clause gives, as a magnitude.</summary>
/// <param name="Points">The points.</param>
/// <param name="Measured">What the measure is.</param>
/// <param name="Row">Which row holds.</param>
internal sealed record Earned(Points Points, Exact? Measured = null, int? Row = null);
