using PartyRules.Arithmetic;

namespace PartyRules.Schemes;

/// <summary>How ratings by several evaluators make one.</summary>
/// <seealso href="docs/schemes/clauses/appraisals.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class AppraisalClause(IReadOnlyDictionary<string, Points> weights, MissingPart missing, Rounding rounding, Citation cites)
{
    /// <summary>The percentage of each evaluator.</summary>
    public IReadOnlyDictionary<string, Points> Weights { get; } = weights;

    public MissingPart Missing { get; } = missing;

    /// <summary>How the average is rounded.</summary>
    public Rounding Rounding { get; } = rounding;

    public Citation Cites { get; } = cites;

    /// <summary>The evaluators without whom the result is incomplete.</summary>
    public IEnumerable<string> Required => Missing == MissingPart.Incomplete ? Weights.Keys : [];
}
