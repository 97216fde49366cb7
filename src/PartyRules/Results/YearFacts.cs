namespace PartyRules.Results;

/// <summary>A year of a subject in a scheme with rounds.</summary>
/// <param name="Dossier">The subject, the year and the year's entries.</param>
/// <param name="NotHeld">The rounds of the year that were not held, without those that are left out.</param>
/// <param name="Lacking">The rounds that were held, and in which the subject has no total.</param>
/// <param name="LeftOut">The rounds that are over and were not held, where the year leaves them out.</param>
internal sealed record YearCase(
    Dossier Dossier, IReadOnlyList<Period> NotHeld, IReadOnlyList<Period> Lacking, IReadOnlyList<Period> LeftOut)
{
    /// <summary>Whether every round of the year was held, or is left out.</summary>
    public bool IsComplete => NotHeld.Count == 0;
}

/// <summary>The total that the rounds of a year make.</summary>
/// <param name="Total">The total.</param>
internal sealed record YearTotal(Total Total);
