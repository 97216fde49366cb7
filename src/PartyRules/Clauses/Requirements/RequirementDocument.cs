using System.Text.Json.Serialization;
using PartyRules.Documents;

namespace PartyRules.Clauses.Requirements;

/// <summary>A quantity that must be reached in every window.</summary>
internal sealed record RequirementDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The codes of the records that are looked at.</summary>
    public required IReadOnlyList<string> Records { get; init; }

    /// <summary>What is reached: the <c>value</c>s added up (the default), or the <c>count</c> of entries.</summary>
    [Words(typeof(RequirementMeasure))]
    public string Measure { get; init => field = value ?? "value"; } = "value";

    /// <summary>
    /// The window, not longer than a round: <c>month</c>, <c>bimonth</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c> or <c>round</c>.
    /// </summary>
    [Words(typeof(WindowWord))]
    public required string Per { get; init; }

    /// <summary>The least that must be reached in each window, included.</summary>
    public required Points AtLeast { get; init; }

    /// <summary>What a window without any such entry means: <c>ignored</c> or <c>zero</c>. Must be stated.</summary>
    [Words(typeof(Unrecorded))]
    public required string Unrecorded { get; init; }

    /// <summary>The finding raised where it is not reached.</summary>
    public required FindingDocument Finding { get; init; }

    /// <summary>What it rests on.</summary>
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
