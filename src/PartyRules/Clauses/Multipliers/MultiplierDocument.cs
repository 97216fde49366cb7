using System.Text.Json.Serialization;
using PartyRules.Clauses.Conditions;
using PartyRules.Documents;

namespace PartyRules.Clauses.Multipliers;

/// <summary>
/// What points are multiplied by. Of <c>factor</c>, <c>percent</c>, <c>records</c>, <c>rate</c>, <c>attribute</c>, <c>measure</c> and
/// <c>rows</c> one is given.
/// </summary>
internal sealed record MultiplierDocument
{
    public Points? Factor { get; init; }

    public Points? Percent { get; init; }

    public IReadOnlyList<string>? Records { get; init; }

    public RateDocument? Rate { get; init; }

    public string? Attribute { get; init; }

    public string? Measure { get; init; }

    [Words(typeof(RatioWord))]
    public string? As { get; init; }

    public IReadOnlyList<FactorBandDocument>? Bands { get; init; }

    public IReadOnlyList<FactorRowDocument>? Rows { get; init; }

    public Points? Otherwise { get; init; }

    public ConditionDocument? When { get; init; }

    [Words(typeof(Multiplied))]
    public string Multiplies { get; init => field = value ?? "everything"; } = "everything";

    public required CitationDocument Cites { get; init; }
}

/// <summary>A share of entries.</summary>
internal sealed record RateDocument
{
    public required IReadOnlyList<string> Of { get; init; }

    public required IReadOnlyList<string> Among { get; init; }
}

/// <summary>A band of a measure with its factor. Of <c>from</c> and <c>above</c> one is given.</summary>
internal sealed record FactorBandDocument
{
    public Points? From { get; init; }

    public Points? Above { get; init; }

    public required Points Factor { get; init; }
}

/// <summary>One row of a table of factors.</summary>
internal sealed record FactorRowDocument
{
    public required ConditionDocument When { get; init; }

    public required Points Factor { get; init; }
}

/// <summary>What of a component's points is multiplied.</summary>
internal enum Multiplied
{
    [JsonStringEnumMemberName("everything")]
    Everything,
    [JsonStringEnumMemberName("additions")]
    Additions,
}
