using PartyRules.Documents;
using PartyRules.Engine.Fluent;

namespace PartyRules.Clauses.Totals;

/// <summary>Components that are bounded together.</summary>
internal sealed record GroupDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The components and groups that stand before; each belongs to one group at most.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>The least they count together. Must be stated; null for no minimum.</summary>
    public required Points? Minimum { get; init; }

    /// <summary>The most they count together. Must be stated; null for no maximum.</summary>
    public required Points? Maximum { get; init; }

    /// <summary>What the group rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>The bounds of the total.</summary>
internal sealed record TotalDocument
{
    /// <summary>The least total. Must be stated; null for no minimum.</summary>
    public required Points? Minimum { get; init; }

    /// <summary>The highest total. Must be stated; null for no maximum.</summary>
    public required Points? Maximum { get; init; }

    /// <summary>What the bounds rest on.</summary>
    public required CitationDocument Cites { get; init; }
}
