using PartyRules.Arithmetic;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Years;

/// <summary>How rounds make the total of a year.</summary>
internal static class TotalsOfYear
{
    /// <summary>The year's total, or none where the year is incomplete.</summary>
    public static IEnumerable<YearTotal> TotalOf(this YearClause clause, YearCase year, IEnumerable<Total> rounds) =>
        clause.PointsOf(rounds, year.LeftOut) is { } points
        ? [new YearTotal(new Total(year.Dossier, points, [.. rounds.OrderBy(total => total.Dossier.Period)]) { LeftOut = year.LeftOut })]
        : [];

    /// <summary>The year's points from the totals of its rounds; null where the year is incomplete.</summary>
    private static Points? PointsOf(this YearClause clause, IEnumerable<Total> totals, IReadOnlyList<Period> leftOut)
    {
        var (sum, weight, held) = (Exact.Zero, Points.Zero, 0);
        foreach (var total in totals)
        {
            var part = clause.WeightOf(total.Dossier.Period);
            sum += Exact.Of(total.Points) * Exact.Of(part);
            weight += part;
            held++;
        }

        if (held == 0 || (clause.Missing == MissingPart.Incomplete && held < clause.Weights.Count - leftOut.Count))
            return null;
        var whole = clause.IsSum ? clause.Whole
            : clause.Missing == MissingPart.LeftOut ? weight
            : leftOut.Aggregate(clause.Whole, (rest, round) => rest - clause.WeightOf(round));
        return whole == 0 ? null : clause.Rounding.Round(sum / Exact.Of(whole));
    }
}
