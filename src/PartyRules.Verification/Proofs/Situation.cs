using PartyRules.Conditions;
using PartyRules.Schemes;
using PartyRules.Verification.Bounds;

namespace PartyRules.Verification.Proofs;

/// <summary>What a subject of a group must be like for some conditions to hold at once, as far as bounds can tell.</summary>
/// <remarks>
/// Each condition narrows it; what cannot be told from bounds leaves it as it is. So a situation that nobody can be in is a proof, and one
/// that remains is not. Not thread-safe.
/// </remarks>
internal sealed class Situation
{
    private readonly Scheme scheme;
    private readonly Profile profile;
    private readonly Func<GradeBand, bool> mayBeForced;
    private readonly Dictionary<string, Interval> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Words> words = new(StringComparer.Ordinal);
    private readonly SchemeBounds bounds;
    private bool isImpossible;

    /// <summary>A subject of a group of whom nothing is known yet.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="profile">The group.</param>
    /// <param name="bounds">The bounds of the row that is looked at.</param>
    /// <param name="mayBeForced">Whether a grade may be given whatever the total.</param>
    public Situation(Scheme scheme, Profile profile, SchemeBounds bounds, Func<GradeBand, bool> mayBeForced)
    {
        (this.scheme, this.profile, this.bounds, this.mayBeForced) = (scheme, profile, bounds, mayBeForced);
        if (profile.Category is { } category)
            Narrow("category", [category], isIn: true);
        if (profile.Employment is { } employment)
            Narrow("employment", [employment], isIn: true);
        numbers["total"] = bounds.Total;
    }

    /// <summary>Whether nobody can be in it.</summary>
    public bool IsImpossible => isImpossible || numbers.Values.Any(each => each.IsEmpty) || !HasGrade();

    /// <summary>Narrows it by a condition that must hold, or must not.</summary>
    public void Narrow(Literal literal)
    {
        switch (literal.Asked)
        {
            case CategoryCondition asked:
                Narrow("category", asked.Categories, literal.Holds);
                break;
            case EmploymentCondition asked:
                Narrow("employment", asked.Employments, literal.Holds);
                break;
            case PreviousGradeCondition asked:
                Narrow("previousGrade", asked.Grades, literal.Holds);
                break;
            case AttributeTextCondition { IsNumber: false } asked:
                Narrow($"attribute {asked.Attribute}", asked.Values, literal.Holds);
                break;
            case GradeCondition asked:
                Narrow("grade", asked.Grades, literal.Holds);
                break;
            default:
                NarrowNumber(literal);
                break;
        }
    }

    private void NarrowNumber(Literal literal)
    {
        switch (literal.Asked)
        {
            case TotalCondition asked:
                Narrow("total", bounds.Total, asked.Range, literal.Holds);
                break;
            case ComponentCondition asked:
                Narrow($"component {asked.Component}", bounds.Of(asked.Component), asked.Range, literal.Holds);
                break;
            case AttributeNumberCondition asked when literal.Holds:
                Narrow($"attribute {asked.Attribute}", Interval.Everything, asked.Range, holds: true);
                break;
            case EntriesCondition asked:
                Narrow($"entries {asked.Code}", Interval.FromZero, asked.Count, literal.Holds, whole: true);
                break;
            case FilteredEntriesCondition asked:
                Narrow(KeyOf(asked.Filter), Interval.FromZero, asked.Filter.Range, literal.Holds, asked.Filter.Measure != EntryMeasure.Sum);
                break;
            case RiseCondition asked when scheme.Grades is { } scale:
                Narrow("rise", new Interval(1 - scale.Bands.Count, scale.Bands.Count - 1), asked.Range, literal.Holds, whole: true);
                break;
            case RankCondition asked:
                Narrow($"rank {asked.Ranking}", new Interval(1, null), asked.Range, literal.Holds, whole: true);
                break;
            case LastCondition last when literal.Holds:
                Narrow($"rank {last.Ranking}", new Interval(1, null), new NumberRange(AtLeast: 2), holds: true);
                break;
            case TimesCondition asked:
                Narrow($"times {asked.Mark}", Rounds(), asked.Count, literal.Holds, whole: true);
                break;
            case StreakCondition asked:
                Narrow($"streak {asked.Mark}", Rounds(), asked.Count, literal.Holds, whole: true);
                break;
        }
    }

    private Interval Rounds() => new(Points.Zero, Period.CountPerYear(scheme.Round));

    /// <summary>A number must be in a range, or outside one that has one end only.</summary>
    private void Narrow(string key, Interval all, NumberRange range, bool holds, bool whole = false)
    {
        var known = numbers.GetValueOrDefault(key, all);
        var step = Points.FromMillionths(1);
        if (holds)
            known = known.And(new Interval(range.Least, range.Greatest));
        else if (range is { Least: { } least, Greatest: null })
            known = known.And(new Interval(null, least - step));
        else if (range is { Least: null, Greatest: { } greatest })
            known = known.And(new Interval(greatest + step, null));
        numbers[key] = whole
            ? new Interval(
                known.Low?.Round(0, MidpointRounding.ToPositiveInfinity), known.High?.Round(0, MidpointRounding.ToNegativeInfinity))
            : known;
    }

    private void Narrow(string key, IReadOnlyList<string> among, bool isIn)
    {
        var known = words.GetValueOrDefault(key, new Words(null, []));
        var narrowed = isIn
            ? known with { Only = known.Only is null ? [.. among] : [.. known.Only.Intersect(among, StringComparer.Ordinal)] }
            : known with { Never = [.. known.Never, .. among] };
        words[key] = narrowed;
        isImpossible |= narrowed.Only is { } only && only.All(narrowed.Never.Contains);
    }

    /// <summary>Whether some grade that the words allow may be given: by the total that the numbers allow, or whatever the total.</summary>
    private bool HasGrade() => scheme.Grades is not { } scale
        || !words.TryGetValue("grade", out var asked)
        || scale.Bands.Any(band => asked.Allow(band.Id) && (mayBeForced(band) || scale.MayGive(band, numbers["total"], profile)));

    /// <summary>What makes two filters ask for the same.</summary>
    private static string KeyOf(EntryFilter filter) => string.Join(
        '\n',
        [
            "entries",
            $"{filter.Measure}",
            $"{filter.Value}",
            $"{filter.DayOfMonth}",
            $"{filter.Number}",
            $"{filter.Time}",
            $"{filter.Days}",
            .. filter.Codes.Order(StringComparer.Ordinal),
            "",
            .. filter.Levels.Order(StringComparer.Ordinal),
            "",
            .. filter.Evaluators.Order(StringComparer.Ordinal),
        ]);

    /// <summary>Which words a text may be.</summary>
    /// <param name="Only">One of these; null for any.</param>
    /// <param name="Never">None of these.</param>
    private sealed record Words(IReadOnlyList<string>? Only, IReadOnlyList<string> Never)
    {
        public bool Allow(string word) => Only?.Contains(word) != false && !Never.Contains(word);
    }
}
