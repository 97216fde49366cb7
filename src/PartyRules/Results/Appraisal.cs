using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>What the ratings of one item by several evaluators make.</summary>
/// <param name="item">The item.</param>
/// <param name="points">What they make, as a magnitude.</param>
internal sealed class Appraisal(Item item, Points points)
{
    public Item Item { get; } = item;

    public Points Points { get; } = points;

    public override string ToString() => $"{Item.Code} {Points}";
}
