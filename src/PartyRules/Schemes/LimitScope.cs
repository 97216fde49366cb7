namespace PartyRules.Schemes;

/// <summary>Within what a limit caps: one item, or the items of a component that have no limit of their own.</summary>
/// <remarks>
/// Each limit of a scheme has one scope; two scopes are the same only if they are the same object. Immutable and thread-safe.
/// </remarks>
internal sealed class LimitScope
{
    private readonly LimitUntil[] before;
    private readonly LimitsInTime? next;

    /// <summary>Makes a scope of a limit that changes within a year.</summary>
    internal LimitScope(Component component, Item? item, Limit limit, IReadOnlyList<LimitUntil> before, LimitsInTime? next)
    {
        Component = component;
        Item = item;
        Limit = limit;
        this.before = [.. before];
        this.next = next;
        Straddles = next?.Windows.Any(per => !Period.FitsInto(limit.Per, per)) == true;
    }

    private LimitScope(Component component, Item? item, Limit limit, LimitScope? next)
        : this(component, item, limit, [], next is null ? null : new LimitsInTime([(DateOnly.MaxValue, next)]))
    {
    }

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>The item, or null where the component as a whole is limited.</summary>
    public Item? Item { get; }

    /// <summary>The limit; where it changes within a year, the last one.</summary>
    public Limit Limit { get; }

    /// <summary>The first day of the limit, where an earlier version has none; null for the year's.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the limit, where a later version has none; null for the year's.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether its windows reach over those of the next limit, so that what counts in one belongs to several.</summary>
    public bool Straddles { get; }

    /// <summary>The scope of a limit, and after it those of what it lies within and of the component.</summary>
    public static LimitScope Of(Component component, Item? item, Limit limit)
    {
        var next = item is null ? null : component.Scope;
        foreach (var wider in limit.AndWider.Skip(1).Reverse())
            next = new LimitScope(component, item, wider, next);
        return new LimitScope(component, item, limit, next);
    }

    /// <summary>
    /// The scope whose limit caps what this one leaves of an entry: in force on the window's last day, or, if that is earlier, on the last
    /// day of this limit; where windows reach over those of the next, on the day of the entry. Null for none.
    /// </summary>
    /// <param name="window">The window of this limit.</param>
    /// <param name="day">The day of the entry.</param>
    public LimitScope? Next(Period window, DateOnly day) => next?.On(Straddles ? day : To < window.End ? To.Value : window.End);

    /// <summary>The scopes of an entry, if no limit changes on the way: this one, the next, and so on.</summary>
    public IEnumerable<LimitScope> AndNext
    {
        get
        {
            for (var scope = this; scope is not null; scope = scope.next?.On(DateOnly.MaxValue))
                yield return scope;
        }
    }

    /// <summary>Whether its limit or one that caps what it leaves spans rounds.</summary>
    public bool SpansRounds => AndNext.Any(scope => scope.Limit.SpansRounds);

    /// <summary>The limit of a window: where it changes within a year, what is in force on the window's last day.</summary>
    /// <param name="window">The window.</param>
    public Limit In(Period window)
    {
        foreach (var earlier in before)
        {
            if (window.End <= earlier.Last)
                return earlier.Limit;
        }

        return Limit;
    }

    /// <summary>From when and until when the limit of a window holds, as far as it changes within the year.</summary>
    internal (DateOnly? From, DateOnly? To) DatesOf(Period window)
    {
        var from = From;
        foreach (var (last, _) in before)
        {
            if (window.End <= last)
                return (from, last);
            from = last.AddDays(1);
        }

        return (from, To);
    }

    /// <summary>The item or component.</summary>
    public override string ToString() => Item?.Code ?? Component.Id;
}

/// <summary>A limit that another replaces.</summary>
/// <param name="Last">The last day on which it is in force.</param>
/// <param name="Limit">The limit.</param>
internal readonly record struct LimitUntil(DateOnly Last, Limit Limit);

/// <summary>The limits that cap what another leaves, by the versions of a year in order.</summary>
/// <param name="versions">The last day of each version, and the scope of the limit in it; null for no limit.</param>
internal sealed class LimitsInTime(IReadOnlyList<(DateOnly Last, LimitScope? Scope)> versions)
{
    /// <summary>The lengths of the windows of those limits.</summary>
    public IEnumerable<PeriodKind> Windows =>
        versions.Select(version => version.Scope).OfType<LimitScope>().Select(scope => scope.Limit.Per);

    /// <summary>The scope in force on a day; null for none.</summary>
    public LimitScope? On(DateOnly day)
    {
        foreach (var (last, scope) in versions)
        {
            if (day <= last)
                return scope;
        }

        return versions[^1].Scope;
    }
}
