using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Grades;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Totals;

/// <summary>How totals are read that conditions set whatever the scores.</summary>
internal static class ForcedTotalReading
{
    /// <summary>Reads what sets the total.</summary>
    /// <param name="at">The scheme that is read.</param>
    /// <param name="clauses">What sets it.</param>
    /// <param name="minimum">The least total; null for none.</param>
    /// <param name="maximum">The highest total; null for none.</param>
    public static IReadOnlyList<ForcedTotalClause> ForcedTotals(
        this Resolving at, IReadOnlyList<ForcedTotalDocument> clauses, Amount? minimum, Amount? maximum)
    {
        const string Path = "$.total.forced";
        at.CheckUnique(Path, clauses.Select(clause => clause.Id));
        return Resolving.Each(Path, clauses, (from, path) =>
        {
            var points = at.PointsOf(from, minimum, maximum, path);
            if (!at.AlwaysMeet([minimum, points, maximum], path, figures => !(figures[0] > figures[1] || figures[1] > figures[2])))
                at.Report("scheme.forced-outside", path);
            var when = at.Condition(from.When, $"{path}.when", Needs.Total);
            if (LookedAt.TotalIn(when))
                at.Report("scheme.forced-by-total", $"{path}.when");
            return new ForcedTotalClause(
                at.Id($"{path}.id", from.Id),
                at.Word<ForcedEffect>($"{path}.as", from.As),
                points,
                when,
                at.Finding(from.Finding, $"{path}.finding"),
                at.Cite(from.Cites, $"{path}.cites"));
        });
    }

    /// <summary>The points that are given; the least or the highest total where a mistake was found in them.</summary>
    private static Amount PointsOf(this Resolving at, ForcedTotalDocument from, Amount? minimum, Amount? maximum, string path)
    {
        object?[] ways = [from.Points, from.LowestOf, from.HighestOf];
        var points = ways.Count(way => way is not null) != 1 ? null
            : from.LowestOf is { } lowest ? at.LowestOf(lowest, minimum, $"{path}.lowestOf")
            : from.HighestOf is { } highest ? at.HighestOf(highest, maximum, $"{path}.highestOf")
            : at.Amount(from.Points, $"{path}.points");
        if (ways.Count(way => way is not null) != 1)
            at.Report("scheme.exactly-one", path, "points, lowestOf, highestOf");
        return points ?? minimum ?? maximum ?? new Amount(Points.Zero);
    }

    /// <summary>Where a grade begins: at its bound, or, for the lowest, at the least total.</summary>
    private static Amount? LowestOf(this Resolving at, string grade, Amount? minimum, string path)
    {
        if (at.BandsUpTo(grade, path) is not { } bands)
            return null;
        if (bands[^1].From is { } from)
            return at.Same(from, bands[^1], path);
        if (minimum is null)
            at.Report("scheme.forced-unbounded", path, grade);
        return minimum;
    }

    /// <summary>Where a grade ends: at the highest total, or one unit of the grades' rounding below the bound of the grade above.</summary>
    private static Amount? HighestOf(this Resolving at, string grade, Amount? maximum, string path)
    {
        if (at.BandsUpTo(grade, path) is not { } bands)
            return null;
        if (bands.Count == 1)
        {
            if (maximum is null)
                at.Report("scheme.forced-unbounded", path, grade);
            return maximum;
        }

        if (bands[^2].From is not { } from || at.Same(from, bands[^2], path) is not { } bound)
            return null;
        if (at.RoundingOf(at.Section<GradesDocument>("grades")!.Rounding, "$.grades.rounding") is { } compared)
            return new Amount(bound.Least - compared.Unit);
        at.Report("scheme.forced-no-unit", path, bands[^2].Id);
        return null;
    }

    /// <summary>
    /// The grades from the highest down to one; null, which is told, for a grade that is not known, and where no total decides grades.
    /// </summary>
    private static List<GradeDocument>? BandsUpTo(this Resolving at, string grade, string path)
    {
        if (at.Section<GradesDocument>("grades") is not { Moves: null } grades)
        {
            at.Report("scheme.forced-no-bounds", path);
            return null;
        }

        return at.Word(path, grade, at.DeclaredOf<GradeBand>()) is null ? null
            : [.. grades.Bands.TakeWhile(band => band.Id != grade), grades.Bands.First(band => band.Id == grade)];
    }

    /// <summary>A bound that is the same for all; null, which is told, where it differs by subject.</summary>
    private static Amount? Same(this Resolving at, StatedAmount bound, GradeDocument of, string path)
    {
        if (bound.Is is { } same)
            return new Amount(same);
        at.Report("scheme.forced-differs", path, of.Id);
        return null;
    }
}
