using PartyRules.Arithmetic;
using PartyRules.Documents;

namespace PartyRules.Clauses.Appraisals;

/// <summary>How ratings by several evaluators make one: the average of each evaluator's ratings, weighed.</summary>
internal sealed record AppraisalDocument
{
    public required IReadOnlyDictionary<string, Points> Weights { get; init; }

    [Words(typeof(MissingPart))]
    public required string Missing { get; init; }

    public required CitationDocument Cites { get; init; }
}
