using PartyRules.Arithmetic;
using PartyRules.Schemes;

namespace PartyRules.Verification.Bounds;

/// <summary>
/// Between what the scores and totals of subjects of a group lie in one row: nobody can be outside, though not all within may be reached.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class SchemeBounds
{
    private readonly Interval[] components;
    private readonly Profile profile;

    private SchemeBounds(Interval[] components, Interval total, Profile profile) =>
        (this.components, Total, this.profile) = (components, total, profile);

    /// <summary>The total.</summary>
    public Interval Total { get; }

    /// <summary>The scores of the components; empty where the row has none.</summary>
    public IReadOnlyList<Interval> Components => components;

    /// <summary>The score of a component, by its index; everything where the row has no components.</summary>
    public Interval Of(int component) => components.Length == 0 ? Interval.Everything : components[component];

    /// <summary>The bounds of any round of a year, or of a year without rounds.</summary>
    public static SchemeBounds OfRounds(Scheme scheme, int year, Profile profile) =>
        scheme.RoundsOf(year).Select(round => OfRound(scheme, round, profile)).Aggregate((one, other) => one.With(other));

    /// <summary>The bounds of a round, or of a year without rounds.</summary>
    public static SchemeBounds OfRound(Scheme scheme, Period row, Profile profile)
    {
        var of = new ComponentBounds(scheme, row, profile);
        Interval[] components = [.. scheme.Components.Select(of.Of)];
        return new SchemeBounds(components, TotalOf(scheme, components, profile), profile);
    }

    /// <summary>The bounds of a year of rounds.</summary>
    public static SchemeBounds OfYear(Scheme scheme, int year, Profile profile)
    {
        if (scheme.Year is not { } clause)
            return new SchemeBounds([], Interval.Everything, profile);
        Interval[] rounds = [.. scheme.RoundsOf(year).Select(round => OfRound(scheme, round, profile).Total)];
        var total = clause switch
        {
            { IsSum: false, Missing: MissingPart.LeftOut } => rounds.Aggregate((one, other) => one.With(other)),
            { Missing: MissingPart.Incomplete } => Sum(rounds.Select((round, i) => Part(round, clause, i))),
            _ => Sum(rounds.Select((round, i) => Part(round, clause, i).With(Interval.Zero))),
        };
        return new SchemeBounds([], total.Rounded(each => clause.Rounding.Round(Exact.Of(each))), profile);
    }

    /// <summary>The least bounds that hold both.</summary>
    private SchemeBounds With(SchemeBounds other) =>
        new([.. components.Zip(other.components, (one, another) => one.With(another))], Total.With(other.Total), profile);

    /// <summary>The total that scores between their bounds may make, or clauses may set.</summary>
    private static Interval TotalOf(Scheme scheme, IReadOnlyList<Interval> components, Profile profile) =>
        (scheme.Total?.Forced ?? []).Aggregate(Reached(scheme, components, profile), (total, clause) => total.With(Set(clause, total)));

    /// <summary>What a clause may make of a total.</summary>
    private static Interval Set(ForcedTotalClause clause, Interval total) => clause.Effect switch
    {
        ForcedEffect.Floor => new(total.Within(clause.Points.Least, null).Low, total.Within(clause.Points.Most, null).High),
        ForcedEffect.Ceiling => new(total.Within(null, clause.Points.Least).Low, total.Within(null, clause.Points.Most).High),
        _ => new Interval(clause.Points.Least, clause.Points.Most),
    };

    private static Interval Reached(Scheme scheme, IReadOnlyList<Interval> components, Profile profile)
    {
        if (scheme.Total is not { } clause)
            return Sum(Counting(scheme).Select(component => components[component.Index]));
        if (clause.IsWeighed)
        {
            var weighed = Counting(scheme).Select(component => Weighed(components[component.Index], component.Weight ?? Points.Zero));
            return clause.Multipliers.Aggregate(Sum(weighed), FactorBounds.TimesFactorOf)
                .Rounded(each => clause.Rounding.Round(Exact.Of(each)))
                .Within(clause.Minimum, clause.Maximum, profile);
        }

        var alone = Counting(scheme).Where(component => !component.IsGrouped).Select(component => components[component.Index]);
        return Sum(alone.Concat(clause.Groups.Select(group => Of(clause, group, components, profile))))
            .TimesAll(clause.Multipliers, clause.Rounding)
            .Within(clause.Minimum, clause.Maximum, profile);
    }

    private static IEnumerable<Component> Counting(Scheme scheme) => scheme.Components.Where(component => component.Counts);

    /// <summary>What a group's parts count together, multiplied, before its own bounds.</summary>
    public Interval Unbounded(TotalClause clause, Group group) => Unbounded(clause, group, components, profile);

    private static Interval Unbounded(TotalClause clause, Group group, IReadOnlyList<Interval> components, Profile profile) =>
        Sum(group.Components.Select(component => components[component.Index])
            .Concat(group.Groups.Select(inner => Of(clause, inner, components, profile))))
            .TimesAll(group.Multipliers, clause.Rounding);

    private static Interval Sum(IEnumerable<Interval> parts) => parts.Aggregate(Interval.Zero, (sum, each) => sum + each);

    private static Interval Of(TotalClause clause, Group group, IReadOnlyList<Interval> components, Profile profile) =>
        Unbounded(clause, group, components, profile).Within(group.Minimum, group.Maximum, profile);

    private static Interval Part(Interval round, YearClause clause, int index) =>
        round.Times(Exact.Of(clause.Weights[index]) / Exact.Of(clause.Whole));

    private static Interval Weighed(Interval points, Points percent) => points.Times(Exact.Of(percent) / new Exact(100, 1));
}
