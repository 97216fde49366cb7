using PartyRules.Clauses.Conditions;
using PartyRules.Documents;

namespace PartyRules.Clauses.FollowUps;

/// <summary>A promise that must be answered under the same reference: in the next round, or within a number of days.</summary>
internal sealed record FollowUpDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The code of the record that promises; its entries must carry a reference.</summary>
    public required string Promise { get; init; }

    /// <summary>The code of the record that answers; its entries must carry a reference.</summary>
    public required string Answer { get; init; }

    /// <summary>
    /// The days from the promise to the answer, negative for an answer that comes before; absent for any day of the next round.
    /// </summary>
    public RangeDocument? Days { get; init; }

    /// <summary>
    /// The finding raised where no such answer is recorded: on the next round, or on the promise's own where days are stated.
    /// </summary>
    public required FindingDocument Finding { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
