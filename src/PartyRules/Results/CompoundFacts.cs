using PartyRules.Schemes;
using PartyRules.Schemes.Records;

namespace PartyRules.Results;

// Facts of schemes that compare entries with each other or look beyond one subject.

/// <summary>What one entry would be worth if nothing else were compared with it.</summary>
/// <param name="entry">The entry.</param>
/// <param name="item">The item that applies.</param>
internal sealed class Candidate(Entry entry, Item item)
{
    public Entry Entry { get; } = entry;

    public Item Item { get; } = item;

    /// <summary>The points, as a magnitude.</summary>
    public Points Points { get; } = item.Worth.Of(entry);

    /// <summary>Among which entries it is selected.</summary>
    public SelectionKey Key => Item.Selection!.KeyOf(Entry);

    public override string ToString() => $"{Item.Code} {Points}";
}

/// <summary>What the ratings of one item by several evaluators make.</summary>
/// <param name="item">The item.</param>
/// <param name="ratings">The ratings, at least one.</param>
internal sealed class Appraisal(Item item, IReadOnlyList<Candidate> ratings)
{
    public Item Item { get; } = item;

    public Points Points { get; } = item.Deducts ? -item.Appraisal!.Combine(ratings) : item.Appraisal!.Combine(ratings);

    public override string ToString() => $"{Item.Code} {Points}";
}

/// <summary>What counts within a component's window after the limits of its items.</summary>
internal sealed class ComponentTally(Component component, Period window, Points recorded)
{
    public Component Component { get; } = component;

    public Period Window { get; } = window;

    public Limit Limit { get; } = component.Limit!;

    public Points Recorded { get; } = recorded;

    public Points Counted { get; } = component.Limit!.Cap(recorded);

    public bool IsOver => Counted != Recorded;

    public override string ToString() => $"{Component.Id} {Window} {Counted}";
}

/// <summary>A component in one window.</summary>
internal readonly record struct ComponentWindow(Component Component, Period Window);

/// <summary>An entry stopped counting.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Clause">The clause that says so.</param>
internal sealed record Lapsed(Entry Entry, Lapse Clause);

/// <summary>The share of a pool's subjects that meet a target in a period.</summary>
/// <param name="Target">The target.</param>
/// <param name="Period">The period.</param>
/// <param name="Met">How many meet it.</param>
/// <param name="Of">How many there are, at least one.</param>
internal sealed record PoolShare(Target Target, Period Period, int Met, int Of);

/// <summary>By how many grades a subject moves.</summary>
internal sealed record GradeMoved(Dossier Dossier, GradeMove Clause);

/// <summary>The total that the rounds of a year make.</summary>
/// <param name="Total">The total.</param>
internal sealed record YearTotal(Total Total);
