using PartyRules.Conditions;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>A named state of a subject in a round that is counted over the year.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="When">The condition on the round.</param>
/// <param name="Cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/marks.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed record MarkClause(string Id, LocalText Name, Condition When, Citation Cites);
