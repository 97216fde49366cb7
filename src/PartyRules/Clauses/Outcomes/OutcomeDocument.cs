using System.Text.Json.Serialization;
using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Outcomes;

/// <summary>What follows from a result. Awards, measures and recommendations are proposals for people to decide on.</summary>
internal sealed record OutcomeDocument
{
    /// <summary>The code in results. Several clauses may share a code; it is then listed once.</summary>
    public required string Code { get; init; }

    /// <summary><c>award</c>, <c>measure</c>, <c>recommendation</c> or <c>finding</c>.</summary>
    [Words(typeof(OutcomeKind))]
    public required string Kind { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Whose row carries it: <c>round</c> or <c>year</c>. Where the round is the year they are the same.</summary>
    [Words(typeof(OutcomeRow))]
    public required string On { get; init; }

    /// <summary>The condition.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What it rests on.</summary>
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
