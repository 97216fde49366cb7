using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>What one entry would be worth if nothing else were compared with it.</summary>
/// <param name="entry">The entry.</param>
/// <param name="item">The item that applies.</param>
/// <param name="dossier">Whose entry it is, and in which period.</param>
internal sealed class Candidate(Entry entry, Item item, Dossier dossier)
{
    public Entry Entry { get; } = entry;

    public Item Item { get; } = item;

    /// <summary>The points, as a magnitude.</summary>
    public Points Points { get; } = item.Worth.Of(entry, dossier);

    /// <summary>Among which entries it is selected.</summary>
    public SelectionKey Key => Item.Selection!.KeyOf(Entry);

    public override string ToString() => $"{Item.Code} {Points}";
}
