namespace PartyRules;

/// <summary>An entry that stopped counting.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Clause">The identifier of the clause by which it did.</param>
/// <param name="Cites">What that clause rests on.</param>
internal sealed record Lapsed(Entry Entry, string Clause, Citation Cites);
