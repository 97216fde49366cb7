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

/// <summary>A number that is worked out of what an entry carries.</summary>
internal sealed record EntryNumberDocument
{
    public required LocalText Name { get; init; }

    public required IReadOnlyList<string> Product { get; init; }

    public IReadOnlyList<string>? DividedBy { get; init; }

    public Points? IfZero { get; init; }
}

/// <summary>What a further column of entries holds.</summary>
internal enum EntryAttributeKind
{
    [JsonStringEnumMemberName("number")]
    Number,
}
