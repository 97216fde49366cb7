using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Worth;
using PartyRules.Documents;

namespace PartyRules.Clauses.Adjustments;

/// <summary>
/// Points from a condition or a measure. Of <c>points</c>, <c>perUnit</c>, <c>bands</c> and <c>rows</c> one is given.
/// </summary>
internal sealed record AdjustmentDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    [Words(typeof(ItemEffect))]
    public required string Effect { get; init; }

    [Words(typeof(WindowWord), WordMeanings.Reference)]
    public string? Per { get; init; }

    public ConditionDocument? When { get; init; }

    public Points? Points { get; init; }

    public string? Measure { get; init; }

    public PerUnitDocument? PerUnit { get; init; }

    public BandsDocument? Bands { get; init; }

    public IReadOnlyList<AdjustmentRowDocument>? Rows { get; init; }

    public Points? Otherwise { get; init; }

    public Points? AtMost { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>One row of a table of conditions.</summary>
internal sealed record AdjustmentRowDocument
{
    public required ConditionDocument When { get; init; }

    public required Points Points { get; init; }
}
