using System.Text.Json.Serialization;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Calendars;
using PartyRules.Clauses.Conditions;
using PartyRules.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Measures;

/// <summary>
/// A named number of a subject. Of <c>entries</c>, <c>windows</c>, <c>sum</c>, <c>ratio</c>, <c>attribute</c>, <c>since</c>,
/// <c>days</c>, <c>result</c>, <c>results</c>, <c>pool</c>, <c>component</c> and <c>procedure</c> one is given.
/// </summary>
internal sealed record MeasureDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public EntriesMeasureDocument? Entries { get; init; }

    public WindowsMeasureDocument? Windows { get; init; }

    public IReadOnlyList<TermDocument>? Sum { get; init; }

    public RatioMeasureDocument? Ratio { get; init; }

    public string? Attribute { get; init; }

    public SinceMeasureDocument? Since { get; init; }

    [Words(typeof(DaysOfPeriod))]
    public string? Days { get; init; }

    public ResultMeasureDocument? Result { get; init; }

    public ResultsMeasureDocument? Results { get; init; }

    public PoolMeasureDocument? Pool { get; init; }

    public string? Component { get; init; }

    public string? Procedure { get; init; }

    public StatedAmount? Minimum { get; init; }

    public StatedAmount? Maximum { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>What is taken of entries. Of <c>of</c> and <c>anyOf</c> one is given.</summary>
internal sealed record EntriesMeasureDocument : IEntriesMeant
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

    [Words(typeof(TakeOfEntries))]
    public required string Take { get; init; }

    public int WithoutLowest { get; init; }

    public int WithoutHighest { get; init; }

    public int? LookBackMonths { get; init; }
}

/// <summary>What is taken of a measure in each window.</summary>
internal sealed record WindowsMeasureDocument
{
    [Words(typeof(WindowWord), WordMeanings.Reference)]
    public required string Per { get; init; }

    public required string Of { get; init; }

    [Words(typeof(TakeOfWindows))]
    public required string Take { get; init; }

    public RangeDocument? Number { get; init; }

    public int? LookBackMonths { get; init; }
}

/// <summary>A part of a sum. Of <c>of</c> and <c>number</c> one is given.</summary>
internal sealed record TermDocument
{
    public string? Of { get; init; }

    public Points? Number { get; init; }

    public Points? Times { get; init; }
}

/// <summary>One measure divided by another.</summary>
internal sealed record RatioMeasureDocument
{
    public required string Of { get; init; }

    public required string By { get; init; }

    [Words(typeof(RatioWord))]
    public required string As { get; init; }
}

/// <summary>The time since the date in a column.</summary>
internal sealed record SinceMeasureDocument
{
    public required string Of { get; init; }

    [Words(typeof(TimeUnit))]
    public required string In { get; init; }

    [Words(typeof(DayOfPeriod))]
    public required string On { get; init; }
}

/// <summary>A number of another result.</summary>
internal sealed record ResultMeasureDocument
{
    public required string Of { get; init; }

    [Words(typeof(TakeOfResult))]
    public required string Take { get; init; }
}

/// <summary>How a subject compares with its pool by another measure.</summary>
internal sealed record PoolMeasureDocument
{
    public required string Of { get; init; }

    [Words(typeof(PoolKind))]
    public required string Within { get; init; }

    public ConditionDocument? Among { get; init; }

    [Words(typeof(TakeOfPool))]
    public required string Take { get; init; }

    [Words(typeof(TieKind))]
    public string? Ties { get; init; }

    public bool LowestFirst { get; init; }
}

/// <summary>What is taken of the results of children.</summary>
internal sealed record ResultsMeasureDocument
{
    public required string Of { get; init; }

    public IReadOnlyList<string>? Grade { get; init; }

    [Words(typeof(TakeOfResults))]
    public required string Take { get; init; }
}

/// <summary>What is taken of the results of children.</summary>
internal enum TakeOfResults
{
    [JsonStringEnumMemberName("count")]
    Count = Take.Count,
    [JsonStringEnumMemberName("sum")]
    Sum = Take.Sum,
    [JsonStringEnumMemberName("average")]
    Average = Take.Average,
    [JsonStringEnumMemberName("lowest")]
    Lowest = Take.Lowest,
    [JsonStringEnumMemberName("highest")]
    Highest = Take.Highest,
}

/// <summary>What is taken of entries.</summary>
internal enum TakeOfEntries
{
    [JsonStringEnumMemberName("count")]
    Count = Take.Count,
    [JsonStringEnumMemberName("sum")]
    Sum = Take.Sum,
    [JsonStringEnumMemberName("distinct")]
    Distinct = Take.Distinct,
    [JsonStringEnumMemberName("average")]
    Average = Take.Average,
    [JsonStringEnumMemberName("lowest")]
    Lowest = Take.Lowest,
    [JsonStringEnumMemberName("highest")]
    Highest = Take.Highest,
}

/// <summary>What is taken of a measure in each window.</summary>
internal enum TakeOfWindows
{
    [JsonStringEnumMemberName("count")]
    Count = Take.Count,
    [JsonStringEnumMemberName("streak")]
    Streak = Take.Streak,
    [JsonStringEnumMemberName("sum")]
    Sum = Take.Sum,
    [JsonStringEnumMemberName("average")]
    Average = Take.Average,
    [JsonStringEnumMemberName("lowest")]
    Lowest = Take.Lowest,
    [JsonStringEnumMemberName("highest")]
    Highest = Take.Highest,
}

/// <summary>Which days are counted.</summary>
internal enum DaysOfPeriod
{
    [JsonStringEnumMemberName("all")]
    All,
    [JsonStringEnumMemberName("working")]
    Working,
    [JsonStringEnumMemberName("off")]
    Off,
}

/// <summary>The day for which something is told.</summary>
internal enum DayOfPeriod
{
    [JsonStringEnumMemberName("first-day")]
    First,
    [JsonStringEnumMemberName("last-day")]
    Last,
}

/// <summary>What is taken of another result.</summary>
internal enum TakeOfResult
{
    [JsonStringEnumMemberName("total")]
    Total,
    [JsonStringEnumMemberName("rank")]
    Rank,
}
