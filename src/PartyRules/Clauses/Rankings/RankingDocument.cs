using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Rankings;

/// <summary>How subjects are ranked in each round, by total, the highest first.</summary>
internal sealed record RankingDocument
{
    /// <summary>
    /// Who competes with whom: <c>parent</c> for those of one parent, <c>category</c> for those of one category, <c>all</c> for everybody.
    /// </summary>
    [Words(typeof(PoolKind))]
    public required string Pool { get; init; }

    /// <summary>Components that break a tie, in order, the higher score first; may be empty.</summary>
    public required IReadOnlyList<string> TieBreaks { get; init; }

    /// <summary>
    /// What happens to ties that remain: <c>share</c> (1, 2, 2, 4), <c>dense</c> (1, 2, 2, 3) or <c>lower</c> (1, 3, 3, 4). Must be stated.
    /// </summary>
    [Words(typeof(TieKind))]
    public required string Ties { get; init; }

    /// <summary>
    /// Which rows are ranked: <c>round</c>, <c>year</c> or <c>both</c>; <c>round</c> by default. The year's row needs a total of its own.
    /// </summary>
    [Words(typeof(Rows))]
    public string On { get; init => field = value ?? "round"; } = "round";

    /// <summary>What the ranking rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
