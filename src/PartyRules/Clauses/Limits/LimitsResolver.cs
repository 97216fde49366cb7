using PartyRules.Clauses.Limits;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>What counts at most within a window.</content>
internal sealed partial class SchemeResolver
{
    /// <summary>Whether every window of one kind lies within one of the other.</summary>
    private static bool FitsInto(PeriodKind inner, PeriodKind outer) =>
        inner == outer || outer == PeriodKind.Year || inner == PeriodKind.Day
        || (inner != PeriodKind.Week && outer is not (PeriodKind.Week or PeriodKind.Day) && Period.CountPerYear(inner) % Period.CountPerYear(outer) == 0);

    private Limit? Limit(LimitDocument? from, string path)
    {
        if (from is null)
            return null;
        if (from.Points < 0)
            Report("scheme.negative", $"{path}.points");
        var finding = from.Finding is null ? null : Finding(from.Finding, $"{path}.finding");
        return new Limit(Window($"{path}.per", from.Per), from.Points, finding, Cite(from.Cites, $"{path}.cites"));
    }
}
