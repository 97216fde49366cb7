namespace PartyRules.Documents;

/// <summary>A mandatory statement of rounding.</summary>
[FixedNumbers]
internal sealed record RoundingDocument
{
    [Words(typeof(RoundingWord))]
    public required string Mode { get; init; }

    public int? Places { get; init; }
}
