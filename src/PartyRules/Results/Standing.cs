namespace PartyRules.Results;

/// <summary>Where a subject stands at the end of a period, before consequences.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
/// <param name="total">The total.</param>
/// <param name="grade">The grade; null where the scheme gives none.</param>
/// <param name="placing">The place; null where the scheme ranks nobody.</param>
public sealed class Standing(Total total, GradeDecision? grade, Placing? placing)
{
    /// <summary>Who, and when.</summary>
    public Dossier Dossier { get; } = total.Dossier;

    /// <summary>The total.</summary>
    public Total Total { get; } = total;

    /// <summary>The grade; null where the scheme gives none.</summary>
    public GradeDecision? Grade { get; } = grade;

    /// <summary>The place; null where the scheme ranks nobody.</summary>
    public Placing? Placing { get; } = placing;

    /// <summary>The shares of the subject's pools that meet the scheme's targets.</summary>
    internal IReadOnlyList<PoolShare> Shares { get; init; } = [];

    /// <summary>Subject, period and total.</summary>
    public override string ToString() => $"{Dossier} {Total}";
}
