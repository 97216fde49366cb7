using System.Runtime.InteropServices;
using PartyRules.Arithmetic;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Appraisals;

/// <summary>How ratings make an appraisal.</summary>
internal static class Appraising
{
    /// <summary>The appraisal of an item by its ratings.</summary>
    public static Appraisal Of(Item item, IReadOnlyList<Candidate> ratings)
    {
        var points = item.Appraisal!.Combine(ratings);
        return new Appraisal(item, item.Deducts ? -points : points);
    }

    /// <summary>The weighted average of the evaluators' averages, rounded once.</summary>
    private static Points Combine(this AppraisalClause clause, IReadOnlyList<Candidate> ratings)
    {
        var byEvaluator = new Dictionary<string, (Points Points, int Count)>(StringComparer.Ordinal);
        foreach (var rating in ratings)
        {
            ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(byEvaluator, rating.Entry.Evaluator, out _);
            own = (own.Points + rating.Points, own.Count + 1);
        }

        var (sum, weight) = (Exact.Zero, Points.Zero);
        foreach (var (evaluator, percent) in clause.Weights)
        {
            var (points, count) = byEvaluator.GetValueOrDefault(evaluator);
            if (count > 0)
                sum += Exact.Of(points) * Exact.Of(percent) / new Exact(count, 1);
            if (count > 0 || clause.Missing != MissingPart.LeftOut)
                weight += percent;
        }

        return weight == 0 ? Points.Zero : clause.Rounding.Round(sum / Exact.Of(weight));
    }
}
