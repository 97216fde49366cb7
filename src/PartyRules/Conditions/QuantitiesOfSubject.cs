using System.Globalization;
using System.Text.Json.Serialization;
using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>The number in a further column of the subject; an empty one is not known.</summary>
internal sealed record AttributeQuantity(string Attribute) : Quantity
{
    /// <inheritdoc/>
    internal override bool MayBeNegative => true;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.Column(Attribute);

    /// <inheritdoc/>
    internal override Exact? Of(in Known known) =>
        Points.TryParse(known.Dossier.Subject.Attributes.GetValueOrDefault(Attribute, ""), out var number) ? Exact.Of(number) : null;
}

/// <summary>A unit in which the time since a date is told.</summary>
internal enum TimeUnit
{
    /// <summary>Full years: one is full on the same day of the next, or, where that has no such day, a day later.</summary>
    [JsonStringEnumMemberName("years")]
    Years,

    /// <summary>Full calendar months.</summary>
    [JsonStringEnumMemberName("months")]
    Months,

    /// <summary>Days.</summary>
    [JsonStringEnumMemberName("days")]
    Days,

    /// <summary>Working days of the scheme's calendar.</summary>
    [JsonStringEnumMemberName("working-days")]
    WorkingDays,
}

/// <summary>How long ago the date in a further column of the subject is, such as an age; not known where it is empty or to come.</summary>
/// <param name="Attribute">The column.</param>
/// <param name="Unit">The unit; parts of one do not count.</param>
/// <param name="OnFirstDay">Whether it is told for the first day of the period or window; otherwise for its last.</param>
/// <param name="Calendar">The calendar of working days; null where none are counted.</param>
internal sealed record SinceQuantity(string Attribute, TimeUnit Unit, bool OnFirstDay, WorkingCalendar? Calendar = null) : Quantity
{
    /// <summary>The date that a text is, written as <c>2026-01-31</c>; null for another text.</summary>
    public static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        facts.Column(Attribute);
        if (Calendar is not null)
            facts.WorkingDays();
    }

    /// <summary>The date, and the day for which the time since then is told; null where it is not known.</summary>
    public (DateOnly Since, DateOnly On)? RangeOf(Dossier dossier)
    {
        var day = OnFirstDay ? dossier.Period.Start : dossier.Period.End;
        return DateOf(dossier.Subject.Attributes.GetValueOrDefault(Attribute, "")) is { } since && since <= day ? (since, day) : null;
    }

    /// <inheritdoc/>
    internal override Exact? Of(in Known known)
    {
        if (RangeOf(known.Dossier) is not { } range)
            return null;
        var (since, day) = range;
        var months = ((day.Year - since.Year) * 12) + day.Month - since.Month - (day.Day < since.Day ? 1 : 0);
        return new Exact(
            Unit switch
            {
                TimeUnit.Years => months / 12,
                TimeUnit.Months => months,
                TimeUnit.WorkingDays => since < day ? Calendar!.Count(since.AddDays(1), day) : 0,
                _ => day.DayNumber - since.DayNumber,
            },
            1);
    }
}

/// <summary>The total, or the rank, of another result; not known where the result is not.</summary>
internal sealed record ResultQuantity(IKnownResult Input, bool IsRank) : Quantity
{
    /// <inheritdoc/>
    internal override bool MayBeNegative => true;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.Result(Input);

    /// <inheritdoc/>
    internal override Exact? Of(in Known known) => Input.Find(known.Dossier) is not { } result ? null
        : !IsRank ? result.Total is { } total ? Exact.Of(total) : null
        : result.Rank is { } rank ? new Exact(rank, 1) : null;
}

/// <summary>
/// What is taken of the results of a subject's children; a count and a sum of none are 0, an average and an extreme are not known.
/// </summary>
/// <param name="Input">The results.</param>
/// <param name="Grades">Only those of these grades; empty for all.</param>
/// <param name="Take">How many there are, or what is taken of their totals.</param>
internal sealed record ResultsQuantity(IKnownResult Input, IReadOnlyList<string> Grades, Take Take) : Quantity
{
    private readonly string[] grades = [.. Grades];

    /// <inheritdoc/>
    internal override bool IsAlwaysKnown => Take is Take.Count or Take.Sum;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.Result(Input);

    /// <inheritdoc/>
    internal override Exact? Of(in Known known)
    {
        var results = ResultsOf(known.Dossier);
        return Take == Take.Count
            ? new Exact(results.Count, 1)
            : TakenTogether.Of(Take, [.. results.Select(result => result.Total).OfType<Points>().Select(Exact.Of)]);
    }

    /// <summary>The results that are meant, in the order of those whose they are.</summary>
    public IReadOnlyList<EarlierResult> ResultsOf(Dossier dossier)
    {
        var all = Input.FindAll(dossier);
        return grades.Length == 0 ? all : [.. all.Where(result => result.Grade.IsAmong(grades))];
    }
}

/// <summary>The score of a component; not known on the row of a year of rounds.</summary>
internal sealed record ComponentQuantity(int Component, LocalText Name) : Quantity
{
    /// <inheritdoc/>
    internal override bool MayBeNegative => true;

    /// <inheritdoc/>
    internal override Needs Needs => Needs.Total;

    /// <inheritdoc/>
    internal override Trend Trend => Trend.Either;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
    }

    /// <inheritdoc/>
    internal override Exact? Of(in Known known) => known.Total?.PointsOf(Component) is { } points ? Exact.Of(points) : null;
}

/// <summary>How the subject compares with its pool by another measure; not known where that is not.</summary>
/// <param name="Id">The identifier of the measure that this is of.</param>
/// <param name="Measure">The measure by which subjects are compared.</param>
/// <param name="Among">Who is compared; null for everybody.</param>
internal sealed record PoolQuantity(string Id, Measure Measure, Condition? Among) : Quantity
{
    /// <inheritdoc/>
    internal override bool MayBeNegative => Measure.Quantity.MayBeNegative;

    /// <inheritdoc/>
    internal override bool IsOfPool => true;

    /// <inheritdoc/>
    internal override Trend Trend => Trend.Either;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        Measure.Quantity.LookAt(facts);
        Among?.LookAt(facts);
        facts.OthersOfPool();
    }

    /// <inheritdoc/>
    internal override Exact? Of(in Known known) =>
        known.Dossier.OfPool.TryGetValue(Id, out var number) ? new Exact(number.Numerator, number.Denominator) : null;
}
