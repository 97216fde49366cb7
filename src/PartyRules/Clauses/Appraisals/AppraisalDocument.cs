using PartyRules.Arithmetic;
using PartyRules.Documents;

namespace PartyRules.Clauses.Appraisals;

/// <summary>How ratings by several evaluators make one: the average of each evaluator's ratings, weighed.</summary>
internal sealed record AppraisalDocument
{
    /// <summary>The percentage of each evaluator, by code; they sum to 100.</summary>
    public required IReadOnlyDictionary<string, Points> Weights { get; init; }

    /// <summary>
    /// What an evaluator without a rating means: <c>zero</c>, <c>left-out</c> (the others' weights grow) or <c>incomplete</c>. Must be
    /// stated.
    /// </summary>
    [Words(typeof(MissingPart))]
    public required string Missing { get; init; }

    /// <summary>What the weights rest on.</summary>
    public required CitationDocument Cites { get; init; }
}
