using System.Text.Json.Serialization;
using PartyRules.Documents;

namespace PartyRules.Clauses.Requirements;

/// <summary>A quantity that must be reached in every window. Of <c>records</c> and <c>measure</c> one is given.</summary>
internal sealed record RequirementDocument
{
    public required string Id { get; init; }

    public IReadOnlyList<string>? Records { get; init; }

    [Words(typeof(TakeOfRecords))]
    public string? Take { get; init; }

    public string? Measure { get; init; }

    [Words(typeof(WindowWord))]
    public required string Per { get; init; }

    public required Points AtLeast { get; init; }

    [Words(typeof(Unrecorded))]
    public required string Unrecorded { get; init; }

    public required FindingDocument Finding { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>What a requirement takes of records.</summary>
internal enum TakeOfRecords
{
    [JsonStringEnumMemberName("sum")]
    Sum,
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
