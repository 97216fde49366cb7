using PartyRules.Clauses.Multipliers;
using PartyRules.Documents;

namespace PartyRules.Clauses.Totals;

/// <summary>Components that are bounded together.</summary>
internal sealed record GroupDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public required IReadOnlyList<string> Of { get; init; }

    public required Points? Minimum { get; init; }

    public required Points? Maximum { get; init; }

    public IReadOnlyList<MultiplierDocument> Multipliers { get; init => field = value ?? []; } = [];

    public required CitationDocument Cites { get; init; }
}

/// <summary>The bounds of the total.</summary>
internal sealed record TotalDocument
{
    public required Points? Minimum { get; init; }

    public required Points? Maximum { get; init; }

    public IReadOnlyList<MultiplierDocument> Multipliers { get; init => field = value ?? []; } = [];

    public required CitationDocument Cites { get; init; }
}
