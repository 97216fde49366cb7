namespace PartyRules.Documents;

/// <summary>The dates between which a scheme is in force, both included.</summary>
internal sealed record EffectiveDocument
{
    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; absent for no end: a scheme then holds until its next version begins.</summary>
    public DateOnly? To { get; init; }
}
