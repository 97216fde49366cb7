using PartyRules.Arithmetic;
using PartyRules.Schemes;

namespace PartyRules.Verification.Bounds;

/// <summary>Between what the score of a component lies, whatever is recorded of a subject of a group in a row.</summary>
/// <param name="scheme">The scheme.</param>
/// <param name="row">The round or the year.</param>
/// <param name="profile">The group.</param>
internal sealed class ComponentBounds(Scheme scheme, Period row, Profile profile)
{
    /// <summary>The score within the component's own bounds.</summary>
    public Interval Of(Component component) => Unbounded(component).Within(component.Minimum, component.Maximum, profile);

    /// <summary>The score before the component's own minimum and maximum.</summary>
    public Interval Unbounded(Component component)
    {
        var points = Items(component) + component.Start.For(profile);
        if (component.Rules is not null || IsAdjusted(component))
            return Interval.Everything;
        if (!component.IsCompound)
            return points;
        foreach (var carried in component.Carries)
            points += carried.Percent == Points.Zero ? Interval.Zero : Interval.Everything;
        var additions = Additions(component);
        foreach (var multiplier in component.Multipliers)
        {
            points = multiplier.OnAdditions
                ? points + (additions.TimesFactorOf(multiplier) + -additions)
                : points.TimesFactorOf(multiplier);
            additions = additions.TimesFactorOf(multiplier);
        }

        return points.Rounded(each => component.Rounding.Round(Exact.Of(each)));
    }

    /// <summary>What one item may add, or take away, in the row: after its own limit, before what it shares with others.</summary>
    public Interval Of(Item item)
    {
        if (!profile.MayHave(item.AppliesTo))
            return Interval.Zero;
        var one = WorthBounds.OfOne(item, profile);
        var most = item.Appraisal is not null ? one.High
            : one.High == Points.Zero ? Points.Zero
            : item.Selection is { Window: { } window } selection
                ? new Interval(Points.Zero, one.High)
                    .Times(new Exact((long)Windows(window, MonthsBefore(item)).Count() * selection.AtMost, 1)).High
                : null;
        var magnitude = new Interval(Points.Zero, most);
        foreach (var scope in (item.Scope?.AndNext ?? []).Where(scope => scope.Item is not null))
            magnitude = magnitude.And(new Interval(null, MostOf(scope)));
        return item.Deducts ? -magnitude : magnitude;
    }

    /// <summary>The most that counts within all windows of a limit in the row; null where it goes beyond the range of points.</summary>
    public Points? MostOf(LimitScope scope) => Windows(scope.Limit.Per, MonthsBefore(scope))
        .Select(window => new Interval(Points.Zero, scope.In(window).Points.For(profile).High))
        .Aggregate(Interval.Zero, (all, each) => all + each)
        .High;

    /// <summary>How many months before the row entries of an item may count from.</summary>
    private int MonthsBefore(Item item) =>
        scheme.Lapses.Any(lapse => lapse.CountsLater && lapse.Codes.Contains(item.Code)) ? scheme.LookBackMonths : 0;

    private int MonthsBefore(LimitScope scope) => scope.Item is { } one ? MonthsBefore(one)
        : scheme.Items.Where(item => item.Component == scope.Component).Select(MonthsBefore).DefaultIfEmpty().Max();

    /// <summary>The windows that the row touches, and those of so many months before it.</summary>
    private IEnumerable<Period> Windows(PeriodKind kind, int monthsBefore)
    {
        var isKnown = monthsBefore < ((row.Start.Year - 1) * 12) + row.Start.Month;
        var first = isKnown ? row.Start.AddMonths(-monthsBefore) : DateOnly.MinValue;
        return Period.Between(first, row.End, kind, row.FirstMonth);
    }

    /// <summary>Whether conditions and measures give or take points of the component, which items do not bound.</summary>
    private bool IsAdjusted(Component component) => scheme.Clauses.Of<AdjustmentClause>().Any(clause => clause.Component == component.Id);

    private Interval Items(Component component)
    {
        var all = Interval.Zero;
        var limited = Interval.Zero;
        foreach (var item in scheme.Items.Where(item => item.Component == component))
        {
            if (component.Limit is not null && item.Appraisal is null)
                limited += Of(item);
            else
                all += Of(item);
        }

        foreach (var most in (component.Scope?.AndNext ?? []).Select(MostOf).OfType<Points>())
            limited = limited.And(new Interval(-most, most));
        return all + limited;
    }

    /// <summary>What adds points to a component; zero where nothing is multiplied on additions alone, so that it does not matter.</summary>
    private Interval Additions(Component component) => !component.TellsAdditions ? Interval.Zero
        : scheme.Items.Where(item => item.Component == component && !item.Deducts).Select(Of)
            .Aggregate(component.Carries.Count > 0 ? Interval.FromZero : Interval.Zero, (all, each) => all + each);
}
