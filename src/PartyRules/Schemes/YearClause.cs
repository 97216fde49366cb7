using PartyRules.Arithmetic;
using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Schemes;

/// <summary>How rounds make the year's total.</summary>
/// <seealso href="docs/schemes/clauses/years.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class YearClause(IReadOnlyList<Points> weights, bool isSum, MissingPart missing, Rounding rounding, Citation cites)
{
    public IReadOnlyList<Points> Weights { get; } = weights;

    public MissingPart Missing { get; } = missing;

    public Citation Cites { get; } = cites;

    /// <summary>The year's total from the totals of its rounds; null where the year is incomplete.</summary>
    public Points? Of(IEnumerable<Total> totals)
    {
        var (sum, weight, held) = (Exact.Zero, Points.Zero, 0);
        foreach (var total in totals)
        {
            var percent = Weights[total.Dossier.Period.Number - 1];
            sum += Exact.Of(total.Points) * Exact.Of(percent);
            weight += percent;
            held++;
        }

        var grows = !isSum && Missing == MissingPart.LeftOut;
        if (held == 0 || (grows && weight == 0) || (Missing == MissingPart.Incomplete && held < Weights.Count))
            return null;
        return rounding.Round(sum / Exact.Of(grows ? weight : 100));
    }

    /// <summary>The year's total, or none where the year is incomplete.</summary>
    public IEnumerable<YearTotal> TotalOf(YearCase year, IEnumerable<Total> rounds) =>
        Of(rounds) is { } points ? [new YearTotal(new Total(year.Dossier, points, [.. rounds.OrderBy(total => total.Dossier.Period)]))] : [];
}
