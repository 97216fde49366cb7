using System.Text.Json.Serialization;

namespace PartyRules.Documents;

/// <summary>What entries carry beside the standard columns, and the numbers that are worked out of it.</summary>
internal sealed record EntriesDocument
{
    public IReadOnlyDictionary<string, EntryAttributeDocument> Attributes { get; init => field = value ?? NoAttributes; } = NoAttributes;

    public IReadOnlyDictionary<string, EntryNumberDocument> Numbers { get; init => field = value ?? NoNumbers; } = NoNumbers;

    private static IReadOnlyDictionary<string, EntryAttributeDocument> NoAttributes { get; } =
        new Dictionary<string, EntryAttributeDocument>();

    private static IReadOnlyDictionary<string, EntryNumberDocument> NoNumbers { get; } = new Dictionary<string, EntryNumberDocument>();
}

/// <summary>A further column of entries.</summary>
internal sealed record EntryAttributeDocument
{
    public required LocalText Name { get; init; }

    [Words(typeof(EntryAttributeKind))]
    public required string Kind { get; init; }
}

/// <summary>
/// A number that is worked out of what an entry carries. Of <c>product</c> and <c>minutes</c> one is given, and <c>dividedBy</c> and
/// <c>ifZero</c> beside the first only.
/// </summary>
internal sealed record EntryNumberDocument
{
    public required LocalText Name { get; init; }

    public IReadOnlyList<string>? Product { get; init; }

    public IReadOnlyList<string>? DividedBy { get; init; }

    public Points? IfZero { get; init; }

    public MinutesDocument? Minutes { get; init; }
}

/// <summary>The minutes between two times of day, each that in a column or a fixed one.</summary>
internal sealed record MinutesDocument
{
    public required string From { get; init; }

    public required string To { get; init; }

    [Words(typeof(IfEarlierWord))]
    public required string IfEarlier { get; init; }
}

/// <summary>What a further column of entries holds.</summary>
internal enum EntryAttributeKind
{
    [JsonStringEnumMemberName("number")]
    Number,
    [JsonStringEnumMemberName("time")]
    Time,
}

/// <summary>What holds where minutes end at an earlier time of day than they begin.</summary>
internal enum IfEarlierWord
{
    [JsonStringEnumMemberName("next-day")]
    NextDay,
    [JsonStringEnumMemberName("zero")]
    Zero,
    [JsonStringEnumMemberName("refused")]
    Refused,
}
