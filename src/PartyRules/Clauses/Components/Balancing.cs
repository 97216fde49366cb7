using PartyRules.Arithmetic;
using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Components;

/// <summary>How a balance runs from day to day.</summary>
internal static class Balancing
{
    /// <summary>What the credits of a component add up to: without those that spend what was not there, where they do not count.</summary>
    public static Points Counted(this Component component, Facts<Credit> credits, Dossier dossier)
    {
        var sum = credits.Sum(credit => credit.Points);
        if (component.Balance is { LeavesOut: true })
        {
            foreach (var (credit, _) in component.Overdrawing(credits, dossier))
                sum -= credit.Points;
        }

        return sum;
    }

    /// <summary>
    /// The credits that spend more than was there, with what was: the start, what is carried over, and what was earned and spent up to
    /// their day. What a day earns is there before anything of that day is spent.
    /// </summary>
    public static IReadOnlyList<(Credit Credit, Exact There)> Overdrawing(
        this Component component, IEnumerable<Credit> credits, Dossier dossier)
    {
        if (component.Balance is not { } balance)
            return [];
        var there = component.Carries.Aggregate(Exact.Of(component.Start.Of(dossier)), (sum, carried) => sum + carried.Of(dossier));
        var overdrawing = new List<(Credit, Exact)>();
        foreach (var day in credits.OrderBy(credit => credit.Entry, Entry.Chronological).GroupBy(credit => credit.Entry.Date))
        {
            there += Exact.Of(day.Where(credit => credit.Points > 0).Aggregate(Points.Zero, (sum, credit) => sum + credit.Points));
            foreach (var credit in day.Where(credit => credit.Points < 0))
            {
                var left = there + Exact.Of(credit.Points);
                if (left.CompareTo(Exact.Zero) < 0)
                    overdrawing.Add((credit, there));
                if (left.CompareTo(Exact.Zero) >= 0 || !balance.LeavesOut)
                    there = left;
            }
        }

        return overdrawing;
    }

    /// <summary>Tells which entries spent more than was there.</summary>
    public static void TellBalance(this Telling account, Component component, IReadOnlyList<Credit> credits)
    {
        if (component.Balance is not { } balance || account.Dossier is not { } dossier)
            return;
        foreach (var (credit, there) in component.Overdrawing(credits, dossier))
        {
            account.Line(
                balance.LeavesOut ? "balance.left-out" : "balance.overdrawn",
                credit.Entry.Id,
                Telling.DateOf(credit.Entry),
                -credit.Points,
                there.ToText(),
                account.Cited(balance.Cites));
        }
    }
}
