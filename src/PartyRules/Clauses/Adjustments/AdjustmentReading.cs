using PartyRules.Arithmetic;
using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Worth;
using PartyRules.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Adjustments;

/// <summary>How adjustments are read.</summary>
internal static class AdjustmentReading
{
    /// <summary>Reads the adjustments of a component.</summary>
    public static void Adjustments(this Resolving at, IReadOnlyList<AdjustmentDocument> adjustments, Component component, string path)
    {
        at.CheckUnique(path, adjustments.Select(adjustment => adjustment.Id));
        at.Clauses.AddRange(Resolving.Each(path, adjustments, (from, place) => at.Adjustment(from, component, place)));
    }

    /// <summary>Whether an adjustment multiplies or divides.</summary>
    public static bool Multiplies(AdjustmentDocument from) => from.PerUnit is not null || from.Bands?.Kind == "marginal";

    private static AdjustmentClause Adjustment(this Resolving at, AdjustmentDocument from, Component component, string path)
    {
        object?[] ways = [from.Points, from.PerUnit, from.Bands, from.Rows];
        if (ways.Count(way => way is not null) != 1)
            at.Report("scheme.exactly-one", path, "points, perUnit, bands, rows");
        else if (from.Points is not null && from.When is null)
            at.Report("scheme.adjustment-always", path);
        if (from.Measure is null != (from.PerUnit ?? (object?)from.Bands) is null)
            at.Report("scheme.adjustment-measure", path);
        if (from.Points < 0 || from.Otherwise < 0 || from.AtMost < 0 || from.Rows?.Any(row => row.Points < 0) == true)
            at.Report("scheme.negative", path);
        var isByReference = from.Per == WordMeanings.Reference;
        var window = from.Per is null ? null : at.WindowOrReference($"{path}.per", from.Per);
        var measure = from.Measure is null ? null : at.Within(window, () => at.EarlyMeasure(from.Measure, $"{path}.measure"));
        if (isByReference && (measure is null or { Quantity.IsOfPool: true } || measure.Quantity.Codes.Count == 0))
            at.Report("scheme.adjustment-reference", $"{path}.per");
        else if (isByReference)
            at.RequireReference(measure!.Quantity.Codes);
        var needsOtherwise = from.Rows is not null || measure?.Quantity.IsAlwaysKnown == false;
        if (needsOtherwise != from.Otherwise is not null && (measure is not null || from.Measure is null))
            at.Report("scheme.adjustment-otherwise", path);
        var rows = from.Rows is null ? [] : at.Within(window, () => at.Rows(from.Rows, $"{path}.rows"));
        return new AdjustmentClause
        {
            Id = at.Id($"{path}.id", from.Id),
            Name = from.Name,
            Component = component.Id,
            Deducts = at.Word<ItemEffect>($"{path}.effect", from.Effect) == ItemEffect.Deduct,
            Per = window,
            PerReference = isByReference,
            When = from.When is null ? null : at.Within(window, () => at.Condition(from.When, $"{path}.when", Needs.None)),
            Points = from.Points,
            Measure = measure,
            PerUnit = from.PerUnit is null ? null : at.PerUnit(from.PerUnit, $"{path}.perUnit"),
            Bands = from.Bands is null ? null : at.Bands(from.Bands, $"{path}.bands"),
            Rows = rows,
            Otherwise = from.Otherwise ?? 0,
            AtMost = from.AtMost,
            Rounding = Multiplies(from) ? at.Rounding : Rounding.None,
            Cites = at.Cite(from.Cites, $"{path}.cites"),
        };
    }

    /// <summary>Reads the rows of a table, of which at most one may hold for anybody.</summary>
    private static IReadOnlyList<AdjustmentRow> Rows(this Resolving at, IReadOnlyList<AdjustmentRowDocument> from, string path)
    {
        if (from.Count == 0)
            at.Report("scheme.empty-list", path);
        var rows = Resolving.Each(
            path, from, (row, place) => new AdjustmentRow(at.Condition(row.When, $"{place}.when", Needs.None), row.Points));
        at.CheckApart([.. rows.Select(row => row.When)], path);
        return rows;
    }
}
