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

    /// <summary>Caps a sum, by the only limit that there is.</summary>
    internal Tally(Dossier dossier, LimitWindow window, Points recorded)
    {
        (Dossier, this.window, Recorded) = (dossier, window, recorded);
        Counted = Kept = Limit.Cap(recorded, dossier);
    }

    /// <summary>Tells what one of several limits has capped.</summary>
    internal Tally(Dossier dossier, LimitWindow window, Points recorded, Points counted, Points kept) =>
        (Dossier, this.window, Recorded, Counted, Kept) = (dossier, window, recorded, counted, kept);

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

    /// <summary>The sum before the limit, signed: what is recorded, or what the limit before it leaves.</summary>
    public Points Recorded { get; }

    /// <summary>The sum after the limit, signed: not further from zero than the limit, or than what earlier rounds leave of it.</summary>
    public Points Counted { get; }

    /// <summary>What counts towards the component as it is, because no other limit caps it.</summary>
    internal Points Kept { get; }

    /// <summary>Whether the limit took something away.</summary>
    public bool IsOver => Counted != Recorded;

    /// <summary>From when and until when the limit holds, as far as it changes within the year.</summary>
    internal (DateOnly? From, DateOnly? To) Dates => window.Scope.DatesOf(window.Window);

    /// <summary>What was tallied, the window and the points.</summary>
    public override string ToString() => $"{window.Scope} {Window} {Counted}";
}
