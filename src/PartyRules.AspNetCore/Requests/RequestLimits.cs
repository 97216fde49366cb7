namespace PartyRules.AspNetCore.Requests;

/// <summary>How much a request may bring.</summary>
/// <param name="BodyBytes">The bytes of its body.</param>
/// <param name="Subjects">How many subjects.</param>
/// <param name="Entries">How many entries, and how many earlier results.</param>
internal sealed record RequestLimits(int BodyBytes, int Subjects, int Entries);
