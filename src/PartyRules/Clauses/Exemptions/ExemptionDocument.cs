using System.Text.Json.Serialization;
using PartyRules.Clauses.Conditions;
using PartyRules.Documents;

namespace PartyRules.Clauses.Exemptions;

/// <summary>When a subject is left out of scoring.</summary>
internal sealed record ExemptionDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    [Words(typeof(ExemptionEffect))]
    public string As { get; init => field = value ?? "exempt"; } = "exempt";

    public required ConditionDocument When { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>What an exemption does.</summary>
internal enum ExemptionEffect
{
    [JsonStringEnumMemberName("exempt")]
    Exempt,
    [JsonStringEnumMemberName("pending")]
    Pending,
}
