using PartyRules.Clauses.Core;
using PartyRules.Clauses.Limits;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Components;

/// <summary>Whether limits of several items of one code are one limit.</summary>
internal static class LimitsOfVariants
{
    /// <summary>
    /// Checks that limits of several items of one code say whether they are one, and that those that are say the same. A component's limit
    /// caps all its items together and says nothing of this.
    /// </summary>
    public static void CheckLimitsOfVariants(this Resolving at, IReadOnlyList<ComponentDocument> components)
    {
        var limits = components.SelectMany((component, c) =>
            component.Items.Select((item, i) => (item.Limit, Path: $"$.components[{c}].items[{i}]")));
        var read = at.Clauses.Of<Item>().Zip(limits, (item, from) => new Variant(item, from.Limit, from.Path));
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
            && Item.AppliesTo.MayMeet(other.Item.AppliesTo, Longer(Widest(limit), Widest(Item.Limit!)), limit.FirstMonth);

        /// <summary>Whether both say the same limit, of one component.</summary>
        public bool IsOneWith(Variant other) => other.Item.Component == Item.Component
            && other.Item.Limit is { IsShared: true } limit
            && limit.AndWider.Count() == Item.Limit!.AndWider.Count()
            && limit.AndWider.Zip(Item.Limit.AndWider).All(pair => SayTheSame(pair.First, pair.Second));

        private static bool SayTheSame(Limit one, Limit other) =>
            (one.Per, one.Finding?.Code) == (other.Per, other.Finding?.Code) && one.Points.SaysTheSameAs(other.Points);

        private static PeriodKind Widest(Limit limit) => limit.AndWider.Last().Per;

        private static PeriodKind Longer(PeriodKind one, PeriodKind other) => Period.FitsInto(one, other) ? other : one;
    }
}
