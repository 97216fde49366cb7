using PartyRules.Arithmetic;
using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Appraisals;

/// <summary>How an appraisal is read, and told.</summary>
internal static class AppraisalReading
{
    /// <summary>Reads an appraisal.</summary>
    public static AppraisalClause Appraisal(this Resolving at, AppraisalDocument from, string path)
    {
        at.Words($"{path}.weights", [.. from.Weights.Keys], at.Head.Evaluators);
        var sum = from.Weights.Values.Sum(weight => weight.ToDecimal());
        if (from.Weights.Values.Any(weight => weight <= 0) || sum != 100)
            at.Report("scheme.weights", $"{path}.weights", sum);
        var missing = at.Word<MissingPart>($"{path}.missing", from.Missing);
        return new AppraisalClause(from.Weights, missing, at.Rounding, at.Cite(from.Cites, $"{path}.cites"));
    }

    /// <summary>Tells what ratings made of a component's items.</summary>
    public static void TellAppraisals(this Telling account, Component component)
    {
        var appraisals = account.Facts.Of<Appraisal>(component, appraisal => appraisal.Item.Component);
        foreach (var appraisal in appraisals.OrderBy(appraisal => appraisal.Item.Code, StringComparer.Ordinal))
        {
            var cited = account.Cited(appraisal.Item.Appraisal!.Cites);
            account.Line("appraisal", appraisal.Item.Name, Telling.Signed(appraisal.Points), cited);
        }
    }
}
