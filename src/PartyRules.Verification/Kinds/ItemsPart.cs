using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Bounds;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Kinds;

/// <summary>What is recorded: items with points, and records without.</summary>
internal sealed class ItemsPart : Part
{
    private static readonly Question Counts = new("item.counts", Severity.Error);
    private static readonly Question IsWhole = new("item.whole", Severity.Warning);
    private static readonly Question IsUsed = new("record.used", Severity.Warning);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Counts, IsWhole, Merit.Question, IsUsed];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        var entries = new EntriesOfItem(at);
        var merit = new Merit(at, entries);
        foreach (var item in at.Scheme.Items)
        {
            AskWhetherItCounts(at, item, entries);
            AskWhetherWhole(at, item, entries);
            merit.Ask(item);
        }

        foreach (var record in at.Scheme.Records)
        {
            var path = Paths.Of(at.Scheme, record);
            at.AskWhetherUsed(IsUsed, path, record.Name, at.Used.Codes.Contains(record.Code), () => entries.Shown(record));
        }
    }

    private static void AskWhetherItCounts(Verifying at, Item item, EntriesOfItem entries)
    {
        var path = Paths.Of(at.Scheme, item);
        var before = at.Trials.Count;
        var isWithoutEffect = IsWithoutEffect(at, item);
        if (isWithoutEffect && !at.Used.Codes.Contains(item.Code))
            at.Refute(Counts, path, entries.Shown(item), item.Name);
        else if (isWithoutEffect || entries.Of(item).Any(pair => Differ(at, item, pair.Without, pair.With)))
            at.Prove(Counts, path, item.Name);
        else
            at.LeaveOpen(Counts, path, at.Trials.Count - before, item.Name);
    }

    /// <summary>Whether bounds show that the component scores the same whatever is recorded of the item.</summary>
    private static bool IsWithoutEffect(Verifying at, Item item)
    {
        var component = item.Component;
        if (WorthBounds.OfOne(item).High == Points.Zero || item.Scope?.AndNext.Any(scope => scope.Limit.Points.Most == Points.Zero) == true)
            return component.Rules is null;
        return component.Multipliers.Count == 0 && at.ProfilesOf(item).All(profile =>
        {
            var bounds = new ComponentBounds(at.Scheme, at.RoundRow, profile).Unbounded(component);
            return item.Deducts ? bounds.High <= component.Minimum?.Least : bounds.Low >= component.Maximum?.Most;
        });
    }

    private static bool Differ(Verifying at, Item item, Draft without, Draft with) =>
        at.Trials.Of(without)?.ScoreOf(at.RoundRow, item.Component) is { } one
        && at.Trials.Of(with)?.ScoreOf(at.RoundRow, item.Component) is { } other
        && one != other;

    /// <summary>What one entry earns where the scheme says how much that is: it should all count where nothing else is recorded.</summary>
    private static void AskWhetherWhole(Verifying at, Item item, EntriesOfItem entries)
    {
        if (item.Worth.IsMeasured || item.Component.IsCompound || item.Selection?.Factors.Count > 0
            || WorthBounds.OfOne(item).High is not { } most)
            return;
        var path = Paths.Of(at.Scheme, item);
        if (DiffersBySubject(item))
        {
            at.LeaveOpen(IsWhole, path, 0, item.Name, most);
            return;
        }

        var room = at.ProfilesOf(item).Select(profile => RoomFor(at, item, profile))
            .Concat((item.Scope?.AndNext ?? []).Select(scope => (Points?)scope.Limit.Points.Most)).Min();
        if (most > room)
            at.Refute(IsWhole, path, entries.Shown(item, most), item.Name, most, room);
        else
            at.Prove(IsWhole, path, item.Name, most);
    }

    /// <summary>Whether it is not the same for all what an entry is worth, or how much of it counts.</summary>
    private static bool DiffersBySubject(Item item)
    {
        var (component, limits) = (item.Component, (item.Scope?.AndNext ?? []).Select(scope => scope.Limit.Points));
        Amount?[] amounts = [component.Start, component.Minimum, component.Maximum, .. limits, .. item.Worth.Amounts];
        return amounts.Any(amount => amount?.IsSame == false);
    }

    /// <summary>How far the component's bounds let one entry move its score; null where they set no end.</summary>
    private static Points? RoomFor(Verifying at, Item item, Profile profile)
    {
        var component = item.Component;
        var bounds = new ComponentBounds(at.Scheme, at.RoundRow, profile).Of(component);
        return item.Deducts
            ? Interval.Distance(component.Minimum?.Least, bounds.High)
            : Interval.Distance(bounds.Low, component.Maximum?.Most);
    }
}
