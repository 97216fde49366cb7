using PartyRules.Clauses.Conditions;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;

namespace PartyRules.Clauses.Marks;

/// <summary>A named state of a subject in a round that is counted over the year.</summary>
internal sealed record MarkDocument
{
    /// <summary>The identifier by which conditions name it.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The condition on the round; it may not look at marks.</summary>
    public required ConditionDocument When { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
