using System.Text.Json.Serialization;

namespace PartyRules.Documents;

/// <summary>Who is assessed, and the words by which they are told apart.</summary>
internal sealed record SubjectsDocument
{
    public required string Kind { get; init; }

    public IReadOnlyDictionary<string, LocalText> Categories { get; init => field = value ?? EmptyTexts; } = EmptyTexts;

    public IReadOnlyDictionary<string, LocalText> Employments { get; init => field = value ?? EmptyTexts; } = EmptyTexts;

    public IReadOnlyDictionary<string, AttributeDocument> Attributes { get; init => field = value ?? NoAttributes; } = NoAttributes;

    private static IReadOnlyDictionary<string, LocalText> EmptyTexts { get; } = new Dictionary<string, LocalText>();

    private static IReadOnlyDictionary<string, AttributeDocument> NoAttributes { get; } = new Dictionary<string, AttributeDocument>();
}

/// <summary>A further column of subjects.</summary>
internal sealed record AttributeDocument
{
    public required LocalText Name { get; init; }

    [Words(typeof(AttributeKind))]
    public required string Kind { get; init; }
}

/// <summary>What a further column of subjects holds.</summary>
internal enum AttributeKind
{
    [JsonStringEnumMemberName("number")]
    Number,
    [JsonStringEnumMemberName("text")]
    Text,
    [JsonStringEnumMemberName("date")]
    Date,
}
