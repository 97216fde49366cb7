using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>The share of a pool's subjects that meet a target in a period.</summary>
/// <param name="Target">The target.</param>
/// <param name="Period">The period.</param>
/// <param name="Met">How many meet it.</param>
/// <param name="Of">How many there are, at least one.</param>
internal sealed record PoolShare(Target Target, Period Period, int Met, int Of) : IKnownShare
{
    public string Id => Target.Id;
}
