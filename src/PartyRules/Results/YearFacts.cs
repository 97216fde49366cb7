namespace PartyRules.Results;

/// <summary>A year of a subject in a scheme with rounds.</summary>
/// <param name="Dossier">The subject, the year and the year's entries.</param>
/// <param name="NotHeld">The rounds of the year that were not held.</param>
/// <param name="Lacking">The rounds that were held, and in which the subject has no total.</param>
internal sealed record YearCase(Dossier Dossier, IReadOnlyList<Period> NotHeld, IReadOnlyList<Period> Lacking)
{
    /// <summary>Whether every round of the year was held.</summary>
    public bool IsComplete => NotHeld.Count == 0;
}

/// <summary>The total that the rounds of a year make.</summary>
/// <param name="Total">The total.</param>
internal sealed record YearTotal(Total Total);
