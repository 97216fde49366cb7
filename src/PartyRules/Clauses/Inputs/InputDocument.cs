using System.Text.Json.Serialization;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Inputs;

/// <summary>Another result whose total counts towards a component.</summary>
internal sealed record CarriedDocument
{
    /// <summary>The input's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>The percentage of the other total that counts.</summary>
    public required Points Percent { get; init; }

    /// <summary>What a missing result means: <c>zero</c> or <c>incomplete</c>. Must be stated.</summary>
    [Words(typeof(CarriedMissing))]
    public required string Missing { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}

/// <summary>A result of another scheme, or of an earlier year.</summary>
internal sealed record InputDocument
{
    /// <summary>The identifier by which clauses name it.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The scheme that gave it; this scheme's own id for an earlier year.</summary>
    public required string Scheme { get; init; }

    /// <summary>How many years before the assessed one it was given; 0 by default.</summary>
    public int YearsBefore { get; init; }

    /// <summary>
    /// Whose result it is: the subject's own (<c>self</c>), its <c>parent</c>'s, or that of the subject a further column names
    /// (<c>attribute</c>).
    /// </summary>
    [Words(typeof(InputOwner))]
    public required string From { get; init; }

    /// <summary>The further column, where <c>from</c> is <c>attribute</c>.</summary>
    public string? Attribute { get; init; }

    /// <summary>What it rests on.</summary>
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
}
