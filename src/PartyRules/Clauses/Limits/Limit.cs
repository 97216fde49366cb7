namespace PartyRules.Schemes;

/// <summary>The most that counts within a window of time.</summary>
/// <remarks>A round's window is resolved to the scheme's round when the scheme is read.</remarks>
/// <param name="Per">The window.</param>
/// <param name="Points">The most points that count in one window, as a magnitude.</param>
/// <param name="Finding">The finding raised where more was recorded; null for none.</param>
/// <param name="Cites">What it rests on; null where it is the component's citation.</param>
/// <seealso href="docs/schemes/clauses/limits.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed record Limit(PeriodKind Per, Points Points, FindingText? Finding, Citation Cites)
{
    /// <summary>What counts of a signed sum: not further from zero than the limit.</summary>
    internal Points Cap(Points recorded) => recorded.Within(-Points, Points);
}

/// <summary>Within what a limit caps: one item, or the items of a component that have no limit of their own.</summary>
/// <remarks>Each limit of a scheme has one scope; two scopes are the same only if they are the same object. Immutable and thread-safe.</remarks>
public sealed class LimitScope
{
    internal LimitScope(Component component, Item? item, Limit limit)
    {
        Component = component;
        Item = item;
        Limit = limit;
    }

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>The item, or null where the component as a whole is limited.</summary>
    public Item? Item { get; }

    /// <summary>The limit.</summary>
    public Limit Limit { get; }

    /// <summary>The item or component.</summary>
    public override string ToString() => Item?.Code ?? Component.Id;
}
