using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Selections;

/// <summary>Which entries count where not all do.</summary>
internal sealed record SelectionDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The codes of the items among whose entries is selected; each stands in one selection at most.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Which count: those with the <c>highest</c> points, the <c>first</c> or the <c>last</c> by date. Must be stated.</summary>
    [Words(typeof(Keep))]
    public required string Keep { get; init; }

    /// <summary>How many count, at least 1.</summary>
    public required int AtMost { get; init; }

    /// <summary>
    /// Among which entries: those of one <c>reference</c>, which must then be recorded, or of one window, as limits name them.
    /// </summary>
    [Words(typeof(WindowOrReferenceWord))]
    public required string Within { get; init; }

    /// <summary>What it rests on.</summary>
    public required CitationDocument Cites { get; init; }
}
