using PartyRules.Arithmetic;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Bounds;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Kinds;

/// <summary>What counts at most within a window.</summary>
internal sealed class LimitsPart : Part
{
    private static readonly Question Binds = new("limit.binds", Severity.Warning);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Binds];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var component in at.Scheme.Components.Where(component => component.Limit is not null))
        {
            var items = at.Scheme.Items.Where(item => item.Component == component && (item.Limit is null || component.LimitsTallies));
            Ask(at, component.Limit!, component, [.. items], $"{Paths.Of(component)}.limit", component.Name);
        }

        foreach (var item in at.Scheme.Items.Where(item => item.Limit is not null))
            Ask(at, item.Limit!, item.Component, [item], $"{Paths.Of(at.Scheme, item)}.limit", item.Name);
    }

    private static void Ask(Verifying at, Limit limit, Component component, IReadOnlyList<Item> items, string path, LocalText name)
    {
        if (!MayBind(at, limit, component, items))
        {
            var most = at.Furthest(seen => seen.ScoreOf(at.RoundRow, component), up: items.Any(item => !item.Deducts), ofYear: false);
            at.Refute(Binds, path, most, name, limit.Points);
            return;
        }

        var before = at.Trials.Count;
        if (at.Search(draft => Over(at, items, limit, draft), seen => IsOver(at, seen, limit), ofYear: false) is null)
            at.LeaveOpen(Binds, path, at.Trials.Count - before, name, limit.Points);
        else
            at.Prove(Binds, path, name, limit.Points);
    }

    /// <summary>
    /// Whether more than the limit may be recorded in one window, and the component's own bounds do not already keep the score from going
    /// as far.
    /// </summary>
    private static bool MayBind(Verifying at, Limit limit, Component component, IReadOnlyList<Item> items)
    {
        var most = items.Aggregate(Interval.Zero, (all, item) => all + new Interval(Points.Zero, MostInWindow(item, limit)));
        if (most.High <= limit.Points.Least)
            return false;
        var rest = at.Scheme.Items.Where(item => item.Component == component).ToList();
        if (component.IsCompound || limit.SpansRounds || limit.Finding is not null || rest.Exists(item => item.Deducts != rest[0].Deducts))
            return true;
        if (new[] { component.Start, component.Minimum, component.Maximum, limit.Points }.Any(amount => amount?.IsSame == false))
            return true;
        var room = rest[0].Deducts
            ? component.Start.Most - component.Minimum?.Most
            : component.Maximum?.Most - component.Start.Most;
        return !(limit.Points.Most >= room);
    }

    /// <summary>The most that one item can bring within a window of a limit; null for no end.</summary>
    private static Points? MostInWindow(Item item, Limit limit)
    {
        var one = WorthBounds.OfOne(item).High;
        if (one == Points.Zero)
            return Points.Zero;
        if (item.Limit is { } own && own != limit && own.Per == limit.Per)
            return own.Points.Most;
        return item.Selection is { Window: { } window } selection && window == limit.Per
            ? new Interval(Points.Zero, one).Times(new Exact(selection.AtMost, 1)).High
            : null;
    }

    /// <summary>Entries in one window, until there is more than the limit.</summary>
    private static IEnumerable<Draft> Over(Verifying at, IReadOnlyList<Item> items, Limit limit, Draft draft)
    {
        var making = new Making(at.Scheme);
        var most = limit.Points.Of(new Dossier(draft.Subject, at.RoundRow, []));
        foreach (var item in items.Where(item => item.AppliesTo.MayInclude(draft.Subject, at.RoundRow)))
        {
            foreach (var day in making.DaysOf(item, at.RoundRow).Take(1))
            {
                foreach (var act in making.Towards(item, day, draft.Subject, most + 1, 1).Take(4))
                {
                    var worth = WorthBounds.Of(item.Worth, act.Value, act.Level);
                    if (worth == Points.Zero)
                        continue;
                    var number = (int)Math.Min(200, (most.Millionths / worth.Millionths) + 1);
                    yield return draft.With(Enumerable.Range(1, number).Select(i => Numbered(act, i)));
                }
            }
        }
    }

    private static Act Numbered(Act act, int number) => act.Reference.Length == 0 ? act : act with { Reference = $"r{number}" };

    private static bool IsOver(Verifying at, Seen seen, Limit limit) =>
        seen.Facts<Tally>(at.RoundRow).Any(tally => tally.Limit == limit && tally.IsOver)
        || seen.Facts<ComponentTally>(at.RoundRow).Any(tally => tally.Limit == limit && tally.IsOver);
}
