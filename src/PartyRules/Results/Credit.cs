using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>What one entry is worth by the item that applies to it, before any limit.</summary>
/// <remarks>A struct, because every entry of every subject yields one. The default value is no credit.</remarks>
[Occurrence]
public readonly record struct Credit
{
    private readonly LimitScope? scope;

    /// <summary>Makes a credit.</summary>
    internal Credit(Entry entry, Item item, Dossier dossier)
        : this(entry, item, item.Worth.Of(entry, dossier))
    {
    }

    /// <summary>Makes a credit of points, as a magnitude, that are not what the entry is worth by itself.</summary>
    internal Credit(Entry entry, Item item, Points points)
    {
        Entry = entry;
        Item = item;
        scope = item.Scope;
        Points = item.Deducts ? -points : points;
    }

    /// <summary>The entry.</summary>
    public Entry Entry { get; }

    /// <summary>The item that applies to it.</summary>
    public Item Item { get; }

    /// <summary>The points, as a signed number: negative where the item deducts.</summary>
    public Points Points { get; }

    /// <summary>The limit that caps the credit: the item's own, else the component's; null for none.</summary>
    public Limit? Limit => scope?.Limit;

    /// <summary>The component to which the points go as they are, because no limit caps them; null where one does.</summary>
    internal Component? UnlimitedIn => scope is null ? Item.Component : null;

    /// <summary>Whether one limit caps the credit, within a round, and no other.</summary>
    internal bool IsLimitedOnce => scope is { Component.Cascades: false };

    /// <summary>The component whose limits cap the credit one after the other, or over rounds; null where they do not.</summary>
    internal Component? CascadesIn => scope is { Component: { Cascades: true } component } ? component : null;

    /// <summary>The scope of its first limit; null for no limit.</summary>
    internal LimitScope? Scope => scope;

    /// <summary>Within what the limit caps, and in which window.</summary>
    /// <exception cref="InvalidOperationException">There is no limit.</exception>
    internal LimitWindow LimitWindow => scope is { } within
        ? new LimitWindow(within, within.Limit.WindowOf(Entry))
        : throw new InvalidOperationException($"{Item.Code} has no limit.");

    /// <summary>The item and the points.</summary>
    public override string ToString() => $"{Item.Code} {Points}";
}
