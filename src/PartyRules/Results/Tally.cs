using System.Runtime.CompilerServices;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>A limit's scope in one window.</summary>
/// <remarks>Equality is of the scope's object and the window. Immutable and thread-safe.</remarks>
/// <param name="Scope">The scope.</param>
/// <param name="Window">The window.</param>
internal readonly record struct LimitWindow(LimitScope Scope, Period Window)
{
    /// <summary>Whether both are the same scope in the same window.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(LimitWindow other) => Scope == other.Scope && Window == other.Window;

    /// <inheritdoc/>
    public override int GetHashCode() => (RuntimeHelpers.GetHashCode(Scope) * 397) ^ Window.GetHashCode();
}

/// <summary>What the credits within one limit's scope add up to in one window.</summary>
/// <remarks>A struct, because every window of every limit of every subject yields one. The default value is no tally.</remarks>
[Occurrence]
public readonly record struct Tally
{
    private readonly LimitWindow window;

    /// <summary>Caps a sum: where earlier rounds have used of the limit, at what they leave of it.</summary>
    internal Tally(Dossier dossier, LimitWindow window, Points recorded, Points earlier)
    {
        Dossier = dossier;
        this.window = window;
        Recorded = recorded;
        Counted = Item is null && Component.LimitsTallies ? recorded
            : earlier == 0 ? Limit.Cap(recorded, dossier)
            : Limit.Cap(earlier + recorded, dossier) - Limit.Cap(earlier, dossier);
    }

    /// <summary>The limit's scope in its window.</summary>
    internal LimitWindow Of => window;

    /// <summary>Whose entries they are.</summary>
    public Dossier Dossier { get; }

    /// <summary>The component.</summary>
    public Component Component => window.Scope.Component;

    /// <summary>The item, or null where the component as a whole is limited.</summary>
    public Item? Item => window.Scope.Item;

    /// <summary>The limit.</summary>
    public Limit Limit => window.Scope.In(window.Window);

    /// <summary>The window.</summary>
    public Period Window => window.Window;

    /// <summary>The sum before the limit, signed.</summary>
    public Points Recorded { get; }

    /// <summary>The sum after the limit, signed: not further from zero than the limit.</summary>
    /// <remarks>Where the component's limit also caps what limits of its items leave, it is kept once, after them, and not here.</remarks>
    public Points Counted { get; }

    /// <summary>Whether the limit took something away.</summary>
    public bool IsOver => Counted != Recorded;

    /// <summary>Whether the component's limit also caps what this limit leaves.</summary>
    internal bool IsLimitedAgain =>
        Component.LimitsTallies && (window.Scope.OfComponent(Window) is not null || window.Scope.Straddles);

    /// <summary>Whether what counts belongs to several windows of the component's limit.</summary>
    internal bool IsSplit => Component.SplitsTallies && window.Scope.Straddles;

    /// <summary>The component in the window of its own limit, for limits that cap what limits of items leave.</summary>
    internal ComponentWindow ComponentWindow =>
        window.Scope.OfComponent(Window) is { } scope
            ? new(Component, scope, Window.Kind == scope.Limit.Per ? Window : scope.Limit.WindowOf(Window.Start))
            : throw new InvalidOperationException($"{Component.Id} has no limit.");

    /// <summary>From when and until when the limit holds, as far as it changes within the year.</summary>
    internal (DateOnly? From, DateOnly? To) Dates => window.Scope.DatesOf(window.Window);

    /// <summary>What was tallied, the window and the points.</summary>
    public override string ToString() => $"{window.Scope} {Window} {Counted}";
}

/// <summary>What of an item's limit counts in one window of the component's limit.</summary>
internal sealed class TallyPart(LimitWindow whole, ComponentWindow window, Points counted)
{
    /// <summary>The item's limit and its window.</summary>
    public LimitWindow Whole => whole;

    /// <summary>The component in the window of its own limit.</summary>
    public ComponentWindow Window => window;

    /// <summary>The points, signed.</summary>
    public Points Counted => counted;

    /// <summary>
    /// Splits what counts within an item's limit by the windows of the component's limit: the earliest entries fill the item's limit first.
    /// A limit whose windows lie within those of the component's is one part.
    /// </summary>
    public static IEnumerable<TallyPart> Split(Tally tally, IEnumerable<Credit> credits)
    {
        if (!tally.IsSplit)
            return [new TallyPart(tally.Of, tally.ComponentWindow, tally.Counted)];
        var (recorded, limit) = (Points.Zero, tally.Limit);
        var parts = new Dictionary<ComponentWindow, Points>();
        foreach (var credit in credits.OrderBy(credit => credit.Entry, Comparer<Entry>.Create(Entry.Compare)))
        {
            var before = limit.Cap(recorded, tally.Dossier);
            recorded += credit.Points;
            var window = tally.Of.Scope.OfComponent(credit.Entry.Date);
            parts[window] = parts.GetValueOrDefault(window) + limit.Cap(recorded, tally.Dossier) - before;
        }

        return parts.Select(part => new TallyPart(tally.Of, part.Key, part.Value));
    }

    public override string ToString() => $"{whole.Scope} {whole.Window} {window.Window} {Counted}";
}

/// <summary>What counts within a component's window after the limits of its items.</summary>
/// <param name="window">The component in the window of its limit.</param>
/// <param name="recorded">What limits of items have left.</param>
/// <param name="dossier">Whose entries they are.</param>
internal sealed class ComponentTally(ComponentWindow window, Points recorded, Dossier dossier)
{
    public Component Component => window.Component;

    public Period Window => window.Window;

    /// <summary>The limit; null where there is none on the days of the entries.</summary>
    public Limit? Limit { get; } = window.Scope?.In(window.Window);

    public Points Recorded { get; } = recorded;

    public Points Counted { get; } = window.Scope?.In(window.Window).Cap(recorded, dossier) ?? recorded;

    public bool IsOver => Counted != Recorded;

    public (DateOnly? From, DateOnly? To) Dates => window.Scope?.DatesOf(window.Window) ?? default;

    public override string ToString() => $"{Component.Id} {Window} {Counted}";
}
