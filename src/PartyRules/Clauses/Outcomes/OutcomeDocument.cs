using System.Text.Json.Serialization;
using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Outcomes;

/// <summary>What follows from a result. Awards, measures and recommendations are proposals for people to decide on.</summary>
internal sealed record OutcomeDocument
{
    public required string Code { get; init; }

    [Words(typeof(OutcomeKind))]
    public required string Kind { get; init; }

    public required LocalText Name { get; init; }

    [Words(typeof(OutcomeRow))]
    public required string On { get; init; }

    public required ConditionDocument When { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>On which row an outcome is looked at.</summary>
internal enum OutcomeRow
{
    [JsonStringEnumMemberName("round")]
    Round,
    [JsonStringEnumMemberName("year")]
    Year,
}
