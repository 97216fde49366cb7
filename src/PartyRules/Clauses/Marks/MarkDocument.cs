using PartyRules.Clauses.Conditions;
using PartyRules.Documents;

namespace PartyRules.Clauses.Marks;

/// <summary>A named state of a subject in a round that is counted over the year.</summary>
internal sealed record MarkDocument
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public required ConditionDocument When { get; init; }

    public required CitationDocument Cites { get; init; }
}
