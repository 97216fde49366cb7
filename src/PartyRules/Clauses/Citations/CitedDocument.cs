using PartyRules.Documents;

namespace PartyRules.Clauses.Citations;

/// <summary>What something rests on that has no citation of its own: a round, a date, a name, a list.</summary>
/// <seealso href="docs/schemes/clauses/citations.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed record CitedDocument
{
    public required string At { get; init; }

    public required CitationDocument Cites { get; init; }
}
