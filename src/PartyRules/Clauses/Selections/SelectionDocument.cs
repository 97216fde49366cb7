using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Selections;

/// <summary>Which entries count where not all do.</summary>
internal sealed record SelectionDocument
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Items { get; init; }

    [Words(typeof(Keep))]
    public required string Keep { get; init; }

    public required int AtMost { get; init; }

    [Words(typeof(WindowWord), WordMeanings.Reference)]
    public required string Within { get; init; }

    public required CitationDocument Cites { get; init; }
}
