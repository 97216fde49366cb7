using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Multipliers;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Totals;

/// <summary>Components that are bounded together.</summary>
internal sealed record GroupDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public required IReadOnlyList<string> Of { get; init; }

    public required StatedAmount? Minimum { get; init; }

    public required StatedAmount? Maximum { get; init; }

    public IReadOnlyList<MultiplierDocument> Multipliers { get; init => field = value ?? []; } = [];

    public required CitationDocument Cites { get; init; }
}

/// <summary>The bounds of the total, and what sets it whatever the scores.</summary>
internal sealed record TotalDocument
{
    public required StatedAmount? Minimum { get; init; }

    public required StatedAmount? Maximum { get; init; }

    public IReadOnlyList<MultiplierDocument> Multipliers { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ForcedTotalDocument> Forced { get; init => field = value ?? []; } = [];

    public required CitationDocument Cites { get; init; }
}

/// <summary>A total whatever the scores. Of <c>points</c>, <c>lowestOf</c> and <c>highestOf</c> one is given.</summary>
internal sealed record ForcedTotalDocument
{
    public required string Id { get; init; }

    [Words(typeof(ForcedEffect))]
    public required string As { get; init; }

    public StatedAmount? Points { get; init; }

    public string? LowestOf { get; init; }

    public string? HighestOf { get; init; }

    public required ConditionDocument When { get; init; }

    public required FindingDocument Finding { get; init; }

    public required CitationDocument Cites { get; init; }
}
