using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Core;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Adjustments;

/// <summary>How adjustments are told.</summary>
internal static class AdjustmentTelling
{
    /// <summary>Tells what a component gave or took by conditions and measures.</summary>
    public static void TellAdjustments(this Telling account, Component component)
    {
        foreach (var clause in account.AdjustmentsOf(component))
        {
            var made = account.Facts.Of<Adjustment>().Where(adjustment => adjustment.Clause == clause)
                .OrderBy(adjustment => adjustment.Part.Period)
                .ThenBy(adjustment => adjustment.Reference, StringComparer.Ordinal);
            foreach (var adjustment in made)
                account.Tell(adjustment);
        }
    }

    /// <summary>The adjustments of a component that ask for something; those that gave nothing did not apply.</summary>
    public static IEnumerable<Demand> DemandsOfAdjustments(this Telling account, Component component) => account.Dossier is null
        ? []
        : account.AdjustmentsOf(component)
            .Where(clause => clause.When is not null)
            .Select(clause => new Demand(
                clause.Name,
                clause.When!,
                clause.Cites,
                account.Facts.Of<Adjustment>().Any(adjustment => adjustment.Clause == clause),
                IsOfRow: false));

    private static IEnumerable<AdjustmentClause> AdjustmentsOf(this Telling account, Component component) =>
        account.Assessment.Scheme.Clauses.Of<AdjustmentClause>()
            .SelectMany(clause => clause.Before.Select(before => before.Clause).OfType<AdjustmentClause>().Append(clause))
            .Where(clause => clause.Component == component.Id);

    private static void Tell(this Telling account, Adjustment adjustment)
    {
        var clause = adjustment.Clause;
        var where = adjustment.Reference ?? adjustment.Part.Period.ToString();
        var reasons = new List<string>();
        if (clause.When is { } when)
            reasons.Add(account.Conditions.Of(when));
        if (clause.Measure is { } measure)
        {
            var number = account.NumberOf(adjustment.Measured);
            reasons.Add(account.Text("adjustment.measure", measure.Name, number, account.ScaleOf(adjustment)));
        }
        else if (adjustment.Row is { } row)
        {
            reasons.Add(account.Text("adjustment.row", row + 1, account.Conditions.Of(clause.Rows[row].When)));
        }
        else if (clause.Rows.Count > 0)
        {
            reasons.Add(account.Text("adjustment.no-row"));
        }

        var key = adjustment.IsOver ? "adjustment.over" : "adjustment";
        account.Line(
            key,
            where,
            clause.Name,
            Telling.Signed(adjustment.Points),
            string.Join(account.Text("condition.and"), reasons),
            account.Cited(clause.Cites),
            adjustment.Recorded,
            clause.AtMost);
    }

    /// <summary>The band or the unit that gave the points.</summary>
    private static string ScaleOf(this Telling account, Adjustment adjustment)
    {
        var clause = adjustment.Clause;
        if (adjustment.Measured is not { } measured)
            return account.Text("adjustment.otherwise", clause.Otherwise);
        if (clause.PerUnit is { } unit)
            return account.Text("adjustment.unit", Points(unit.Points), unit.Unit);
        return clause.Bands!.BandOf(measured) is not { } band ? account.Text("adjustment.no-band")
            : account.Text(band.IsOpen ? "adjustment.above" : "adjustment.from", band.From, Points(band.Points));

        string Points(Amount amount) =>
            account.InCase(account.Dossier is { } dossier ? amount.Of(dossier).ToString() : amount.ToString(), amount);
    }
}
