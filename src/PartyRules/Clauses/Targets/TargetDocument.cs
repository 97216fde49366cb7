using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Targets;

/// <summary>Something of which the share among a pool's subjects is taken.</summary>
internal sealed record TargetDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    [Words(typeof(PoolKind))]
    public required string Pool { get; init; }

    public required ConditionDocument When { get; init; }

    public required CitationDocument Cites { get; init; }
}
