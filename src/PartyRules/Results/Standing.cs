namespace PartyRules.Results;

/// <summary>Where a subject stands at the end of a period, before consequences.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
public sealed class Standing
{
    internal Standing(Total total, GradeDecision? grade, Placing? placing) =>
        (Dossier, Total, Grade, Placing) = (total.Dossier, total, grade, placing);

    /// <summary>Who, and when.</summary>
    public Dossier Dossier { get; }

    /// <summary>The total.</summary>
    public Total Total { get; }

    /// <summary>The grade; null where the scheme gives none.</summary>
    public GradeDecision? Grade { get; }

    /// <summary>The place; null where the scheme ranks nobody.</summary>
    public Placing? Placing { get; }

    /// <summary>The shares of the subject's pools that meet the scheme's targets.</summary>
    internal IReadOnlyList<PoolShare> Shares { get; init; } = [];

    /// <summary>Subject, period and total.</summary>
    public override string ToString() => $"{Dossier} {Total}";
}
