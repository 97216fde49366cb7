using PartyRules.Schemes;
using PartyRules.Schemes.Arithmetic;

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

    /// <summary>The limit that caps the credit: the item's own, else the component's; null for none.</summary>
    public Limit? Limit { get; } = item.Limit ?? item.Component.Limit;

    /// <summary>The component, the item where the limit is its own, and the window within which the limit caps.</summary>
    /// <exception cref="InvalidOperationException">There is no limit.</exception>
    public LimitScope Scope => Limit is { } limit
        ? new LimitScope(Item.Component, Item.Limit is null ? null : Item, limit, Period.Containing(Entry.Date, limit.Per))
        : throw new InvalidOperationException($"{Item.Code} has no limit.");

    /// <summary>The item and the points.</summary>
    public override string ToString() => $"{Item.Code} {Points}";
}

/// <summary>Within what a limit caps.</summary>
/// <param name="Component">The component.</param>
/// <param name="Item">The item, or null where the component as a whole is limited.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Window">The window.</param>
public readonly record struct LimitScope(Component Component, Item? Item, Limit Limit, Period Window)
{
    /// <summary>Whether both are the same scope: the same component or item in the same window. Each has one limit.</summary>
    /// <param name="other">The other scope.</param>
    public bool Equals(LimitScope other) => Component == other.Component && Item == other.Item && Window == other.Window;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode((object?)Item ?? Component), Window.Year, Window.Number);
}

/// <summary>What the credits within one limit's scope add up to.</summary>
/// <param name="scope">The scope.</param>
/// <param name="recorded">The sum before the limit, signed.</param>
public sealed class Tally(LimitScope scope, Points recorded)
{
    /// <summary>The component.</summary>
    public Component Component { get; } = scope.Component;

    /// <summary>The item, or null where the component as a whole is limited.</summary>
    public Item? Item { get; } = scope.Item;

    /// <summary>The limit.</summary>
    public Limit Limit { get; } = scope.Limit;

    /// <summary>The window.</summary>
    public Period Window { get; } = scope.Window;

    /// <summary>The sum before the limit, signed.</summary>
    public Points Recorded { get; } = recorded;

    /// <summary>The sum after the limit, signed: not further from zero than the limit.</summary>
    /// <remarks>Where the component's limit also caps what limits of its items leave, it is kept once, after them, and not here.</remarks>
    public Points Counted { get; } = scope.Item is null && scope.Component.LimitsTallies ? recorded : scope.Limit.Cap(recorded);

    /// <summary>Whether the limit took something away.</summary>
    public bool IsOver => Counted != Recorded;

    /// <summary>The component in the window of its own limit, for limits that cap what limits of items leave.</summary>
    internal ComponentWindow ComponentWindow => new(Component, Window.Kind == Component.Limit!.Per ? Window : Period.Containing(Window.Start, Component.Limit.Per));

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
public sealed class Total
{
    /// <summary>Adds up scores.</summary>
    /// <param name="dossier">Whose total.</param>
    /// <param name="scores">One score for each component, in any order.</param>
    public Total(Dossier dossier, IReadOnlyList<ComponentScore> scores)
        : this(dossier, scores, null)
    {
    }

    internal Total(Dossier dossier, Points points, IReadOnlyList<Total> rounds)
    {
        Dossier = dossier;
        Scores = [];
        Points = points;
        Rounds = rounds;
        IsOfRound = false;
    }

    internal Total(Dossier dossier, IReadOnlyList<ComponentScore> scores, TotalClause? clause)
    {
        Dossier = dossier;
        var ordered = new ComponentScore[scores.Count];
        for (var i = 0; i < scores.Count; i++)
        {
            var score = scores[i];
            ordered[score.Component.Index] = score;
            Points += score.Points;
        }

        Scores = ordered;
        if (clause is not null)
            Points = clause.Of(ordered);
    }

    /// <summary>Whose total it is.</summary>
    public Dossier Dossier { get; }

    /// <summary>Whether it is the total of a round, rather than of a year of rounds.</summary>
    internal bool IsOfRound { get; } = true;

    /// <summary>The totals of the rounds that make a year's, in order; empty for a round.</summary>
    internal IReadOnlyList<Total> Rounds { get; } = [];

    /// <summary>The scores, in the scheme's order of components.</summary>
    public IReadOnlyList<ComponentScore> Scores { get; }

    /// <summary>Their sum.</summary>
    public Points Points { get; }

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

/// <summary>A clause that gives a grade whatever the total applies.</summary>
/// <param name="Dossier">To whom, and when.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Order">The position among the scheme's such clauses; the first decides.</param>
public sealed record ForcedGrade(Dossier Dossier, ForcedGradeClause Clause, int Order);

/// <summary>Nothing is recorded in a component that requires it.</summary>
/// <param name="Dossier">Of whom, and when.</param>
/// <param name="Component">The component.</param>
public sealed record MissingComponent(Dossier Dossier, Component Component);

/// <summary>Where a subject stands at the end of a period, before consequences.</summary>
/// <param name="total">The total.</param>
/// <param name="grade">The grade; null where the scheme gives none.</param>
/// <param name="placing">The place; null where the scheme ranks nobody.</param>
public sealed class Standing(Total total, GradeDecision? grade, Placing? placing)
{
    /// <summary>Who, and when.</summary>
    public Dossier Dossier { get; } = total.Dossier;

    /// <summary>The total.</summary>
    public Total Total { get; } = total;

    /// <summary>The grade; null where the scheme gives none.</summary>
    public GradeDecision? Grade { get; } = grade;

    /// <summary>The place; null where the scheme ranks nobody.</summary>
    public Placing? Placing { get; } = placing;

    /// <summary>The shares of the subject's pools that meet the scheme's targets.</summary>
    internal IReadOnlyList<PoolShare> Shares { get; init; } = [];

    /// <summary>Subject, period and total.</summary>
    public override string ToString() => $"{Dossier} {Total}";
}

/// <summary>A year of a subject in a scheme with rounds.</summary>
/// <param name="Dossier">The subject, the year and the year's entries.</param>
/// <param name="IsComplete">Whether every round of the year was held.</param>
public sealed record YearCase(Dossier Dossier, bool IsComplete);

/// <summary>The place of a subject in its pool in one round.</summary>
/// <param name="Total">The total that was ranked.</param>
/// <param name="Rank">The rank; 1 is the best, and equals share one (1, 2, 2, 4).</param>
/// <param name="IsLast">Whether nobody ranks lower and somebody ranks higher.</param>
/// <param name="PoolSize">How many competed.</param>
public sealed record Placing(Total Total, int Rank, bool IsLast, int PoolSize)
{
    /// <summary>How many in the pool are better.</summary>
    internal int Better { get; init; }

    /// <summary>How many in the pool are better or equal, this one included.</summary>
    internal int NoWorse { get; init; }
}

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
public sealed record Outcome(Subject Subject, Period Period, OutcomeKind Kind, string Code, LocalText Name, Citation? Cites, OutcomeClause? Clause = null)
{
    /// <summary>What a clause finds on a dossier's row.</summary>
    internal static Outcome Found(Dossier on, FindingText finding, Citation? cites) =>
        new(on.Subject, on.Period, OutcomeKind.Finding, finding.Code, finding.Name, cites);
}
