using System.Text.Json.Serialization;
using PartyRules.Documents;

namespace PartyRules.Clauses.Crediting;

/// <summary>Entries that count for a linked subject.</summary>
internal sealed record CreditingDocument
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Of { get; init; }

    [Words(typeof(CreditedTo))]
    public required string To { get; init; }

    public string? Attribute { get; init; }

    [Words(typeof(CreditedFor))]
    public required string CountsFor { get; init; }

    [Words(typeof(MissingLink))]
    public required string Missing { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>Who the linked subject is.</summary>
internal enum CreditedTo
{
    [JsonStringEnumMemberName("attribute")]
    Attribute,
    [JsonStringEnumMemberName("parent")]
    Parent,
}

/// <summary>For whom the entries count where there is a linked subject.</summary>
internal enum CreditedFor
{
    [JsonStringEnumMemberName("linked")]
    Linked,
    [JsonStringEnumMemberName("both")]
    Both,
}

/// <summary>What it means that a subject names no other.</summary>
internal enum MissingLink
{
    [JsonStringEnumMemberName("self")]
    Self,
    [JsonStringEnumMemberName("refused")]
    Refused,
}
