using System.Text.Json.Serialization;
using PartyRules.Arithmetic;
using PartyRules.Cases;
using PartyRules.Documents;
using PartyRules.Engine.Partitions;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Conditions;

/// <summary>Something that may hold of a subject. Exactly one member is given.</summary>
internal sealed record ConditionDocument
{
    /// <summary>Holds where every one of these holds.</summary>
    public IReadOnlyList<ConditionDocument>? All { get; init; }

    /// <summary>Holds where at least one of these holds.</summary>
    public IReadOnlyList<ConditionDocument>? Any { get; init; }

    /// <summary>Holds where this does not.</summary>
    public ConditionDocument? Not { get; init; }

    /// <summary>Holds where the subject is of one of these categories.</summary>
    public IReadOnlyList<string>? Category { get; init; }

    /// <summary>Holds where the subject is of one of these states of employment.</summary>
    public IReadOnlyList<string>? Employment { get; init; }

    /// <summary>Holds where the number of entries of a code is in a range.</summary>
    public EntriesConditionDocument? Entries { get; init; }

    /// <summary>Holds where the windows in which entries were so many, counted or in a row, are in a range.</summary>
    public WindowsConditionDocument? Windows { get; init; }

    /// <summary>Holds where the longest run of entries, one after the other by date, is in a range.</summary>
    public RunConditionDocument? Run { get; init; }

    /// <summary>Holds where a further column of the subject has one of some values or is in a range.</summary>
    public AttributeConditionDocument? Attribute { get; init; }

    /// <summary>Holds where the grade of the previous cycle is one of these.</summary>
    public IReadOnlyList<string>? PreviousGrade { get; init; }

    /// <summary>Holds where another result is as stated. Without that result it does not hold.</summary>
    public ResultConditionDocument? Result { get; init; }

    /// <summary>Holds where a component's score is in a range.</summary>
    public ComponentConditionDocument? Component { get; init; }

    /// <summary>Holds where the total is in a range.</summary>
    public RangeDocument? Total { get; init; }

    /// <summary>Holds where the grade is one of these.</summary>
    public IReadOnlyList<string>? Grade { get; init; }

    /// <summary>
    /// Holds where the grade rose, against the previous cycle's, by a number of grades in the range. Without a previous grade it does not
    /// hold.
    /// </summary>
    public RangeDocument? Rise { get; init; }

    /// <summary>Holds where the rank is in a range; 1 is the best.</summary>
    public RangeDocument? Rank { get; init; }

    /// <summary>Holds for the best of the pool, by number or percentage.</summary>
    public QuotaConditionDocument? Top { get; init; }

    /// <summary>Holds for the last of the pool, by number or percentage.</summary>
    public QuotaConditionDocument? Bottom { get; init; }

    /// <summary>Holds where the share of the pool's subjects that meet a target is in a range.</summary>
    public ShareConditionDocument? Share { get; init; }

    /// <summary>True: holds where nobody in the pool ranks lower and somebody ranks higher.</summary>
    public bool? Last { get; init; }

    /// <summary>Holds where the round has this mark.</summary>
    public string? Mark { get; init; }

    /// <summary>
    /// Holds where the rounds of the year up to this one (for the year: all its rounds) with a mark, counted, are in a range.
    /// </summary>
    public MarksConditionDocument? Times { get; init; }

    /// <summary>Holds where the number of rounds in a row up to this one, within the year, that have a mark is in a range.</summary>
    public MarksConditionDocument? Streak { get; init; }
}

/// <summary>
/// A number of entries, or what their values add up to. Of <c>of</c> and <c>anyOf</c> one is given, and of <c>count</c>, <c>sum</c> and
/// <c>distinct</c> one.
/// </summary>
internal sealed record EntriesConditionDocument
{
    /// <summary>The code of an item or record.</summary>
    public string? Of { get; init; }

    /// <summary>The codes of several items or records, taken together.</summary>
    public IReadOnlyList<string>? AnyOf { get; init; }

    /// <summary>Only entries of these levels; absent for all.</summary>
    public IReadOnlyList<string>? Level { get; init; }

    /// <summary>Only entries by these evaluators; absent for all.</summary>
    public IReadOnlyList<string>? By { get; init; }

    /// <summary>Only entries whose value is in this range; absent for all.</summary>
    public RangeDocument? Value { get; init; }

    /// <summary>Only entries on these days of their month; absent for all.</summary>
    public RangeDocument? DayOfMonth { get; init; }

    /// <summary>How many there must be.</summary>
    public RangeDocument? Count { get; init; }

    /// <summary>What their values must add up to.</summary>
    public RangeDocument? Sum { get; init; }

    /// <summary>How many different references they must carry.</summary>
    public RangeDocument? Distinct { get; init; }
}

/// <summary>A number of windows with so many entries.</summary>
internal sealed record WindowsConditionDocument
{
    /// <summary>
    /// The window: <c>day</c>, <c>week</c>, <c>month</c>, <c>bimonth</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c> or <c>round</c>; or
    /// <c>reference</c> for each reference that such entries carry.
    /// </summary>
    [Words(typeof(WindowOrReferenceWord))]
    public required string Per { get; init; }

    /// <summary>Which entries, and how many of them make a window count. An exact 0 counts the windows without any.</summary>
    public required EntriesConditionDocument Entries { get; init; }

    /// <summary>
    /// How many months before the period are looked at too, 1 to 24, from the subject's first entry in them on; absent for none.
    /// </summary>
    public int? LookBackMonths { get; init; }

    /// <summary>True to take the longest row of such windows, false to count them all. Must be stated.</summary>
    public required bool InARow { get; init; }

    /// <summary>How many such windows there must be.</summary>
    public required RangeDocument Count { get; init; }
}

/// <summary>A run of entries, one after the other by date, then by identifier.</summary>
internal sealed record RunConditionDocument
{
    /// <summary>The codes whose entries make the run.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    /// <summary>The codes whose entries break it; all others neither continue nor break it.</summary>
    public required IReadOnlyList<string> BrokenBy { get; init; }

    /// <summary>How many months before the period are looked at too, 1 to 24; absent for none.</summary>
    public int? LookBackMonths { get; init; }

    /// <summary>How long the longest run must be.</summary>
    public required RangeDocument Count { get; init; }
}

/// <summary>A further column of a subject. Of <c>is</c> and <c>number</c> one is given.</summary>
internal sealed record AttributeConditionDocument
{
    /// <summary>The column's name.</summary>
    public required string Of { get; init; }

    /// <summary>The texts of which it must be one.</summary>
    public IReadOnlyList<string>? Is { get; init; }

    /// <summary>The range in which its number must be.</summary>
    public RangeDocument? Number { get; init; }
}

/// <summary>Another result. Of <c>grade</c>, <c>total</c> and <c>rank</c> one is given.</summary>
internal sealed record ResultConditionDocument
{
    /// <summary>The input's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>The grades of which it must have one, as the other scheme names them.</summary>
    public IReadOnlyList<string>? Grade { get; init; }

    /// <summary>The range in which its total must be.</summary>
    public RangeDocument? Total { get; init; }

    /// <summary>The range in which its rank must be.</summary>
    public RangeDocument? Rank { get; init; }
}

/// <summary>The score of a component.</summary>
internal sealed record ComponentConditionDocument
{
    /// <summary>The component's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>The range in which its score must be.</summary>
    public required RangeDocument Points { get; init; }
}

/// <summary>A quota of a ranked pool. Of <c>number</c> and <c>percent</c> one is given.</summary>
internal sealed record QuotaConditionDocument
{
    /// <summary>How many places there are.</summary>
    public Points? Number { get; init; }

    /// <summary>What percentage of the pool the places are.</summary>
    public Points? Percent { get; init; }

    /// <summary>
    /// How the places are rounded where a percentage gives no whole number: <c>down</c>, <c>up</c> or <c>half-up</c>. Must be stated with a
    /// percentage.
    /// </summary>
    [Words(typeof(QuotaRounding))]
    public string? Rounding { get; init; }

    /// <summary>
    /// What happens to equals for whom the places do not suffice: all of them <c>in</c>, or all of them <c>out</c>. Must be stated.
    /// </summary>
    [Words(typeof(QuotaOverflow))]
    public required string Overflow { get; init; }
}

/// <summary>The share of a pool's subjects that meet a target.</summary>
internal sealed record ShareConditionDocument
{
    /// <summary>The target's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>The range in which the percentage must be; it is compared exactly.</summary>
    public required RangeDocument Percent { get; init; }
}

/// <summary>A number of rounds with a mark.</summary>
internal sealed record MarksConditionDocument
{
    /// <summary>The mark's identifier.</summary>
    public required string Of { get; init; }

    /// <summary>How many there must be.</summary>
    public required RangeDocument Count { get; init; }
}

/// <summary>A range of numbers. At least one bound is given; all that are given must hold.</summary>
internal sealed record RangeDocument
{
    /// <summary>The lower bound, included.</summary>
    public Points? AtLeast { get; init; }

    /// <summary>The lower bound, not included.</summary>
    public Points? Above { get; init; }

    /// <summary>The upper bound, included.</summary>
    public Points? AtMost { get; init; }

    /// <summary>The upper bound, not included.</summary>
    public Points? Below { get; init; }

    /// <summary>The only number.</summary>
    public Points? Exactly { get; init; }
}

/// <summary>How a percentage of a pool becomes places.</summary>
internal enum QuotaRounding
{
    [JsonStringEnumMemberName("down")]
    Down,
    [JsonStringEnumMemberName("up")]
    Up,
    [JsonStringEnumMemberName("half-up")]
    HalfUp,
}

/// <summary>What becomes of equals for whom the places do not suffice.</summary>
internal enum QuotaOverflow
{
    [JsonStringEnumMemberName("in")]
    In,
    [JsonStringEnumMemberName("out")]
    Out,
}
