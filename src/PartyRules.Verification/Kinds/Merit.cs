using PartyRules.Conditions;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Bounds;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Kinds;

/// <summary>
/// Whether one more entry of an item that adds never lowers the total, and one more of an item that takes away never raises it.
/// </summary>
internal sealed class Merit(Verifying at, EntriesOfItem entries)
{
    private const int MostTrials = 400;

    /// <summary>The question.</summary>
    public static Question Question { get; } = new("merit.counts", Severity.Warning);

    /// <summary>Asks it of an item. Ratings are averaged, so that nothing is claimed of one more of them.</summary>
    public void Ask(Item item)
    {
        if (item.Appraisal is not null)
            return;
        var path = Paths.Of(at.Scheme, item);
        if (IsMonotone(item))
        {
            at.Prove(Question, path, item.Name);
            return;
        }

        var before = at.Trials.Count;
        foreach (var (without, with) in Pairs(item).TakeWhile(_ => at.Trials.Count - before < MostTrials))
        {
            if (at.Trials.Of(without) is not { } one || at.Trials.Of(with) is not { } other || !Turns(item, one, other))
                continue;
            var both = without with { Rivals = [with.Acts] };
            at.Refute(Question, path, at.Trials.Of(both) is { } seen ? at.Trials.ExampleOf(seen) : null, item.Name);
            return;
        }

        at.LeaveOpen(Question, path, at.Trials.Count - before, item.Name);
    }

    /// <summary>
    /// Whether everything between an entry and the total keeps the order of points: limits, bounds, weights and rounding do, and factors
    /// that are not negative. What may not is a factor that the entry itself changes, a choice among entries that is not for the highest,
    /// what counts by its place, spending that does not count, points from conditions and measures, what sets the total, limits that
    /// span rounds or whose windows reach over those of the next, and an entry by which others stop counting.
    /// </summary>
    private bool IsMonotone(Item item) => item.Component.Rules is null
        && item.Component.Balance is not { LeavesOut: true }
        && at.Scheme.Clauses.Of<AdjustmentClause>().Count == 0
        && item.Selection is not { Factors.Count: > 0 }
        && at.Scheme.Lapses.All(lapse => lapse.By != item.Code && lapse.Until != item.Code)
        && !at.Scheme.LimitsSpanRounds
        && item.Scope?.AndNext.Any(scope => scope.Straddles) != true
        && at.Scheme.Multipliers.All(multiplier => IsApart(multiplier, item))
        && (at.Scheme.Total?.Forced ?? []).All(clause => IsApart(clause, item))
        && (item.Selection is null || (item.Selection.Keep == Keep.Highest && item.Scope is null) || IsOfOneWorth(item));

    /// <summary>Whether a factor is never negative, and the same whether or not the item has one more entry.</summary>
    private static bool IsApart(Multiplier multiplier, Item item)
    {
        var facts = new LookedAt();
        multiplier.LookAt(facts);
        return !multiplier.Source.MayBeNegative && !facts.Codes.Contains(item.Code);
    }

    /// <summary>Whether what sets a total holds whether or not the item has one more entry.</summary>
    private static bool IsApart(ForcedTotalClause clause, Item item)
    {
        var facts = new LookedAt();
        clause.When.LookAt(facts);
        return clause.When.Needs == Needs.None && !facts.Codes.Contains(item.Code);
    }

    private static bool IsOfOneWorth(Item item) => WorthBounds.OfOne(item) is var one && one.Low == one.High && item.Scope is null;

    private IEnumerable<(Draft Without, Draft With)> Pairs(Item item)
    {
        foreach (var (start, with) in entries.Of(item))
        {
            yield return (start, with);
            foreach (var (_, other) in entries.Of(item).Where(pair => pair.Without.Subject == start.Subject))
            {
                var (act, further) = (with.Acts[^1], other.Acts[^1]);
                var lesser = further with { Value = further.Value > 1 ? 1 : further.Value, Reference = act.Reference };
                var later = act with { Date = act.Date.AddDays(1) };
                yield return (with, with.With(lesser with { Date = later.Date }));
                yield return (start.With(later), start.With(later, lesser with { Date = act.Date }));
            }
        }
    }

    private bool Turns(Item item, Seen one, Seen other) =>
        one.TotalOf(at.RoundRow) is { } before
        && other.TotalOf(at.RoundRow) is { } after
        && (item.Deducts ? after > before : after < before);
}
