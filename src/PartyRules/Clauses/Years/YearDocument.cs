using PartyRules.Arithmetic;
using PartyRules.Documents;

namespace PartyRules.Clauses.Years;

/// <summary>How rounds make the year's total.</summary>
internal sealed record YearDocument
{
    public required IReadOnlyList<Points> Weights { get; init; }

    [Words(typeof(MissingPart))]
    public required string Missing { get; init; }

    public required CitationDocument Cites { get; init; }
}
