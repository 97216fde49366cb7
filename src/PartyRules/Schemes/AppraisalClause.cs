using PartyRules.Arithmetic;
using PartyRules.Results;

namespace PartyRules.Schemes;

/// <summary>How ratings by several evaluators make one.</summary>
/// <seealso href="docs/schemes/clauses/appraisals.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class AppraisalClause(IReadOnlyDictionary<string, Points> weights, MissingPart missing, Rounding rounding, Citation cites)
{
    /// <summary>The percentage of each evaluator.</summary>
    public IReadOnlyDictionary<string, Points> Weights { get; } = weights;

    public MissingPart Missing { get; } = missing;

    public Citation Cites { get; } = cites;

    /// <summary>The evaluators without whom the result is incomplete.</summary>
    public IEnumerable<string> Required => Missing == MissingPart.Incomplete ? Weights.Keys : [];

    /// <summary>The weighted average of the evaluators' averages, rounded once.</summary>
    public Points Combine(IReadOnlyList<Candidate> ratings)
    {
        var (sum, weight) = (Exact.Zero, Points.Zero);
        foreach (var (evaluator, percent) in Weights)
        {
            var (points, count) = (Points.Zero, 0);
            foreach (var rating in ratings)
            {
                if (rating.Entry.Evaluator == evaluator)
                    (points, count) = (points + rating.Points, count + 1);
            }

            if (count > 0)
                sum += Exact.Of(points) * Exact.Of(percent) / new Exact(count, 1);
            if (count > 0 || Missing != MissingPart.LeftOut)
                weight += percent;
        }

        return weight == 0 ? Points.Zero : rounding.Round(sum / Exact.Of(weight));
    }
}
