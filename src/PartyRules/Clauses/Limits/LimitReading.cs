using PartyRules.Clauses.Components;
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
        if (from.Points < 0)
            at.Report("scheme.negative", $"{path}.points");
        var finding = from.Finding is null ? null : at.Finding(from.Finding, $"{path}.finding");
        var variants = from.Variants is null ? LimitVariants.Each : at.Word<LimitVariants>($"{path}.variants", from.Variants);
        return new Limit(at.Window($"{path}.per", from.Per), from.Points, finding, at.Cite(from.Cites, $"{path}.cites"))
        {
            IsShared = variants == LimitVariants.Together,
        };
    }

    /// <summary>
    /// Checks that limits of several items of one code say whether they are one, and that those that are say the same. A component's limit
    /// caps all its items together and says nothing of this.
    /// </summary>
    public static void CheckLimitsOfVariants(this Resolving at, IReadOnlyList<ComponentDocument> components)
    {
        var limits = components.SelectMany((component, c) => component.Items.Select((item, i) => (item.Limit, $"$.components[{c}].items[{i}]")));
        var read = at.Clauses.Of<Item>().Zip(limits, (item, from) => new Variant(item, from.Limit, from.Item2));
        for (var i = 0; i < components.Count; i++)
        {
            if (components[i].Limit?.Variants is not null)
                at.Report("scheme.limit-variants-unused", $"$.components[{i}].limit.variants");
        }

        foreach (var alike in read.GroupBy(variant => variant.Item.Code, StringComparer.Ordinal).Select(alike => alike.ToList()))
            at.CheckLimitsOf(alike);
    }

    /// <summary>Checks the limits of the items of one code; what is wrong with several is told at the first.</summary>
    private static void CheckLimitsOf(this Resolving at, List<Variant> alike)
    {
        var limited = alike.FindAll(variant => variant.From is not null);
        var code = alike[0].Item.Code;
        var shared = limited.Find(variant => variant.Item.Limit!.IsShared);
        if (alike.Count == 1 && limited is [{ From.Variants: not null } only])
            at.Report("scheme.limit-variants-unused", $"{only.Path}.limit.variants");
        else if (limited.Find(one => one.From!.Variants is null && limited.Exists(one.MayFillWith)) is { } open)
            at.Report("scheme.limit-variants", $"{open.Path}.limit", code);
        else if (shared is not null && alike.Find(other => !shared.IsOneWith(other)) is { } other)
            at.Report("scheme.limit-together", other.From is null ? other.Path : $"{other.Path}.limit", code);
    }

    /// <summary>An item of a code, with the limit as it is written, and where the item stands.</summary>
    private sealed record Variant(Item Item, LimitDocument? From, string Path)
    {
        /// <summary>Whether both limits may be filled by entries of one subject in one window.</summary>
        public bool MayFillWith(Variant other) => other != this && other.Item.Limit is { } limit
            && Item.AppliesTo.MayMeet(other.Item.AppliesTo, Period.FitsInto(limit.Per, Item.Limit!.Per) ? Item.Limit.Per : limit.Per);

        /// <summary>Whether both say the same limit, of one component.</summary>
        public bool IsOneWith(Variant other) => other.Item.Component == Item.Component
            && other.Item.Limit is { IsShared: true } limit
            && (limit.Per, limit.Points, limit.Finding?.Code) == (Item.Limit!.Per, Item.Limit.Points, Item.Limit.Finding?.Code);
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
        var holding = account.Holding("holding", limit.Points, dates.From, dates.To);
        account.Line(
            limit.IsShared ? "limit.together" : "limit", of, window, Telling.Signed(recorded), Telling.Signed(counted), holding, account.Cited(cites));
    }
}
