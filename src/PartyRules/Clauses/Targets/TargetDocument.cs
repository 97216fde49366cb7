using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Targets;

/// <summary>Something of which the share among a pool's subjects is taken.</summary>
internal sealed record TargetDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>
    /// Whose subjects make the pool: <c>parent</c>, <c>category</c> or <c>all</c>. Subjects who are exempt or incomplete are not in it.
    /// </summary>
    [Words(typeof(PoolKind))]
    public required string Pool { get; init; }

    /// <summary>What must hold of a subject, by subject, entries, components and total.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
