namespace PartyRules.Documents;

/// <summary>A mandatory statement of rounding.</summary>
internal sealed record RoundingDocument
{
    /// <summary><c>none</c>, <c>half-up</c>, <c>half-even</c>, <c>down</c> or <c>up</c>.</summary>
    [Words(typeof(RoundingWord))]
    public required string Mode { get; init; }

    /// <summary>Decimal places kept, 0 to 6; required unless the mode is <c>none</c>.</summary>
    public int? Places { get; init; }
}
