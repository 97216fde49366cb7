using PartyRules.Conditions;
using PartyRules.Engine.Fluent;

namespace PartyRules.Schemes;

/// <summary>When a subject is left out of scoring.</summary>
/// <remarks>Equality is of its members. Immutable and thread-safe.</remarks>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="When">The condition, on the subject and the entries.</param>
/// <param name="Cites">What it rests on.</param>
/// <seealso href="docs/schemes/clauses/exemptions.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed record ExemptionClause(string Id, LocalText Name, Condition When, Citation Cites)
{
    /// <summary>Whether the subject is pending, so that its row is incomplete, rather than exempt.</summary>
    internal bool IsPending { get; init; }
}
