using System.Text.Json.Serialization;
using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;

namespace PartyRules.Clauses.Exemptions;

/// <summary>When a subject is left out of scoring.</summary>
internal sealed record ExemptionDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>
    /// <c>exempt</c>: the row carries its status alone; <c>pending</c>: it is incomplete, with the clause as a finding. <c>exempt</c> by
    /// default.
    /// </summary>
    [Words(typeof(ExemptionEffect))]
    public string As { get; init => field = value ?? "exempt"; } = "exempt";

    /// <summary>The condition; it may look at the subject and the entries only.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What the exemption rests on.</summary>
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
