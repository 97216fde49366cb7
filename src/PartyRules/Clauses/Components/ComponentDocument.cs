using PartyRules.Clauses.Adjustments;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Inputs;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Multipliers;
using PartyRules.Documents;

namespace PartyRules.Clauses.Components;

/// <summary>One part of the total.</summary>
internal sealed record ComponentDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public required StatedAmount Start { get; init; }

    public required StatedAmount? Minimum { get; init; }

    public required StatedAmount? Maximum { get; init; }

    public RoundingDocument? Rounding { get; init; }

    public LimitDocument? Limit { get; init; }

    public BalanceDocument? Balance { get; init; }

    public bool Required { get; init; }

    public Points? Weight { get; init; }

    public bool? Counts { get; init; }

    public IReadOnlyList<MultiplierDocument> Multipliers { get; init => field = value ?? []; } = [];

    public IReadOnlyList<CarriedDocument> Carries { get; init => field = value ?? []; } = [];

    public string? Rules { get; init; }

    public IReadOnlyList<AdjustmentDocument> Adjustments { get; init => field = value ?? []; } = [];

    public required IReadOnlyList<ItemDocument> Items { get; init; }

    public required CitationDocument Cites { get; init; }
}
