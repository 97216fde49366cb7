using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Rankings;

/// <summary>How a ranking places the totals of a pool.</summary>
internal static class PlacesOfPool
{
    /// <summary>Places the totals of a pool.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="totals">The totals, in any order.</param>
    /// <param name="scales">The scheme's grades, whose vetoes leave out; one at most.</param>
    /// <returns>A place for each that competes, the best first; equals in order of their subjects' identifiers.</returns>
    public static IReadOnlyList<Placing> Place(this RankingClause ranking, IEnumerable<Total> totals, IReadOnlyList<GradeScale> scales)
    {
        var scale = scales.Count == 0 ? null : scales[0];
        int Compare(Total left, Total right) => ranking.Compare(left, right);
        var pool = totals.ToList();
        var ordered = pool.Where(total => ranking.VetoOf(total, scale) is null)
            .OrderBy(total => total, Comparer<Total>.Create(Compare))
            .ThenBy(total => total.Dossier.Subject.Id, StringComparer.Ordinal).ToList();
        var placings = new List<Placing>(ordered.Count);
        for (var (first, group) = (0, 1); first < ordered.Count; group++)
        {
            var next = first + 1;
            while (next < ordered.Count && Compare(ordered[first], ordered[next]) == 0)
                next++;
            var rank = ranking.Ties switch { TieKind.Dense => group, TieKind.Lower => next, _ => first + 1 };
            for (var i = first; i < next; i++)
            {
                placings.Add(new Placing(ordered[i], rank, next == ordered.Count && first > 0, ordered.Count)
                {
                    Assessed = pool.Count,
                    Better = first,
                    NoWorse = next,
                });
            }

            first = next;
        }

        return placings;
    }

    /// <summary>The better first. The total of a year of rounds has no scores that could break a tie.</summary>
    private static int Compare(this RankingClause ranking, Total left, Total right)
    {
        var order = right.Points.CompareTo(left.Points);
        for (var i = 0; order == 0 && i < ranking.TieBreaks.Count && right.Scores.Count > 0; i++)
        {
            var component = ranking.TieBreaks[i].Index;
            order = right.Scores[component].Points.CompareTo(left.Scores[component].Points);
        }

        return order;
    }
}
