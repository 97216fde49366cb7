namespace PartyRules.Documents;

/// <summary>The dates between which a scheme is in force, both included.</summary>
internal sealed record EffectiveDocument
{
    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }
}
