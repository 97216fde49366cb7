using PartyRules.Schemes;

namespace PartyRules.Results;

// Facts that the built-in rules yield on the way from entries to an assessment. Those that are classes are each a fact of their own;
// the records are the same fact where their values are equal.

/// <summary>What one entry is worth by the item that applies to it, before any limit.</summary>
/// <param name="entry">The entry.</param>
/// <param name="item">The item that applies.</param>
public sealed class Credit(Entry entry, Item item)
{
    /// <summary>The entry.</summary>
    public Entry Entry { get; } = entry;

    /// <summary>The item that applies to it.</summary>
    public Item Item { get; } = item;

    /// <summary>The points, as a signed number: negative where the item deducts.</summary>
    public Points Points { get; } = item.Deducts ? -item.Worth.Of(entry) : item.Worth.Of(entry);

    /// <summary>The item and the points.</summary>
    public override string ToString() => $"{Item.Code} {Points}";
}

/// <summary>What the credits of one limited item, or of one limited component, add up to within one window.</summary>
/// <param name="component">The component.</param>
/// <param name="item">The item, or null where the component as a whole is limited.</param>
/// <param name="limit">The limit.</param>
/// <param name="window">The window.</param>
/// <param name="recorded">The sum before the limit, signed.</param>
public sealed class Tally(Component component, Item? item, Limit limit, Period window, Points recorded)
{
    /// <summary>The component.</summary>
    public Component Component { get; } = component;

    /// <summary>The item, or null where the component as a whole is limited.</summary>
    public Item? Item { get; } = item;

    /// <summary>The limit.</summary>
    public Limit Limit { get; } = limit;

    /// <summary>The window.</summary>
    public Period Window { get; } = window;

    /// <summary>The sum before the limit, signed.</summary>
    public Points Recorded { get; } = recorded;

    /// <summary>The sum after the limit, signed: not further from zero than the limit.</summary>
    public Points Counted { get; } = Points.Max(-limit.Points, Points.Min(limit.Points, recorded));

    /// <summary>Whether the limit took something away.</summary>
    public bool IsOver => Counted != Recorded;

    /// <summary>What was tallied, the window and the points.</summary>
    public override string ToString() => $"{Item?.Code ?? Component.Id} {Window} {Counted}";
}

/// <summary>The score of one component.</summary>
/// <param name="component">The component.</param>
/// <param name="sum">What its items add, less what they deduct, after the limits.</param>
public sealed class ComponentScore(Component component, Points sum)
{
    /// <summary>The component.</summary>
    public Component Component { get; } = component;

    /// <summary>What its items add, less what they deduct, after the limits and before start, minimum and maximum.</summary>
    public Points Sum { get; } = sum;

    /// <summary>The score: start plus sum, kept within minimum and maximum.</summary>
    public Points Points { get; } = component.Score(sum);

    /// <summary>The component and its points.</summary>
    public override string ToString() => $"{Component.Id} {Points}";
}

/// <summary>The total of all components.</summary>
/// <param name="dossier">Whose total.</param>
/// <param name="scores">The scores, in the scheme's order of components.</param>
/// <param name="points">Their sum.</param>
public sealed class Total(Dossier dossier, IReadOnlyList<ComponentScore> scores, Points points)
{
    /// <summary>Whose total it is.</summary>
    public Dossier Dossier { get; } = dossier;

    /// <summary>The scores, in the scheme's order of components.</summary>
    public IReadOnlyList<ComponentScore> Scores { get; } = scores;

    /// <summary>Their sum.</summary>
    public Points Points { get; } = points;

    /// <summary>The points.</summary>
    public override string ToString() => Points.ToString();
}

/// <summary>The grade of a subject.</summary>
/// <param name="dossier">Whose grade.</param>
/// <param name="grade">The grade.</param>
/// <param name="forced">The clause that gave it whatever the total; null where the total did.</param>
/// <param name="rise">By how many grades the subject rose; null where the previous grade is unknown.</param>
public sealed class GradeDecision(Dossier dossier, GradeBand grade, ForcedGradeClause? forced, int? rise)
{
    /// <summary>Whose grade it is.</summary>
    public Dossier Dossier { get; } = dossier;

    /// <summary>The grade.</summary>
    public GradeBand Grade { get; } = grade;

    /// <summary>The clause that gave it whatever the total; null where the total did.</summary>
    public ForcedGradeClause? Forced { get; } = forced;

    /// <summary>By how many grades the subject rose against the previous cycle; negative for a fall; null where the previous grade is unknown.</summary>
    public int? Rise { get; } = rise;

    /// <summary>The grade's code.</summary>
    public override string ToString() => Grade.Id;
}

/// <summary>The place of a subject in its pool in one round.</summary>
/// <param name="Total">The total that was ranked.</param>
/// <param name="Rank">The rank; 1 is the best, and equals share one (1, 2, 2, 4).</param>
/// <param name="IsLast">Whether nobody ranks lower and somebody ranks higher.</param>
/// <param name="PoolSize">How many competed.</param>
public sealed record Placing(Total Total, int Rank, bool IsLast, int PoolSize);

/// <summary>A round of a subject has a mark.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Period">The round.</param>
/// <param name="Clause">The mark.</param>
public sealed record Mark(Subject Subject, Period Period, MarkClause Clause);

/// <summary>A subject is left out of scoring.</summary>
/// <param name="Dossier">Who, and when.</param>
/// <param name="Clause">The clause that says so.</param>
public sealed record Exemption(Dossier Dossier, ExemptionClause Clause);

/// <summary>Something follows from a result. All but findings are proposals for people to decide on.</summary>
/// <param name="Subject">About whom.</param>
/// <param name="Period">On which row: a round or the year.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The code in results.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Cites">What it rests on; null for a finding that the library itself raises.</param>
/// <param name="Clause">The clause whose condition held; null where another kind of clause raised it.</param>
public sealed record Outcome(Subject Subject, Period Period, OutcomeKind Kind, string Code, LocalText Name, Citation? Cites, OutcomeClause? Clause = null);
