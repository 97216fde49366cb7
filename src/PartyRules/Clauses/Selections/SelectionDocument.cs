using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Selections;

/// <summary>
/// Which entries count where not all do, or what each counts by its place. Of <c>atMost</c> and <c>factors</c> one is given.
/// </summary>
internal sealed record SelectionDocument
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Items { get; init; }

    [Words(typeof(Keep))]
    public required string Keep { get; init; }

    public int? AtMost { get; init; }

    public IReadOnlyList<OrdinalFactorDocument>? Factors { get; init; }

    [Words(typeof(WindowWord), WordMeanings.Reference)]
    public required string Within { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>By what entries are multiplied from a place on.</summary>
internal sealed record OrdinalFactorDocument
{
    public required int From { get; init; }

    public required Points Factor { get; init; }
}
