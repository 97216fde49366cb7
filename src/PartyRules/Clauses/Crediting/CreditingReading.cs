using PartyRules.Clauses.Core;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Crediting;

/// <summary>What items must be whose entries count for a linked subject.</summary>
internal static class CreditingReading
{
    /// <summary>
    /// Checks that entries must carry the same whoever they count for, as they are checked for the subject that they are about.
    /// </summary>
    public static void CheckItemsThatAreCredited(this Resolving at)
    {
        var clauses = at.List<CreditingDocument>("crediting");
        if (clauses.Count == 0)
            return;
        var items = at.Clauses.Of<Item>().ToLookup(item => item.Code, StringComparer.Ordinal);
        foreach (var (i, clause) in clauses.Index())
        {
            foreach (var (j, code) in clause.Of.Index())
            {
                var goesBySubject = items[code].Any(item => item.AppliesTo.Categories.Count > 0 || item.AppliesTo.Employments.Count > 0);
                if (goesBySubject && items[code].DistinctBy(item => item.Asks).Skip(1).Any())
                    at.Report("scheme.crediting-variants", $"$.crediting[{i}].of[{j}]", code);
            }
        }
    }
}
