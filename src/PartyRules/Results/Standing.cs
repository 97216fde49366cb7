namespace PartyRules.Results;

/// <summary>Where a subject stands at the end of a period, before consequences.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
public sealed class Standing
{
    internal Standing(Total total, GradeDecision? grade, IReadOnlyList<Placing> placings) =>
        (Dossier, Total, Grade, Placings) = (total.Dossier, total, grade, placings);

    /// <summary>Who, and when.</summary>
    public Dossier Dossier { get; }

    /// <summary>The total.</summary>
    public Total Total { get; }

    /// <summary>The grade; null where the scheme gives none.</summary>
    public GradeDecision? Grade { get; }

    /// <summary>The place in the ranking that gives results their rank; null where there is none.</summary>
    public Placing? Placing => Placings.FirstOrDefault(placing => placing.Ranking.Id.Length == 0);

    /// <summary>The places in all rankings, in no stated order.</summary>
    internal IReadOnlyList<Placing> Placings { get; }

    /// <summary>The shares of the subject's pools that meet the scheme's targets.</summary>
    internal IReadOnlyList<PoolShare> Shares { get; init; } = [];

    /// <summary>Subject, period and total.</summary>
    public override string ToString() => $"{Dossier} {Total}";
}
