namespace PartyRules.Schemes;

/// <summary>The most that counts within a window of time.</summary>
/// <remarks>Two limits are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/limits.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class Limit
{
    internal Limit(PeriodKind per, Amount points, FindingText? finding, Citation cites) =>
        (Per, Points, Finding, Cites) = (per, points, finding, cites);

    /// <summary>The window; that of a round is the length of the scheme's round.</summary>
    public PeriodKind Per { get; }

    /// <summary>The most points that count in one window, as a magnitude: zero or more, for what adds and for what takes away.</summary>
    public Amount Points { get; }

    /// <summary>The finding raised where more was recorded; null for none.</summary>
    public FindingText? Finding { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>The month in which the scheme's years begin.</summary>
    internal int FirstMonth { get; init; } = 1;

    /// <summary>The window in which a day is.</summary>
    internal Period WindowOf(DateOnly day) => Period.Containing(day, Per, FirstMonth);

    /// <summary>The window in which an entry is.</summary>
    internal Period WindowOf(Entry entry) => Period.Containing(entry, Per, FirstMonth);

    /// <summary>Whether it is one for all items of the code.</summary>
    internal bool IsShared { get; init; }

    /// <summary>Whether its windows are longer than a round, which then counts what earlier rounds leave of it.</summary>
    internal bool SpansRounds { get; init; }

    /// <summary>What counts of a signed sum: not further from zero than the limit.</summary>
    internal Points Cap(Points recorded, Dossier dossier) => Points.Of(dossier) is var most ? recorded.Within(-most, most) : recorded;

    /// <summary>The points and the window.</summary>
    public override string ToString() => $"{Points} per {Per}";
}

/// <summary>Within what a limit caps: one item, or the items of a component that have no limit of their own.</summary>
/// <remarks>
/// Each limit of a scheme has one scope; two scopes are the same only if they are the same object. Immutable and thread-safe.
/// </remarks>
internal sealed class LimitScope
{
    private readonly LimitUntil[] before;
    private readonly LimitsOfComponent? ofComponent;

    internal LimitScope(
        Component component, Item? item, Limit limit, IReadOnlyList<LimitUntil>? before = null, LimitsOfComponent? ofComponent = null)
    {
        Component = component;
        Item = item;
        Limit = limit;
        this.before = [.. before ?? []];
        this.ofComponent = ofComponent;
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

    /// <summary>
    /// The scope of the component as a whole in a window; null where the component has no limit on the window's last day, or, if that is
    /// earlier, on the last day of this limit.
    /// </summary>
    internal LimitScope? OfComponent(Period window) =>
        Item is null ? this : ofComponent is null ? Component.Scope : ofComponent.On(To < window.End ? To.Value : window.End);

    /// <summary>Whether its windows reach over those of the component's limit, so that what counts in one belongs to several.</summary>
    internal bool Straddles => Item is not null
        && (ofComponent is null
            ? Component.Limit is { } limit && !Period.FitsInto(Limit.Per, limit.Per)
            : ofComponent.Windows.Any(per => !Period.FitsInto(Limit.Per, per)));

    /// <summary>The component in the window of its own limit in which a day is; without a scope where it has no limit on the day.</summary>
    internal ComponentWindow OfComponent(DateOnly day) =>
        (ofComponent is null ? Component.Scope : ofComponent.On(day)) is { } scope
            ? new ComponentWindow(Component, scope, scope.Limit.WindowOf(day))
            : new ComponentWindow(Component, null, default);

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

    /// <summary>From when and until when the limit of a window holds, as far as it changes within a year.</summary>
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

/// <summary>The limits of a component as a whole in a year in which they change: by the versions of the year, in order.</summary>
/// <param name="versions">The last day of each version, and the scope of the component's limit in it; null for no limit.</param>
internal sealed class LimitsOfComponent(IReadOnlyList<(DateOnly Last, LimitScope? Scope)> versions)
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

/// <summary>A component in one window of its own limit.</summary>
/// <remarks>Equality is of the component's and the scope's objects, and the window. Immutable and thread-safe.</remarks>
/// <param name="Component">The component.</param>
/// <param name="Scope">The scope of its limit; null for no limit.</param>
/// <param name="Window">The window; the default for no limit.</param>
internal readonly record struct ComponentWindow(Component Component, LimitScope? Scope, Period Window);
