namespace PartyRules.Validation;

/// <summary>A column of the table <c>subjects</c> that clauses of a scheme look at.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Column">The column: <c>parent</c>, <c>previousGrade</c> or the name of an attribute.</param>
/// <param name="Clauses">The references of the clauses that look at it, such as <c>linhe/ranking</c>, separated by commas.</param>
/// <param name="IsNumber">Whether its values are numbers.</param>
/// <param name="MayBeAbsent">
/// Whether only conditions look at it, which then find it empty, as in a first year the grade of the year before. What clauses multiply by,
/// compare by or take a result by cannot be absent.
/// </param>
public sealed record ColumnNeed(string Column, string Clauses, bool IsNumber, bool MayBeAbsent);
