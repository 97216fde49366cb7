using PartyRules.Schemes.Arithmetic;
using PartyRules.Schemes.Documents;

namespace PartyRules.Schemes.Reading;

/// <content>Ratings by several evaluators.</content>
internal sealed partial class SchemeResolver
{
    private AppraisalClause ResolveAppraisal(AppraisalDocument from, string path)
    {
        Words($"{path}.weights", [.. from.Weights.Keys], document.Evaluators.Keys);
        if (from.Weights.Values.Any(weight => weight <= 0) || from.Weights.Values.Aggregate(Points.Zero, (sum, weight) => sum + weight) != 100)
            Report("scheme.weights", $"{path}.weights", from.Weights.Values.Aggregate(Points.Zero, (sum, weight) => sum + weight));
        return new AppraisalClause(from.Weights, Word($"{path}.missing", from.Missing, MissingParts), rounding ?? Rounding.None, Cite(from.Cites, $"{path}.cites"));
    }
}
