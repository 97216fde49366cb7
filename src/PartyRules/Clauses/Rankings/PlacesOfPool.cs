using PartyRules.Arithmetic;
using PartyRules.Conditions;
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
        var pool = totals.ToList();
        var numbers = ranking.LooksAtMeasures() ? pool.ToDictionary(total => total, ranking.NumbersOf) : null;
        int Compare(Total left, Total right) => numbers is null
            ? ranking.Compare(left, right)
            : ranking.Compare(numbers[left], numbers[right]);
        var ordered = pool.Where(total => ranking.Admits(total) && ranking.VetoOf(total, scale) is null)
            .OrderBy(total => total, Comparer<Total>.Create(Compare))
            .ThenBy(total => total.Dossier.Subject.Id, StringComparer.Ordinal).ToList();
        var placings = new List<Placing>(ordered.Count);
        for (var (first, group) = (0, 1); first < ordered.Count; group++)
        {
            var next = first + 1;
            while (next < ordered.Count && Compare(ordered[first], ordered[next]) == 0)
                next++;
            var rank = ranking.Ties.RankOf(first, next, group);
            for (var i = first; i < next; i++)
            {
                placings.Add(new Placing(ranking, ordered[i], rank, next == ordered.Count && first > 0, ordered.Count)
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

    /// <summary>Whether a subject may compete, as far as the ranking itself says who does.</summary>
    public static bool Admits(this RankingClause ranking, Total total) => ranking.Among?.HoldsFor(total) != false;

    /// <summary>What a total is compared by; null where it is not known.</summary>
    public static Exact? Of(this TieBreak known, Total total) => known.Measure is { } measure ? measure.Of(new Known(total.Dossier, total))
        : total.Scores.Count == 0 ? null
        : Exact.Of(total.Scores[known.Component!.Index].Points);

    private static bool LooksAtMeasures(this RankingClause ranking) =>
        ranking.By is not null || ranking.Breaks.Any(known => known.Measure is not null || known.LowestFirst);

    /// <summary>What a total is compared by, in order.</summary>
    private static Exact?[] NumbersOf(this RankingClause ranking, Total total) =>
        [ranking.By is { } by ? by.Of(total) : Exact.Of(total.Points), .. ranking.Breaks.Select(known => known.Of(total))];

    /// <summary>The better first; what is not known comes last.</summary>
    private static int Compare(this RankingClause ranking, Exact?[] ofLeft, Exact?[] ofRight)
    {
        var order = 0;
        for (var i = 0; order == 0 && i < ofLeft.Length; i++)
        {
            var lowestFirst = i == 0 ? ranking.By?.LowestFirst == true : ranking.Breaks[i - 1].LowestFirst;
            order = (ofLeft[i], ofRight[i]) switch
            {
                ({ } one, { } other) => lowestFirst ? one.CompareTo(other) : other.CompareTo(one),
                (null, null) => 0,
                (null, _) => 1,
                _ => -1,
            };
        }

        return order;
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
