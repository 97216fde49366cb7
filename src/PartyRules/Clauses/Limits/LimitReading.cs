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
        var per = at.WindowOrRounds($"{path}.per", from.Per);
        return new Limit(per, points, finding, at.Cite(from.Cites, $"{path}.cites"))
        {
            FirstMonth = at.FirstMonth,
            IsShared = variants == LimitVariants.Together,
            SpansRounds = at.SpansRounds(per),
        };
    }

    /// <summary>
    /// Checks limits that span rounds: what earlier rounds have used of one is told from entries alone, each by itself and in
    /// one direction.
    /// </summary>
    public static void CheckLimitsThatSpanRounds(this Resolving at)
    {
        var items = at.Clauses.Of<Item>().GroupBy(item => item.Component).ToDictionary(same => same.Key, same => same.ToList());
        foreach (var component in at.Clauses.Of<Component>())
        {
            var (path, own) = ($"$.components[{component.Index}]", items.GetValueOrDefault(component, []));
            if (component.Limit is { SpansRounds: true } && own.Select(item => item.Deducts).Distinct().Count() > 1)
                at.Report("scheme.limit-spans-both", $"{path}.limit.per");
            for (var i = 0; i < own.Count; i++)
            {
                var spans = own[i].Limit ?? component.Limit;
                var isAlone = own[i].Limit is null || component.Limit is null;
                var countsLater = at.Clauses.Of<Lapse>().Any(lapse => lapse.CountsLater && lapse.Codes.Contains(own[i].Code));
                if (spans is { SpansRounds: true } && (own[i].Selection is not null || countsLater || !isAlone))
                    at.Report("scheme.limit-spans", $"{path}{(own[i].Limit is null ? "" : $".items[{i}]")}.limit.per", own[i].Code);
                else if (!isAlone && component.Limit!.SpansRounds)
                    at.Report("scheme.limit-spans", $"{path}.limit.per", own[i].Code);
            }
        }
    }

    /// <summary>Tells which limits of a component and its items were exceeded.</summary>
    public static void TellLimits(this Telling account, Component component)
    {
        var tallies = account.Facts.Of<Tally>(component, tally => tally.Component).Where(tally => tally.IsOver);
        foreach (var tally in tallies.OrderBy(tally => tally.Window).ThenBy(tally => tally.Item?.Code, StringComparer.Ordinal))
        {
            account.TellLimit(
                tally.Item?.Name ?? component.Name,
                tally.Window,
                tally.Recorded,
                tally.Counted,
                tally.Limit,
                tally.Dates,
                account.Earlier(tally));
            if (tally.IsSplit)
                account.TellParts(tally);
        }

        var ofComponent = account.Facts.Of<ComponentTally>(component, tally => tally.Component).Where(tally => tally.IsOver);
        foreach (var tally in ofComponent.OrderBy(tally => tally.Window))
            account.TellLimit(component.Name, tally.Window, tally.Recorded, tally.Counted, tally.Limit!, tally.Dates, null);
    }

    /// <summary>What earlier rounds recorded in the window of a limit that spans rounds; null for another limit.</summary>
    private static Points? Earlier(this Telling account, Tally tally) => tally.Limit.SpansRounds
        ? account.Facts.Of<EarlierCredit>().Where(earlier => earlier.Credit.LimitWindow == tally.Of)
            .Aggregate(Points.Zero, (sum, earlier) => sum + earlier.Credit.Points)
        : null;

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
        (DateOnly? From, DateOnly? To) dates,
        Points? earlier)
    {
        var cites = dates == default ? limit.Cites : limit.Cites.Undated;
        var most = account.Dossier is { } dossier ? limit.Points.Of(dossier).ToString() : limit.Points.ToString();
        var holding = account.InCase(account.Holding("holding", most, dates.From, dates.To), limit.Points);
        account.Line(
            earlier is not null ? "limit.rounds" : limit.IsShared ? "limit.together" : "limit",
            of,
            window,
            Telling.Signed(recorded),
            Telling.Signed(counted),
            holding,
            account.Cited(cites),
            earlier is { } before ? Telling.Signed(before) : null);
    }
}
