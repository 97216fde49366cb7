using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Limits;

/// <summary>How a limit is read, and told.</summary>
internal static class LimitReading
{
    /// <summary>Reads a limit; null for none.</summary>
    public static Limit? Limit(this Resolving at, LimitDocument? from, string path)
    {
        if (from is null)
            return null;
        if (from.Points.All.Any(points => points < 0))
            at.Report("scheme.negative", $"{path}.points");
        var finding = from.Finding is null ? null : at.Finding(from.Finding, $"{path}.finding");
        var variants = from.Variants is null ? LimitVariants.Each : at.Word<LimitVariants>($"{path}.variants", from.Variants);
        var points = at.Amount(from.Points, $"{path}.points")!;
        return new Limit(at.Window($"{path}.per", from.Per), points, finding, at.Cite(from.Cites, $"{path}.cites"))
        {
            FirstMonth = at.FirstMonth,
            IsShared = variants == LimitVariants.Together,
        };
    }

    /// <summary>Tells which limits of a component and its items were exceeded.</summary>
    public static void TellLimits(this Telling account, Component component)
    {
        var tallies = account.Facts.Of<Tally>(component, tally => tally.Component).Where(tally => tally.IsOver);
        foreach (var tally in tallies.OrderBy(tally => tally.Window).ThenBy(tally => tally.Item?.Code, StringComparer.Ordinal))
        {
            account.TellLimit(tally.Item?.Name ?? component.Name, tally.Window, tally.Recorded, tally.Counted, tally.Limit, tally.Dates);
            if (tally.IsSplit)
                account.TellParts(tally);
        }

        var ofComponent = account.Facts.Of<ComponentTally>(component, tally => tally.Component).Where(tally => tally.IsOver);
        foreach (var tally in ofComponent.OrderBy(tally => tally.Window))
            account.TellLimit(component.Name, tally.Window, tally.Recorded, tally.Counted, tally.Limit!, tally.Dates);
    }

    /// <summary>Tells in which windows of the component's limit counts what an item's limit over longer ones leaves.</summary>
    private static void TellParts(this Telling account, Tally tally)
    {
        var parts = account.Facts.Of<TallyPart>()
            .Where(part => part.Whole == tally.Of && part.Window.Scope is not null)
            .OrderBy(part => part.Window.Window)
            .Select(part => account.Text("limit.part", part.Window.Window, Telling.Signed(part.Counted)));
        account.Line("limit.parts", string.Join(account.Text("list.separator"), parts));
    }

    private static void TellLimit(
        this Telling account,
        LocalText of,
        Period window,
        Points recorded,
        Points counted,
        Limit limit,
        (DateOnly? From, DateOnly? To) dates)
    {
        var cites = dates == default ? limit.Cites : limit.Cites.Undated;
        var most = account.Dossier is { } dossier ? limit.Points.Of(dossier).ToString() : limit.Points.ToString();
        var holding = account.InCase(account.Holding("holding", most, dates.From, dates.To), limit.Points);
        account.Line(
            limit.IsShared ? "limit.together" : "limit",
            of,
            window,
            Telling.Signed(recorded),
            Telling.Signed(counted),
            holding,
            account.Cited(cites));
    }
}
