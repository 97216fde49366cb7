using PartyRules.Schemes;

namespace PartyRules.Verification.Search;

/// <summary>Brings a sum between two bounds by adding entries one after the other, the one that brings it nearest first.</summary>
/// <param name="trials">Scores drafts.</param>
internal sealed class Climbing(Trials trials)
{
    private const int MostSteps = 160;
    private const int DaysOfShortestMonth = 28;
    private static readonly Points UsualGap = 100;
    private readonly Making making = new(trials.Scheme);

    /// <summary>
    /// The draft with entries by which a measure is between two bounds, the upper one left out; null where none is found.
    /// </summary>
    /// <param name="draft">The draft.</param>
    /// <param name="measure">What is measured; null where it cannot be.</param>
    /// <param name="from">The lower bound, included; null for none.</param>
    /// <param name="below">The upper bound, not included; null for none.</param>
    /// <param name="row">The row in which entries may stand.</param>
    public Draft? Between(Draft draft, Func<Seen, Points?> measure, Points? from, Points? below, Period row)
    {
        if (trials.Of(draft) is not { } start || measure(start) is not { } points)
            return null;
        for (var step = 0; step < MostSteps; step++)
        {
            var isLow = points < from;
            if (!isLow && !(points >= below))
                return draft;
            if (Best(draft, measure, points, isLow, from, below, row) is not { } best)
                return null;
            (draft, points) = best;
        }

        return null;
    }

    /// <summary>The draft with entries by which a measure is as high, or as low, as adding more makes it; at most so many.</summary>
    public (Draft Draft, Points Points)? Furthest(Draft draft, Func<Seen, Points?> measure, bool up, Period row)
    {
        if (trials.Of(draft) is not { } start || measure(start) is not { } points)
            return null;
        for (var step = 0; step < MostSteps; step++)
        {
            if (Best(draft, measure, points, up, null, null, row) is not { } best)
                break;
            (draft, points) = best;
        }

        return (draft, points);
    }

    /// <summary>The entry that goes furthest in a direction, but not beyond the bound on the other side.</summary>
    private (Draft Draft, Points Points)? Best(
        Draft draft, Func<Seen, Points?> measure, Points now, bool up, Points? from, Points? below, Period row)
    {
        var gap = (up ? from - now : now - below + Points.FromMillionths(1)) ?? UsualGap;
        (Draft Draft, Points Points)? best = null;
        foreach (var next in Changed(draft, gap, up, row).Concat(Longer(draft, gap, row)))
        {
            if (trials.Of(next) is not { } seen || measure(seen) is not { } points)
                continue;
            var isNearer = up ? points > now && !(points >= below) : points < now && !(points < from);
            if (isNearer && (best is not { } known || (up ? points > known.Points : points < known.Points)))
                best = (next, points);
            if (isNearer && (up ? points >= from : points < below))
                return best;
        }

        return best;
    }

    /// <summary>The draft with one more entry.</summary>
    private IEnumerable<Draft> Longer(Draft draft, Points gap, Period row)
    {
        foreach (var item in making.ItemsFor(draft.Subject, row).Where(item => item.Appraisal is null))
        {
            var days = making.DaysOf(item, row);
            if (days.Count == 0)
                continue;
            var (further, number) = Math.DivRem(draft.Acts.Count(act => act.Item == item.Code || SharesLimit(act, item)), days.Count);
            var day = days[number].AddDays(further % DaysOfShortestMonth);
            foreach (var act in making.Towards(item, day > row.End ? days[number] : day, draft.Subject, gap, draft.Acts.Count + 1))
                yield return draft.With(act);
        }
    }

    /// <summary>The draft with another rating in the place of one, which further ratings would only average.</summary>
    private IEnumerable<Draft> Changed(Draft draft, Points gap, bool up, Period row)
    {
        for (var i = 0; i < draft.Acts.Count; i++)
        {
            var act = draft.Acts[i];
            if (act.Value is not { } value || !row.Contains(act.Date)
                || trials.Scheme.Items.FirstOrDefault(item => item.Code == act.Item && item.Appraisal is not null) is not { } item)
                continue;
            foreach (var rating in Ratings(item, act, value, gap, up).Where(rating => rating >= 0 && rating != value).Distinct())
                yield return draft with { Acts = draft.Acts.SetItem(i, act with { Value = rating }) };
        }
    }

    private static IEnumerable<Points> Ratings(Item item, Act act, Points value, Points gap, bool up)
    {
        yield return up ? item.Component.Maximum?.Most ?? UsualGap : Points.Zero;
        var weight = item.Appraisal!.Weights.GetValueOrDefault(act.Evaluator, 100);
        foreach (var points in Making.WaysOver(item, gap))
        {
            var rating = weight > 0 ? Making.Scaled(points, 100, weight) : points;
            yield return up ? value + rating : value - rating;
        }
    }

    private bool SharesLimit(Act act, Item item) =>
        item.Scope is { } scope && trials.Scheme.Items.Any(other => other.Code == act.Item && other.Scope == scope);
}
