using PartyRules.Clauses.Conditions;
using PartyRules.Documents;

namespace PartyRules.Clauses.Multipliers;

/// <summary>
/// What points are multiplied by. Of <c>factor</c>, <c>percent</c>, <c>records</c>, <c>rate</c> and <c>attribute</c> one is given.
/// </summary>
internal sealed record MultiplierDocument
{
    public Points? Factor { get; init; }

    public Points? Percent { get; init; }

    public IReadOnlyList<string>? Records { get; init; }

    public RateDocument? Rate { get; init; }

    public string? Attribute { get; init; }

    public Points? Otherwise { get; init; }

    public ConditionDocument? When { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>A share of entries.</summary>
internal sealed record RateDocument
{
    public required IReadOnlyList<string> Of { get; init; }

    public required IReadOnlyList<string> Among { get; init; }
}
