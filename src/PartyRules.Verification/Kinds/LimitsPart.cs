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
    /// <summary>More entries than this are not tried at once.</summary>
    private const int MostEntries = 500;

    private static readonly Question Binds = new("limit.binds", Severity.Warning);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [Binds];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        foreach (var component in at.Scheme.Components)
        {
            var items = at.Scheme.Items.Where(item => item.Component == component && item.Appraisal is null).ToList();
            foreach (var (limit, path) in Paths.OfLimits(component.Limit, Paths.Of(component)))
                Ask(at, limit, component, items, path, component.Name);
        }

        foreach (var item in at.Scheme.Items)
        {
            foreach (var (limit, path) in Paths.OfLimits(item.Limit, Paths.Of(at.Scheme, item)))
                Ask(at, limit, item.Component, [item], path, item.Name);
        }
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

    /// <summary>
    /// Entries in one window, until there is more than the limit: on one day, and where another limit caps what a day brings, on as many
    /// as are needed.
    /// </summary>
    private static IEnumerable<Draft> Over(Verifying at, IReadOnlyList<Item> items, Limit limit, Draft draft)
    {
        var making = new Making(at.Scheme);
        var dossier = new Dossier(draft.Subject, at.RoundRow, []);
        var most = limit.Points.Of(dossier);
        foreach (var item in items.Where(item => item.AppliesTo.MayInclude(draft.Subject, at.RoundRow)))
        {
            var days = making.DaysOf(item, at.RoundRow);
            if (days.Count == 0)
                continue;
            var first = item.Scope!.Limit == limit ? most + 1 : item.Scope.Limit.Points.Of(dossier);
            foreach (var act in making.Towards(item, days[0], draft.Subject, first, 1).Take(4))
            {
                var worth = WorthBounds.Of(item.Worth, act.Value, act.Level);
                if (worth == Points.Zero)
                    continue;
                var number = (int)Math.Min(200, (first.Millionths / worth.Millionths) + 1);
                var needed = item.Scope.Limit == limit ? 1 : (int)Math.Min(366, (most.Millionths / Math.Max(1, first.Millionths)) + 1);
                var window = limit.WindowOf(days[0]);
                var acts = days.Where(day => limit.WindowOf(day) == window).Take(needed)
                    .SelectMany(day => Enumerable.Repeat(act with { Date = day }, number));
                yield return draft.With(acts.Take(MostEntries).Select((each, i) => Numbered(each, i + 1)));
            }
        }
    }

    private static Act Numbered(Act act, int number) => act.Reference.Length == 0 ? act : act with { Reference = $"r{number}" };

    private static bool IsOver(Verifying at, Seen seen, Limit limit) =>
        seen.Facts<Tally>(at.RoundRow).Any(tally => tally.Limit == limit && tally.IsOver);
}
