using PartyRules.Arithmetic;

namespace PartyRules.Schemes;

/// <summary>Components that are bounded together.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Index">The place among the scheme's groups, from 0; after those that belong to it.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Components">The components that belong to it.</param>
/// <param name="Groups">The groups that belong to it.</param>
/// <param name="Minimum">The least that it counts; null for no bound.</param>
/// <param name="Maximum">The most that it counts; null for no bound.</param>
/// <param name="Cites">What it rests on.</param>
internal sealed record Group(
    string Id,
    int Index,
    LocalText Name,
    IReadOnlyList<Component> Components,
    IReadOnlyList<Group> Groups,
    Amount? Minimum,
    Amount? Maximum,
    Citation Cites)
{
    /// <summary>What its points are multiplied by, before its bounds.</summary>
    public IReadOnlyList<Multiplier> Multipliers { get; init; } = [];
}

/// <summary>How scores make a total: weighed or grouped, then bounded.</summary>
/// <seealso href="docs/schemes/clauses/totals.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class TotalClause(
    bool isWeighed,
    IReadOnlyList<Group> allGroups,
    IReadOnlyList<Group> groups,
    Amount? minimum,
    Amount? maximum,
    Rounding rounding,
    Citation? cites)
{
    public bool IsWeighed { get; } = isWeighed;

    /// <summary>All groups, each after those that belong to it.</summary>
    public IReadOnlyList<Group> AllGroups { get; } = allGroups;

    /// <summary>The groups that belong to no other.</summary>
    public IReadOnlyList<Group> Groups { get; } = groups;

    public Amount? Minimum { get; } = minimum;

    public Amount? Maximum { get; } = maximum;

    /// <summary>What the total is multiplied by, before its bounds.</summary>
    public IReadOnlyList<Multiplier> Multipliers { get; init; } = [];

    /// <summary>What sets the total whatever the scores, after its bounds.</summary>
    public IReadOnlyList<ForcedTotalClause> Forced { get; init; } = [];

    /// <summary>How a weighed or multiplied total is rounded, and a multiplied group.</summary>
    public Rounding Rounding { get; } = rounding;

    public Citation? Cites { get; } = cites;
}
