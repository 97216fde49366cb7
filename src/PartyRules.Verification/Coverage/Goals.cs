using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Bounds;

namespace PartyRules.Verification.Coverage;

/// <summary>Something to be shown of a clause.</summary>
/// <param name="Code">What.</param>
/// <param name="Path">The clause, as a JSON path.</param>
internal readonly record struct Goal(string Code, string Path)
{
    public const string Item = "covered.item";
    public const string Record = "covered.record";
    public const string Minimum = "covered.minimum";
    public const string Maximum = "covered.maximum";
    public const string Limit = "covered.limit";
    public const string Multiplied = "covered.multiplier";
    public const string NotMultiplied = "covered.multiplier.not";
    public const string Row = "covered.row";
    public const string Grade = "covered.grade";
    public const string Bound = "covered.bound";
    public const string BelowBound = "covered.bound.below";
    public const string ForcedTotal = "covered.forced-total";
    public const string Forced = "covered.forced";
    public const string Moved = "covered.move";
    public const string Missed = "covered.requirement";
    public const string Met = "covered.requirement.met";
    public const string Exempt = "covered.exemption";
    public const string Mark = "covered.mark";
    public const string Tie = "covered.tie";
    public const string Follows = "covered.outcome";
    public const string FollowsNot = "covered.outcome.not";
}

/// <summary>What worked cases of a scheme should show.</summary>
internal static class Goals
{
    /// <summary>Where ties are told.</summary>
    public const string TiePath = "$.ranking";

    /// <summary>What there is to show, and what its text names; not what bounds exclude, because no case can show it.</summary>
    public static IEnumerable<(Goal Goal, object?[] Arguments)> Of(Scheme scheme)
    {
        foreach (var component in scheme.Components)
        {
            foreach (var goal in OfComponent(scheme, component))
                yield return goal;
        }

        foreach (var record in scheme.Records)
            yield return (new(Goal.Record, Paths.Of(scheme, record)), [record.Name]);
        foreach (var group in scheme.Total?.AllGroups ?? [])
        {
            foreach (var goal in OfMultipliers(group.Multipliers, Paths.Of(group), group.Name))
                yield return goal;
        }

        foreach (var goal in OfMultipliers(scheme.Total?.Multipliers ?? [], "$.total", scheme.Name))
            yield return goal;
        foreach (var clause in scheme.Total?.Forced ?? [])
            yield return (new(Goal.ForcedTotal, Paths.Of(scheme, clause)), [clause.Finding.Name]);
        foreach (var goal in scheme.Grades is { } scale ? OfGrades(scale) : [])
            yield return goal;
        foreach (var requirement in scheme.Requirements)
        {
            var path = Paths.Of(scheme, requirement);
            yield return (new(Goal.Missed, path), [requirement.Finding.Name]);
            yield return (new(Goal.Met, path), [requirement.Finding.Name]);
        }

        foreach (var clause in scheme.Exemptions)
            yield return (new(Goal.Exempt, Paths.Of(scheme, clause)), [clause.Name]);
        foreach (var mark in scheme.Marks)
            yield return (new(Goal.Mark, Paths.Of(scheme, mark)), [mark.Name]);
        if (scheme.Ranking is not null)
            yield return (new(Goal.Tie, TiePath), []);
        foreach (var clause in scheme.Outcomes)
        {
            yield return (new(Goal.Follows, Paths.Of(scheme, clause)), [clause.Name]);
            yield return (new(Goal.FollowsNot, Paths.Of(scheme, clause)), [clause.Name]);
        }
    }

    private static IEnumerable<(Goal Goal, object?[] Arguments)> OfComponent(Scheme scheme, Component component)
    {
        var path = Paths.Of(component);
        foreach (var item in scheme.Items.Where(item => item.Component == component))
        {
            yield return (new(Goal.Item, Paths.Of(scheme, item)), [item.Name]);
            foreach (var (_, at) in Paths.OfLimits(item.Limit, Paths.Of(scheme, item)))
                yield return (new(Goal.Limit, at), [item.Name]);
        }

        foreach (var (_, at) in Paths.OfLimits(component.Limit, path))
            yield return (new(Goal.Limit, at), [component.Name]);
        var bounds = UnboundedOf(scheme, component);
        if (component.Minimum is { } minimum && !(bounds.Low >= minimum.Most))
            yield return (new(Goal.Minimum, $"{path}.minimum"), [component.Name]);
        if (component.Maximum is { } maximum && !(bounds.High <= maximum.Least))
            yield return (new(Goal.Maximum, $"{path}.maximum"), [component.Name]);
        foreach (var goal in OfMultipliers(component.Multipliers, path, component.Name))
            yield return goal;
    }

    /// <summary>Between what a component lies before its minimum and maximum, whoever it is.</summary>
    private static Interval UnboundedOf(Scheme scheme, Component component)
    {
        var year = Period.Containing(scheme.EffectiveFrom, PeriodKind.Year, scheme.FirstMonth).Year;
        var row = scheme.RoundsOf(year).Last();
        return Profile.Of(scheme).Select(profile => new ComponentBounds(scheme, row, profile).Unbounded(component))
            .Aggregate((one, other) => one.With(other));
    }

    private static IEnumerable<(Goal Goal, object?[] Arguments)> OfMultipliers(
        IReadOnlyList<Multiplier> multipliers, string path, LocalText name)
    {
        foreach (var (i, multiplier) in multipliers.Index())
        {
            var place = Paths.OfMultiplier(path, i);
            if (multiplier.When is not null)
            {
                yield return (new(Goal.Multiplied, place), [name]);
                yield return (new(Goal.NotMultiplied, place), [name]);
            }

            foreach (var (row, _) in multiplier.Source is TableFactor table ? table.Rows.Index() : [])
                yield return (new(Goal.Row, $"{place}.rows[{row}]"), [name]);
        }
    }

    private static IEnumerable<(Goal Goal, object?[] Arguments)> OfGrades(GradeScale scale)
    {
        foreach (var band in scale.Bands)
        {
            yield return (new(Goal.Grade, Paths.Of(scale, band)), [band.Name]);
            if (band.From is not { } from)
                continue;
            yield return (new(Goal.Bound, Paths.Of(scale, band)), [band.Name, from]);
            yield return (new(Goal.BelowBound, Paths.Of(scale, band)), [band.Name, from]);
        }

        foreach (var clause in scale.Forced)
            yield return (new(Goal.Forced, Paths.Of(scale, clause)), [clause.Finding.Name]);
        foreach (var move in scale.Moves)
            yield return (new(Goal.Moved, Paths.Of(scale, move)), []);
    }
}
