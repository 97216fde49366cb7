using PartyRules.Conditions;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Bounds;

namespace PartyRules.Verification.Search;

/// <summary>
/// Directed search for drafts in which a condition holds, or does not. Each is a proposal: only scoring it shows whether it is one.
/// </summary>
/// <param name="trials">Scores drafts.</param>
/// <param name="starts">What rounds need.</param>
internal sealed partial class Ways(Trials trials, Starts starts)
{
    private const int MostOfEachPart = 6;
    private readonly Making making = new(trials.Scheme);
    private readonly Climbing climbing = new(trials);

    private Scheme Scheme => trials.Scheme;

    /// <summary>Drafts that may do, the likeliest first.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="holds">Whether it should hold.</param>
    /// <param name="draft">What there is already.</param>
    /// <param name="row">The row in which it is asked.</param>
    public IEnumerable<Draft> Of(Condition condition, bool holds, Draft draft, Period row) => condition switch
    {
        NotCondition not => Of(not.Part, !holds, draft, row),
        AllCondition all => holds ? Together(all.Parts, true, draft, row) : all.Parts.SelectMany(part => Of(part, false, draft, row)),
        AnyCondition any => holds ? any.Parts.SelectMany(part => Of(part, true, draft, row)) : Together(any.Parts, false, draft, row),
        TotalCondition asked => Total(asked.Range, holds, draft, row),
        ComponentCondition asked => Component(asked, holds, draft, row),
        GradeCondition asked => Grades(asked.Grades, holds, draft, row),
        RiseCondition asked => Rises(asked.Range, holds, draft, row),
        MarkCondition asked => Marked(asked.Mark, new NumberRange(Exactly: holds ? 1 : 0), true, draft, row),
        TimesCondition asked => Marked(asked.Mark, asked.Count, holds, draft, row),
        StreakCondition asked => Marked(asked.Mark, asked.Count, holds, draft, row),
        QuotaCondition { Places: StatedPlaces stated } asked => WithPlaces(stated, draft)
            .SelectMany(each => Pools(asked, each, row)).Where(pool => Holds(condition, pool, row) == holds),
        PlaceCondition asked => Pools(asked, draft, row).Where(pool => Holds(condition, pool, row) == holds),
        MeasureCondition { Measure.Quantity: PoolQuantity { Among: { } among } } => Of(among, true, draft, row).Take(MostOfEachPart)
            .Append(draft).SelectMany(each => Pools(each, row)).Where(pool => Holds(condition, pool, row) == holds),
        MeasureCondition { Measure.Quantity.IsOfPool: true } =>
            Pools(draft, row).Where(pool => Holds(condition, pool, row) == holds),
        ShareCondition asked => Shares(asked, draft, row).Where(pool => Holds(condition, pool, row) == holds),
        _ when HoldsAlready(condition, draft, row) == holds => OfDossier(condition, holds, draft, row).Prepend(draft),
        _ => OfDossier(condition, holds, draft, row),
    };

    /// <summary>Pools of those who compete in the ranking in which a place is asked for.</summary>
    private IEnumerable<Draft> Pools(PlaceCondition asked, Draft draft, Period row) =>
        Scheme.EveryRanking.FirstOrDefault(ranking => ranking.Id == asked.Ranking)?.Among is { } among
            ? Of(among, true, draft, row).Take(MostOfEachPart).SelectMany(each => Pools(each, row))
            : Pools(draft, row);

    /// <summary>Whether a condition on the subject and its entries holds of what there is already.</summary>
    private static bool HoldsAlready(Condition condition, Draft draft, Period row)
    {
        List<Entry> entries = [.. draft.Entries().Where(entry => entry.Subject == draft.Subject.Id && row.Contains(entry.Date))];
        return condition.HoldsFor(new Dossier(draft.Subject, row, entries) { Results = draft.Earlier });
    }

    private IEnumerable<Draft> OfDossier(Condition condition, bool holds, Draft draft, Period row) =>
        OfSubject(condition, holds, draft) ?? OfEntries(condition, holds, draft, row);

    /// <summary>Parts without which others could be undone come last: what looks at results comes after what is recorded.</summary>
    private IEnumerable<Draft> Together(IReadOnlyList<Condition> parts, bool hold, Draft draft, Period row) => parts
        .OrderBy(part => part.Needs)
        .Aggregate(
            (IEnumerable<Draft>)[draft],
            (drafts, part) => drafts.Take(MostOfEachPart).SelectMany(each => Of(part, hold, each, row).Take(MostOfEachPart)));

    private IEnumerable<Draft> Total(NumberRange range, bool holds, Draft draft, Period row) =>
        Ranges(range, holds).SelectMany(ends => Climbed(draft, seen => seen.TotalOf(row), ends, row));

    private IEnumerable<Draft> Component(ComponentCondition asked, bool holds, Draft draft, Period row)
    {
        var component = Scheme.Components[asked.Component];
        return Ranges(asked.Range, holds).SelectMany(ends => Climbed(draft, seen => seen.ScoreOf(row, component), ends, row));
    }

    private IEnumerable<Draft> Climbed(Draft draft, Func<Seen, Points?> measure, (Points? From, Points? Below) ends, Period row) =>
        climbing.Between(draft, measure, ends.From, ends.Below, row) is { } found ? [found] : [];

    /// <summary>The ranges, with the upper end left out, in which a number must be to be in a range, or outside.</summary>
    private static IEnumerable<(Points? From, Points? Below)> Ranges(NumberRange range, bool holds)
    {
        var step = Points.FromMillionths(1);
        if (holds)
        {
            yield return (range.Least, range.Greatest + step);
            yield break;
        }

        if (range.Greatest is { } greatest)
            yield return (greatest + step, null);
        if (range.Least is { } least)
            yield return (null, least);
    }

    private IEnumerable<Draft> Grades(IReadOnlyList<string> grades, bool holds, Draft draft, Period row)
    {
        if (Scheme.Grades is not { } scale)
            yield break;
        foreach (var band in scale.Bands.Where(band => grades.Contains(band.Id) == holds))
        {
            foreach (var found in Grade(band, draft, row))
                yield return found;
        }
    }

    /// <summary>Drafts that may give one grade: by the total, by moving from another grade, by a clause that forces it.</summary>
    public IEnumerable<Draft> Grade(GradeBand band, Draft draft, Period row)
    {
        var scale = Scheme.Grades!;
        if (scale.Start is null)
        {
            var profile = Profile.Like(draft.Subject);
            var below = band.Index == 0 ? null : scale.Bands[band.Index - 1].From?.For(profile).Low;
            foreach (var found in Climbed(draft, Compared, (band.From?.For(profile).Low, below), row))
                yield return found;
        }

        foreach (var found in Moved(scale, band, draft, row))
            yield return found;
        foreach (var clause in scale.Forced.Where(clause => clause.Grade == band))
        {
            foreach (var found in Of(clause.When, true, draft, row))
                yield return found;
        }

        Points? Compared(Seen seen) => seen.TotalOf(row) is { } total ? scale.Compared(total) : null;
    }

    private IEnumerable<Draft> Moved(GradeScale scale, GradeBand band, Draft draft, Period row)
    {
        if (scale.Start is null)
            yield break;
        foreach (var previous in scale.Bands.Select(other => other.Id).OrderBy(id => id == band.Id ? 0 : 1))
        {
            var moved = draft with { Subject = Draft.Like(draft.Subject, previousGrade: previous) };
            yield return moved;
            foreach (var move in scale.Moves)
            {
                foreach (var found in Of(move.When, true, moved, row))
                    yield return found;
            }
        }
    }

    private IEnumerable<Draft> Rises(NumberRange range, bool holds, Draft draft, Period row)
    {
        if (Scheme.Grades is not { } scale)
            yield break;
        foreach (var band in scale.Bands)
        {
            foreach (var previous in scale.Bands.Where(previous => range.Contains(previous.Index - band.Index) == holds))
            {
                var before = draft with { Subject = Draft.Like(draft.Subject, previousGrade: previous.Id) };
                foreach (var found in Grade(band, before, row).Take(MostOfEachPart))
                    yield return found;
            }
        }
    }

    /// <summary>Drafts whose rounds up to a row have a mark as often as asked.</summary>
    private IEnumerable<Draft> Marked(string id, NumberRange count, bool holds, Draft draft, Period row)
    {
        if (Scheme.Marks.FirstOrDefault(mark => mark.Id == id) is not { } clause)
            yield break;
        List<Period> rounds = [.. Scheme.RoundsOf(trials.Year)];
        var last = row.Kind == PeriodKind.Year ? rounds.Count : rounds.IndexOf(row) + 1;
        foreach (var times in Enumerable.Range(0, last + 1).Where(times => count.Contains(times) == holds))
        {
            List<Period> without = [.. rounds.Take(last - times)];
            foreach (var found in In(clause.When, true, draft, [.. rounds.Take(last).TakeLast(times)]))
            {
                yield return found;
                foreach (var strict in In(clause.When, false, found, without))
                    yield return strict;
            }
        }
    }

    /// <summary>Drafts in each of whose rounds a condition holds, or does not.</summary>
    private IEnumerable<Draft> In(Condition when, bool holds, Draft draft, IReadOnlyList<Period> rounds) => rounds.Aggregate(
        (IEnumerable<Draft>)[draft],
        (drafts, round) => drafts.Take(2).SelectMany(each => Of(when, holds, starts.Open(each, round), round).Take(2)));
}
