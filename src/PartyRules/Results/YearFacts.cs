namespace PartyRules.Results;

/// <summary>A year of a subject in a scheme with rounds.</summary>
/// <param name="Dossier">The subject, the year and the year's entries.</param>
/// <param name="IsComplete">Whether every round of the year was held.</param>
internal sealed record YearCase(Dossier Dossier, bool IsComplete);

/// <summary>The total that the rounds of a year make.</summary>
/// <param name="Total">The total.</param>
internal sealed record YearTotal(Total Total);
