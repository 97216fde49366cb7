using System.Text.Json.Serialization;
using PartyRules.Documents;

namespace PartyRules.Clauses.Requirements;

/// <summary>A quantity that must be reached in every window.</summary>
internal sealed record RequirementDocument
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Records { get; init; }

    [Words(typeof(RequirementMeasure))]
    public string Measure { get; init => field = value ?? "value"; } = "value";

    [Words(typeof(WindowWord))]
    public required string Per { get; init; }

    public required Points AtLeast { get; init; }

    [Words(typeof(Unrecorded))]
    public required string Unrecorded { get; init; }

    public required FindingDocument Finding { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>What a requirement measures.</summary>
internal enum RequirementMeasure
{
    [JsonStringEnumMemberName("value")]
    Value,
    [JsonStringEnumMemberName("count")]
    Count,
}

/// <summary>What a window without records counts.</summary>
internal enum Unrecorded
{
    [JsonStringEnumMemberName("ignored")]
    Ignored,
    [JsonStringEnumMemberName("zero")]
    Zero,
}
