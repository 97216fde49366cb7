using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>One measure divided by another; not known where the other is zero, or one of both is not known.</summary>
/// <param name="Measure">What is divided.</param>
/// <param name="By">By what.</param>
/// <param name="IsPercentage">Whether it is told in percent.</param>
internal sealed record RatioQuantity(Measure Measure, Measure By, bool IsPercentage) : Quantity
{
    /// <inheritdoc/>
    internal override Needs Needs => Measure.Quantity.Needs | By.Quantity.Needs;

    /// <inheritdoc/>
    internal override bool MayBeNegative => Measure.Quantity.MayBeNegative;

    /// <inheritdoc/>
    internal override bool IsOfPool => Measure.Quantity.IsOfPool || By.Quantity.IsOfPool;

    /// <inheritdoc/>
    internal override Trend Trend => Trend.Either;

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Codes => [.. Measure.Quantity.Codes.Union(By.Quantity.Codes, StringComparer.Ordinal)];

    /// <inheritdoc/>
    internal override IReadOnlyList<PeriodKind> Windows => [.. Measure.Quantity.Windows, .. By.Quantity.Windows];

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        Measure.Quantity.LookAt(facts);
        By.Quantity.LookAt(facts);
    }

    /// <inheritdoc/>
    internal override Exact? Of(in Known known)
    {
        if (Measure.Of(known) is not { } part || By.Of(known) is not { } whole || whole.Numerator <= 0)
            return null;
        var ratio = part / whole;
        return IsPercentage ? ratio * new Exact(100, 1) : ratio;
    }
}

/// <summary>Several measures and numbers added up; not known where one of them is not.</summary>
/// <param name="Terms">What is added up.</param>
internal sealed record SumQuantity(IReadOnlyList<Term> Terms) : Quantity
{
    /// <inheritdoc/>
    internal override Needs Needs => Measures.Aggregate(Needs.None, (needs, measure) => needs | measure.Quantity.Needs);

    /// <inheritdoc/>
    internal override bool IsAlwaysKnown => Measures.All(measure => measure.Quantity.IsAlwaysKnown);

    /// <inheritdoc/>
    internal override bool MayBeNegative => Terms.Any(term => term.Times.Numerator < 0 || term.Measure?.Quantity.MayBeNegative == true);

    /// <inheritdoc/>
    internal override bool IsOfPool => Measures.Any(measure => measure.Quantity.IsOfPool);

    /// <inheritdoc/>
    internal override Trend Trend => Terms.Max(term => term.Trend);

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Codes =>
        [.. Measures.SelectMany(measure => measure.Quantity.Codes).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    internal override IReadOnlyList<PeriodKind> Windows => [.. Measures.SelectMany(measure => measure.Quantity.Windows)];

    private IEnumerable<Measure> Measures => Terms.Select(term => term.Measure).OfType<Measure>();

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        foreach (var measure in Measures)
            measure.Quantity.LookAt(facts);
    }

    /// <inheritdoc/>
    internal override Exact? Of(in Known known)
    {
        var sum = Exact.Zero;
        foreach (var term in Terms)
        {
            if (term.Of(known) is not { } number)
                return null;
            sum += number;
        }

        return sum;
    }
}

/// <summary>A part of a sum.</summary>
/// <param name="Measure">The measure; null for a number of its own.</param>
/// <param name="Times">How many times it counts; the number itself where there is no measure.</param>
internal sealed record Term(Measure? Measure, Exact Times)
{
    /// <summary>How what is still to come may change it: what is taken away goes the other way.</summary>
    public Trend Trend => Measure is null || Times.Numerator.IsZero ? Trend.Fixed
        : Times.Numerator > 0 || Measure.Quantity.Trend == Trend.Fixed ? Measure.Quantity.Trend
        : Trend.Either;

    /// <summary>What it adds; null where the measure is not known.</summary>
    public Exact? Of(in Known known) => Measure is null ? Times : Measure.Of(known) is { } number ? number * Times : null;
}
