using System.Text.Json.Serialization;
using PartyRules.Documents;

namespace PartyRules.Clauses.Components;

/// <summary>That what a component's items take away is spent, of what was there on the day.</summary>
internal sealed record BalanceDocument
{
    [Words(typeof(OverdrawnWord))]
    public required string Overdrawn { get; init; }

    public required FindingDocument Finding { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>What an entry means that spends more than was there on its day.</summary>
internal enum OverdrawnWord
{
    [JsonStringEnumMemberName("counts")]
    Counts,
    [JsonStringEnumMemberName("left-out")]
    LeftOut,
}
