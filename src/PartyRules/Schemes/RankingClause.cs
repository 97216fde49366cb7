using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Schemes;

/// <summary>What happens to equals in a ranking.</summary>
internal enum TieKind
{
    /// <summary>They share the better rank: 1, 2, 2, 4.</summary>
    Share,

    /// <summary>They share a rank and the next follows: 1, 2, 2, 3.</summary>
    Dense,

    /// <summary>They share the lower rank: 1, 3, 3, 4.</summary>
    Lower,
}

/// <summary>Who competes with whom.</summary>
public enum PoolKind
{
    /// <summary>Subjects of one parent.</summary>
    Parent,

    /// <summary>Subjects of one category.</summary>
    Category,

    /// <summary>All subjects.</summary>
    All,
}

/// <summary>How subjects are ranked in each round: by exact total, the highest first; what rank equals have that the tie-breaks leave, the scheme says.</summary>
/// <remarks>Equality is of its members; lists among them are compared as objects. Immutable and thread-safe.</remarks>
/// <param name="Pool">Who competes with whom.</param>
/// <param name="TieBreaks">Components that break a tie, in order, the higher score first.</param>
/// <param name="Cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/rankings.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed record RankingClause(PoolKind Pool, IReadOnlyList<Component> TieBreaks, Citation Cites)
{
    /// <summary>What happens to equals.</summary>
    internal TieKind Ties { get; init; }

    /// <summary>Which rows are ranked.</summary>
    internal Rows On { get; init; }

    /// <summary>The key of the pool a subject competes in.</summary>
    /// <param name="subject">The subject.</param>
    public string PoolOf(Subject subject) => KeyOf(Pool, subject);

    internal static string KeyOf(PoolKind pool, Subject subject) => pool switch
    {
        PoolKind.Parent => subject.Parent,
        PoolKind.Category => subject.Category,
        _ => "",
    };

    /// <summary>Places the totals of a pool.</summary>
    /// <param name="totals">The totals, in any order.</param>
    /// <returns>A place for each, the best first; equals in order of their subjects' identifiers.</returns>
    public IReadOnlyList<Placing> Place(IReadOnlyCollection<Total> totals)
    {
        var ordered = totals.OrderBy(total => total, Comparer<Total>.Create(Compare)).ThenBy(total => total.Dossier.Subject.Id, StringComparer.Ordinal).ToList();
        var placings = new List<Placing>(ordered.Count);
        for (var (first, group) = (0, 1); first < ordered.Count; group++)
        {
            var next = first + 1;
            while (next < ordered.Count && Compare(ordered[first], ordered[next]) == 0)
                next++;
            var rank = Ties switch { TieKind.Dense => group, TieKind.Lower => next, _ => first + 1 };
            for (var i = first; i < next; i++)
                placings.Add(new Placing(ordered[i], rank, next == ordered.Count && first > 0, ordered.Count) { Better = first, NoWorse = next });
            first = next;
        }

        return placings;
    }

    /// <summary>The better first. The total of a year of rounds has no scores that could break a tie.</summary>
    private int Compare(Total left, Total right)
    {
        var order = right.Points.CompareTo(left.Points);
        for (var i = 0; order == 0 && i < TieBreaks.Count && right.Scores.Count > 0; i++)
            order = right.Scores[TieBreaks[i].Index].Points.CompareTo(left.Scores[TieBreaks[i].Index].Points);
        return order;
    }
}
