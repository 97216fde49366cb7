using System.Text.Json.Serialization;
using PartyRules.Arithmetic;
using PartyRules.Documents;

namespace PartyRules.Clauses.Years;

/// <summary>How rounds make the year's total. Of <c>take</c> and <c>weights</c> one is given.</summary>
internal sealed record YearDocument
{
    [Words(typeof(RoundsTaken))]
    public string? Take { get; init; }

    public IReadOnlyList<Points>? Weights { get; init; }

    [Words(typeof(MissingPart))]
    public required string Missing { get; init; }

    [Words(typeof(NotHeldWord))]
    public string? NotHeld { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>What a round means that was held for nobody.</summary>
internal enum NotHeldWord
{
    [JsonStringEnumMemberName("incomplete")]
    Incomplete,
    [JsonStringEnumMemberName("left-out")]
    LeftOut,
}

/// <summary>What rounds that count alike make.</summary>
internal enum RoundsTaken
{
    [JsonStringEnumMemberName("average")]
    Average,
    [JsonStringEnumMemberName("sum")]
    Sum,
}
