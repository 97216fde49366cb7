using System.Text.Json.Serialization;
using PartyRules.Clauses.Amounts;
using PartyRules.Documents;

namespace PartyRules.Clauses.Limits;

/// <summary>The most that counts within a window of time.</summary>
internal sealed record LimitDocument
{
    [Words(typeof(WindowWord))]
    public required string Per { get; init; }

    public required StatedAmount Points { get; init; }

    [Words(typeof(LimitVariants))]
    public string? Variants { get; init; }

    public FindingDocument? Finding { get; init; }

    public LimitDocument? Within { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>How a limit holds for several items of one code.</summary>
internal enum LimitVariants
{
    [JsonStringEnumMemberName("together")]
    Together,
    [JsonStringEnumMemberName("each")]
    Each,
}
