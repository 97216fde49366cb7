using System.Text.Json.Serialization;
using PartyRules.Documents;

namespace PartyRules.Clauses.Inputs;

/// <summary>Another result whose total counts towards a component.</summary>
internal sealed record CarriedDocument
{
    public required string Of { get; init; }

    public required Points Percent { get; init; }

    [Words(typeof(CarriedMissing))]
    public required string Missing { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>A result of another scheme, or of an earlier year.</summary>
internal sealed record InputDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public required string Scheme { get; init; }

    public int YearsBefore { get; init; }

    [Words(typeof(InputOwner))]
    public required string From { get; init; }

    public string? Attribute { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>What a carried result counts where it is not known.</summary>
internal enum CarriedMissing
{
    [JsonStringEnumMemberName("zero")]
    Zero,
    [JsonStringEnumMemberName("incomplete")]
    Incomplete,
}

/// <summary>Whose result is looked at.</summary>
internal enum InputOwner
{
    [JsonStringEnumMemberName("self")]
    Self,
    [JsonStringEnumMemberName("parent")]
    Parent,
    [JsonStringEnumMemberName("attribute")]
    Attribute,
    [JsonStringEnumMemberName("children")]
    Children,
}
