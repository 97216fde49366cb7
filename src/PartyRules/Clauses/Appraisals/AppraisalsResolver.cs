using PartyRules.Arithmetic;
using PartyRules.Clauses.Appraisals;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Ratings by several evaluators.</content>
internal sealed partial class SchemeResolver
{
    private AppraisalClause ResolveAppraisal(AppraisalDocument from, string path)
    {
        Words($"{path}.weights", [.. from.Weights.Keys], document.Evaluators.Keys);
        var sum = from.Weights.Values.Sum(weight => weight.ToDecimal());
        if (from.Weights.Values.Any(weight => weight <= 0) || sum != 100)
            Report("scheme.weights", $"{path}.weights", sum);
        return new AppraisalClause(from.Weights, Word($"{path}.missing", from.Missing, MissingParts), rounding ?? Rounding.None, Cite(from.Cites, $"{path}.cites"));
    }
}
