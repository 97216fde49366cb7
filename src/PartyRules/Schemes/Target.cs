using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>Something of which the share among a pool's subjects is taken.</summary>
/// <seealso href="docs/schemes/clauses/targets.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Target(string id, LocalText name, PoolKind pool, Condition when, Citation cites)
{
    public string Id { get; } = id;

    public LocalText Name { get; } = name;

    public PoolKind Pool { get; } = pool;

    public Condition When { get; } = when;

    public Citation Cites { get; } = cites;
}
