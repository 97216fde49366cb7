using PartyRules.Arithmetic;

namespace PartyRules.Schemes;

/// <summary>How rounds make the year's total.</summary>
/// <seealso href="docs/schemes/clauses/years.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class YearClause(
    IReadOnlyList<Points> weights,
    Points whole,
    bool isSum,
    MissingPart missing,
    Rounding rounding,
    int firstMonth,
    Citation cites)
{
    /// <summary>The weights of the rounds, in order.</summary>
    public IReadOnlyList<Points> Weights { get; } = weights;

    /// <summary>
    /// What a weight is a part of: 100 where weights are percentages, otherwise how many rounds a year has, or 1 for a sum.
    /// </summary>
    public Points Whole { get; } = whole;

    /// <summary>The weight of a round.</summary>
    public Points WeightOf(Period round) => Weights[round.PlaceIn(firstMonth) - 1];

    public MissingPart Missing { get; } = missing;

    /// <summary>Whether rounds that are over and were held for nobody are left out; otherwise the year waits for them.</summary>
    public bool LeavesOutNotHeld { get; init; }

    /// <summary>Whether the rounds are added up rather than averaged.</summary>
    public bool IsSum { get; } = isSum;

    /// <summary>How the total is rounded.</summary>
    public Rounding Rounding { get; } = rounding;

    public Citation Cites { get; } = cites;
}
