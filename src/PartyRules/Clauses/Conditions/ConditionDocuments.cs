using System.Text.Json.Serialization;
using PartyRules.Clauses.Calendars;
using PartyRules.Documents;

namespace PartyRules.Clauses.Conditions;

/// <summary>Something that may hold of a subject. Exactly one member is given, and <c>in</c> beside <c>last</c> where it is so.</summary>
internal sealed record ConditionDocument
{
    public IReadOnlyList<ConditionDocument>? All { get; init; }

    public IReadOnlyList<ConditionDocument>? Any { get; init; }

    public ConditionDocument? Not { get; init; }

    public IReadOnlyList<string>? Category { get; init; }

    public IReadOnlyList<string>? Employment { get; init; }

    public EntriesConditionDocument? Entries { get; init; }

    public WindowsConditionDocument? Windows { get; init; }

    public RunConditionDocument? Run { get; init; }

    public MeasureConditionDocument? Measure { get; init; }

    public AttributeConditionDocument? Attribute { get; init; }

    public IReadOnlyList<string>? PreviousGrade { get; init; }

    public ResultConditionDocument? Result { get; init; }

    public ComponentConditionDocument? Component { get; init; }

    public RangeDocument? Total { get; init; }

    public IReadOnlyList<string>? Grade { get; init; }

    public RangeDocument? Rise { get; init; }

    public RankConditionDocument? Rank { get; init; }

    public QuotaConditionDocument? Top { get; init; }

    public QuotaConditionDocument? Bottom { get; init; }

    public ShareConditionDocument? Share { get; init; }

    public bool? Last { get; init; }

    public string? In { get; init; }

    public string? Mark { get; init; }

    public MarksConditionDocument? Times { get; init; }

    public MarksConditionDocument? Streak { get; init; }
}

/// <summary>Which entries are meant. Of <c>of</c> and <c>anyOf</c> one is given.</summary>
internal interface IEntriesMeant
{
    string? Of { get; }

    IReadOnlyList<string>? AnyOf { get; }

    IReadOnlyList<string>? Level { get; }

    IReadOnlyList<string>? By { get; }

    string? ValueOf { get; }

    RangeDocument? Value { get; }

    RangeDocument? DayOfMonth { get; }

    ClockWindowDocument? Time { get; }

    string? Days { get; }
}

/// <summary>
/// A part of the day in which a time of the entry stands. Of <c>from</c> and <c>above</c> at most one is given, and of <c>to</c> and
/// <c>below</c>; at least one of them all.
/// </summary>
internal sealed record ClockWindowDocument
{
    public required string Of { get; init; }

    public string? From { get; init; }

    public string? Above { get; init; }

    public string? To { get; init; }

    public string? Below { get; init; }
}

/// <summary>
/// A number of entries, or what their values add up to. Of <c>of</c> and <c>anyOf</c> one is given, and of <c>count</c>, <c>sum</c> and
/// <c>distinct</c> one.
/// </summary>
internal sealed record EntriesConditionDocument : IEntriesMeant
{
    public string? Of { get; init; }

    public IReadOnlyList<string>? AnyOf { get; init; }

    public IReadOnlyList<string>? Level { get; init; }

    public IReadOnlyList<string>? By { get; init; }

    public string? ValueOf { get; init; }

    public RangeDocument? Value { get; init; }

    public RangeDocument? DayOfMonth { get; init; }

    public ClockWindowDocument? Time { get; init; }

    [Words(typeof(DaysWord))]
    public string? Days { get; init; }

    public RangeDocument? Count { get; init; }

    public RangeDocument? Sum { get; init; }

    public RangeDocument? Distinct { get; init; }
}

/// <summary>A number of windows with so many entries.</summary>
internal sealed record WindowsConditionDocument
{
    [Words(typeof(WindowWord), WordMeanings.Reference)]
    public required string Per { get; init; }

    public required EntriesConditionDocument Entries { get; init; }

    public int? LookBackMonths { get; init; }

    public required bool InARow { get; init; }

    public required RangeDocument Count { get; init; }
}

/// <summary>A run of entries, one after the other by date, then by identifier.</summary>
internal sealed record RunConditionDocument
{
    public required IReadOnlyList<string> Of { get; init; }

    public required IReadOnlyList<string> BrokenBy { get; init; }

    public int? LookBackMonths { get; init; }

    public required RangeDocument Count { get; init; }
}

/// <summary>A measure of the subject.</summary>
internal sealed record MeasureConditionDocument
{
    public required string Of { get; init; }

    public required RangeDocument Number { get; init; }
}

/// <summary>A further column of a subject. Of <c>is</c> and <c>number</c> one is given.</summary>
internal sealed record AttributeConditionDocument
{
    public required string Of { get; init; }

    public IReadOnlyList<string>? Is { get; init; }

    public RangeDocument? Number { get; init; }
}

/// <summary>Another result. Of <c>grade</c>, <c>total</c> and <c>rank</c> one is given.</summary>
internal sealed record ResultConditionDocument
{
    public required string Of { get; init; }

    public IReadOnlyList<string>? Grade { get; init; }

    public RangeDocument? Total { get; init; }

    public RangeDocument? Rank { get; init; }
}

/// <summary>The score of a component.</summary>
internal sealed record ComponentConditionDocument
{
    public required string Of { get; init; }

    public required RangeDocument Points { get; init; }
}

/// <summary>A range of ranks, in the ranking or in one of the further rankings.</summary>
internal sealed record RankConditionDocument : RangeDocument
{
    public string? In { get; init; }
}

/// <summary>
/// A quota of a ranked pool. Of <c>number</c>, <c>percent</c>, <c>fraction</c> and <c>attribute</c> one is given.
/// </summary>
internal sealed record QuotaConditionDocument
{
    public string? In { get; init; }

    public Points? Number { get; init; }

    public Points? Percent { get; init; }

    public string? Fraction { get; init; }

    public string? Attribute { get; init; }

    [Words(typeof(QuotaRounding))]
    public string? Rounding { get; init; }

    [Words(typeof(QuotaOf))]
    public string? Of { get; init; }

    [Words(typeof(QuotaOverflow))]
    public required string Overflow { get; init; }
}

/// <summary>The share of a pool's subjects that meet a target.</summary>
internal sealed record ShareConditionDocument
{
    public required string Of { get; init; }

    public required RangeDocument Percent { get; init; }
}

/// <summary>A number of rounds with a mark.</summary>
internal sealed record MarksConditionDocument
{
    public required string Of { get; init; }

    public required RangeDocument Count { get; init; }
}

/// <summary>A range of numbers. At least one bound is given; all that are given must hold.</summary>
internal record RangeDocument
{
    public Points? AtLeast { get; init; }

    public Points? Above { get; init; }

    public Points? AtMost { get; init; }

    public Points? Below { get; init; }

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

/// <summary>Of whom a part of a pool is taken.</summary>
internal enum QuotaOf
{
    [JsonStringEnumMemberName("assessed")]
    Assessed,
    [JsonStringEnumMemberName("competing")]
    Competing,
}

/// <summary>What becomes of equals for whom the places do not suffice.</summary>
internal enum QuotaOverflow
{
    [JsonStringEnumMemberName("in")]
    In,
    [JsonStringEnumMemberName("out")]
    Out,
}
