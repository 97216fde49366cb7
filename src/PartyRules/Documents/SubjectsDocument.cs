using System.Text.Json.Serialization;
using PartyRules.Engine.Fluent;

namespace PartyRules.Documents;

/// <summary>Who is assessed, and the words by which they are told apart.</summary>
internal sealed record SubjectsDocument
{
    /// <summary>The kind of subject, such as <c>member</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The categories a subject may have, by code; empty where categories do not matter.</summary>
    public IReadOnlyDictionary<string, LocalText> Categories { get; init => field = value ?? EmptyTexts; } = EmptyTexts;

    /// <summary>The states of employment a subject may have, by code; empty where employment does not matter.</summary>
    public IReadOnlyDictionary<string, LocalText> Employments { get; init => field = value ?? EmptyTexts; } = EmptyTexts;

    /// <summary>Further columns of subjects that conditions look at, by column name.</summary>
    public IReadOnlyDictionary<string, AttributeDocument> Attributes { get; init => field = value ?? NoAttributes; } = NoAttributes;

    private static IReadOnlyDictionary<string, LocalText> EmptyTexts { get; } = new Dictionary<string, LocalText>();

    private static IReadOnlyDictionary<string, AttributeDocument> NoAttributes { get; } = new Dictionary<string, AttributeDocument>();
}

/// <summary>A further column of subjects.</summary>
internal sealed record AttributeDocument
{
    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary><c>number</c> or <c>text</c>. A number may be empty: then no condition on it holds.</summary>
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
}
