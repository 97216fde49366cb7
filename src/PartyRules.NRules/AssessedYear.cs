namespace PartyRules.NRules;

/// <summary>The fact of a session that says for which year the subjects in it are assessed. A session has one.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Year">The calendar year.</param>
public sealed record AssessedYear(int Year);
