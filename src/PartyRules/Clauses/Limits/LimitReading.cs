using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Core;
using PartyRules.Documents;
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
            Within = at.Wider(from, per, $"{path}.within"),
        };
    }

    /// <summary>Whether a limit of a component or its items caps what another has left, or spans rounds.</summary>
    public static bool Cascades(this Resolving at, LimitDocument? ofComponent, IEnumerable<LimitDocument?> ofItems)
    {
        var limits = ofItems.OfType<LimitDocument>().ToList();
        if (ofComponent is not null && limits.Count > 0)
            return true;
        return limits.Append(ofComponent).OfType<LimitDocument>().Any(limit =>
            limit.Within is not null || (WordMeanings.KindOf(limit.Per) is { } per && at.SpansRounds(per)));
    }

    /// <summary>Reads the limit within which another lies; null for none.</summary>
    private static Limit? Wider(this Resolving at, LimitDocument from, PeriodKind per, string path)
    {
        var wider = at.Limit(from.Within, path);
        if (from.Within?.Variants is not null)
            at.Report("scheme.limit-variants-unused", $"{path}.variants");
        if (wider is not null && (per == wider.Per || !Period.FitsInto(per, wider.Per)))
            at.Report("scheme.limit-within", $"{path}.per", WordMeanings.WordOf(per), WordMeanings.WordOf(wider.Per));
        return wider;
    }

    /// <summary>
    /// Checks limits that span rounds: what earlier rounds have used of one is told from entries alone, each by itself and in
    /// one direction.
    /// </summary>
    public static void CheckLimitsThatSpanRounds(this Resolving at)
    {
        var items = at.Clauses.Of<Item>().GroupBy(item => item.Component).ToDictionary(same => same.Key, same => same.ToList());
        var later = at.Clauses.Of<Lapse>().Where(lapse => lapse.CountsLater)
            .SelectMany(lapse => lapse.Codes).ToHashSet(StringComparer.Ordinal);
        foreach (var component in at.Clauses.Of<Component>())
        {
            var (path, own) = ($"$.components[{component.Index}]", items.GetValueOrDefault(component, []));
            var ofComponent = Spanning(component.Limit, $"{path}.limit");
            if (ofComponent is not null && own.Select(item => item.Deducts).Distinct().Count() > 1)
                at.Report("scheme.limit-spans-both", ofComponent);
            for (var i = 0; i < own.Count; i++)
            {
                if ((Spanning(own[i].Limit, $"{path}.items[{i}].limit") ?? ofComponent) is not { } spans)
                    continue;
                if (own[i].Selection is not null)
                    at.Report("scheme.limit-spans-selected", spans, own[i].Code);
                if (later.Contains(own[i].Code))
                    at.Report("scheme.limit-spans-later", spans, own[i].Code);
            }
        }
    }

    /// <summary>Where the first of a limit and those it lies within that spans rounds says so; null for none.</summary>
    private static string? Spanning(Limit? limit, string path)
    {
        for (; limit is not null; (limit, path) = (limit.Within, $"{path}.within"))
        {
            if (limit.SpansRounds)
                return $"{path}.per";
        }

        return null;
    }

    /// <summary>Tells which limits of a component and its items were exceeded: those of items first, as they are kept.</summary>
    public static void TellLimits(this Telling account, Component component)
    {
        var cascade = account.Facts.Of<Cascade>(component, cascade => cascade.Component).SingleOrDefault();
        var tallies = account.Facts.Of<Tally>(component, tally => tally.Component).Where(tally => tally.IsOver)
            .OrderBy(tally => tally.Item is null)
            .ThenBy(tally => tally.Window.End)
            .ThenByDescending(tally => tally.Window.Start)
            .ThenBy(tally => tally.Item?.Code, StringComparer.Ordinal);
        foreach (var tally in tallies)
        {
            account.TellLimit(tally, tally.Limit.SpansRounds ? cascade?.EarlierIn(tally.Of) : null);
            if (cascade?.PartsOf(tally.Of).ToList() is { Count: > 0 } parts)
                account.TellParts(parts);
        }
    }

    /// <summary>Tells in which windows of the next limit counts what a limit over longer ones leaves.</summary>
    private static void TellParts(this Telling account, IEnumerable<(Period Window, Points Counted)> parts)
    {
        var told = parts.Select(part => account.Text("limit.part", part.Window, Telling.Signed(part.Counted)));
        account.Line("limit.parts", string.Join(account.Text("list.separator"), told));
    }

    private static void TellLimit(this Telling account, Tally tally, Points? earlier)
    {
        var (limit, dates) = (tally.Limit, tally.Dates);
        var cites = dates == default ? limit.Cites : limit.Cites.Undated;
        var most = account.Dossier is { } dossier ? limit.Points.Of(dossier).ToString() : limit.Points.ToString();
        var holding = account.InCase(account.Holding("holding", most, dates.From, dates.To), limit.Points);
        account.Line(
            earlier is not null ? "limit.rounds" : limit.IsShared ? "limit.together" : "limit",
            tally.Item?.Name ?? tally.Component.Name,
            tally.Window,
            Telling.Signed(tally.Recorded),
            Telling.Signed(tally.Counted),
            holding,
            account.Cited(cites),
            earlier is { } before ? Telling.Signed(before) : null);
    }
}
