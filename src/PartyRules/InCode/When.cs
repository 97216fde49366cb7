using PartyRules.Clauses.Conditions;

namespace PartyRules.InCode;

/// <summary>A condition of a clause that is made in code: the conditions that JSON has, under the same names.</summary>
/// <remarks>
/// What a condition may ask for, it may ask for where its clause stands: a veto sees no grade yet. A scheme refuses others, naming the
/// member. Immutable and thread-safe.
/// </remarks>
/// <seealso href="docs/schemes/clauses/conditions.md">All conditions, and where each may be asked for</seealso>
public sealed class When
{
    private When(ConditionDocument document) => Document = document;

    /// <summary>Holds where nobody in the pool ranks lower and somebody ranks higher.</summary>
    public static When Last { get; } = new(new ConditionDocument { Last = true });

    /// <summary>The condition as a scheme states it.</summary>
    internal ConditionDocument Document { get; }

    /// <summary>Holds where all of these hold.</summary>
    /// <param name="conditions">The conditions; at least one.</param>
    public static When All(params IReadOnlyList<When> conditions) => new(new ConditionDocument { All = Of(conditions) });

    /// <summary>Holds where at least one of these holds.</summary>
    /// <param name="conditions">The conditions; at least one.</param>
    public static When Any(params IReadOnlyList<When> conditions) => new(new ConditionDocument { Any = Of(conditions) });

    /// <summary>Holds where another condition does not.</summary>
    /// <param name="condition">The other one.</param>
    public static When Not(When condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(new ConditionDocument { Not = condition.Document });
    }

    /// <summary>Holds where so many entries carry a code.</summary>
    /// <param name="code">The code of an item or record.</param>
    /// <param name="atLeast">How many there must be.</param>
    public static When Recorded(string code, int atLeast = 1) =>
        new(new ConditionDocument { Entries = new EntriesConditionDocument { Of = code, Count = Range(atLeast) } });

    /// <summary>Holds where the score of a part or an indicator is in a range.</summary>
    /// <param name="part">Its identifier.</param>
    /// <param name="atLeast">The lower bound, included; null for none.</param>
    /// <param name="below">The upper bound, not included; null for none.</param>
    public static When Score(string part, Points? atLeast = null, Points? below = null) =>
        new(new ConditionDocument { Component = new ComponentConditionDocument { Of = part, Points = Range(atLeast, below) } });

    /// <summary>Holds where the total is in a range.</summary>
    /// <param name="atLeast">The lower bound, included; null for none.</param>
    /// <param name="below">The upper bound, not included; null for none.</param>
    public static When Total(Points? atLeast = null, Points? below = null) =>
        new(new ConditionDocument { Total = Range(atLeast, below) });

    /// <summary>Holds where the grade is one of these.</summary>
    /// <param name="grades">Their codes; at least one.</param>
    public static When Grade(params IReadOnlyList<string> grades) => new(new ConditionDocument { Grade = grades });

    /// <summary>
    /// Holds where the grade rose by so many grades against <see cref="Subject.PreviousGrade"/>. Without a previous grade it does not hold.
    /// </summary>
    /// <param name="atLeast">By how many grades.</param>
    public static When Rise(int atLeast) => new(new ConditionDocument { Rise = Range(atLeast) });

    /// <summary>Holds where the rank is this one.</summary>
    /// <param name="rank">The rank; 1 is the best.</param>
    public static When Rank(int rank) => new(new ConditionDocument { Rank = new RankConditionDocument { Exactly = rank } });

    /// <summary>Holds where the round has a mark, such as the flag.</summary>
    /// <param name="mark">The mark's identifier.</param>
    public static When Mark(string mark) => new(new ConditionDocument { Mark = mark });

    /// <summary>Holds where so many rounds of the year up to this one have a mark.</summary>
    /// <param name="mark">The mark's identifier.</param>
    /// <param name="rounds">How many exactly.</param>
    public static When Times(string mark, int rounds) =>
        new(new ConditionDocument { Times = new MarksConditionDocument { Of = mark, Count = new RangeDocument { Exactly = rounds } } });

    /// <summary>Holds where the last rounds in a row, up to this one and within the year, have a mark.</summary>
    /// <param name="mark">The mark's identifier.</param>
    /// <param name="atLeast">How many rounds.</param>
    public static When Streak(string mark, int atLeast) =>
        new(new ConditionDocument { Streak = new MarksConditionDocument { Of = mark, Count = Range(atLeast) } });

    private static List<ConditionDocument> Of(IReadOnlyList<When> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return [.. conditions.Select(condition => condition.Document)];
    }

    private static RangeDocument Range(Points? atLeast, Points? below = null) => new() { AtLeast = atLeast, Below = below };
}
