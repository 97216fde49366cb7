using PartyRules.Clauses.Conditions;
using PartyRules.Documents;

namespace PartyRules.Clauses.FollowUps;

/// <summary>A promise that must be answered under the same reference: in the next round, or within a number of days.</summary>
internal sealed record FollowUpDocument
{
    public required string Id { get; init; }

    public required string Promise { get; init; }

    public required string Answer { get; init; }

    public RangeDocument? Days { get; init; }

    public required FindingDocument Finding { get; init; }

    public required CitationDocument Cites { get; init; }
}
