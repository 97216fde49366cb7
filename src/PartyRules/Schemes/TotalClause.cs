using PartyRules.Arithmetic;

namespace PartyRules.Schemes;

/// <summary>Components that are bounded together.</summary>
internal sealed record Group(
    string Id,
    LocalText Name,
    IReadOnlyList<Component> Components,
    IReadOnlyList<Group> Groups,
    Points? Minimum,
    Points? Maximum,
    Citation Cites)
{
    /// <summary>The place among all groups of the scheme, from 0.</summary>
    public required int Index { get; init; }
}

/// <summary>How scores make a total: weighed or grouped, then bounded.</summary>
/// <seealso href="docs/schemes/clauses/totals.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class TotalClause(
    bool isWeighed, IReadOnlyList<Group> groups, Points? minimum, Points? maximum, Rounding rounding, Citation? cites)
{
    public bool IsWeighed { get; } = isWeighed;

    /// <summary>The groups that belong to no other.</summary>
    public IReadOnlyList<Group> Groups { get; } = groups;

    public Points? Minimum { get; } = minimum;

    public Points? Maximum { get; } = maximum;

    /// <summary>How a weighed total is rounded.</summary>
    public Rounding Rounding { get; } = rounding;

    public Citation? Cites { get; } = cites;
}
