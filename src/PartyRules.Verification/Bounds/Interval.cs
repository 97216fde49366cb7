using System.Numerics;
using PartyRules.Arithmetic;

namespace PartyRules.Verification.Bounds;

/// <summary>All points between two ends, both included; an end that is null is none.</summary>
/// <remarks>
/// Every operation gives an interval that holds all results for points of its operands: what would round is rounded outwards, and what
/// would leave the range of points has no end. Equality is by value. Immutable and thread-safe.
/// </remarks>
/// <param name="Low">The lowest; null for no end.</param>
/// <param name="High">The highest; null for no end.</param>
internal readonly record struct Interval(Points? Low, Points? High)
{
    /// <summary>Zero alone.</summary>
    public static Interval Zero { get; } = new(Points.Zero, Points.Zero);

    /// <summary>Everything.</summary>
    public static Interval Everything { get; } = new(null, null);

    /// <summary>Zero and everything above.</summary>
    public static Interval FromZero { get; } = new(Points.Zero, null);

    /// <summary>The lower end for people.</summary>
    public string LowText => Low is { } low ? $"{low}" : "−∞";

    /// <summary>The upper end for people.</summary>
    public string HighText => High is { } high ? $"{high}" : "∞";

    /// <summary>Whether there is nothing between the ends.</summary>
    public bool IsEmpty => Low > High;

    /// <summary>Whether it holds points.</summary>
    public bool Holds(Points points) => !(points < Low) && !(points > High);

    /// <summary>What two intervals add up to.</summary>
    public static Interval operator +(Interval one, Interval other) => new(Sum(one.Low, other.Low), Sum(one.High, other.High));

    /// <summary>The interval on the other side of zero.</summary>
    public static Interval operator -(Interval one) => new(-one.High, -one.Low);

    /// <summary>One point further.</summary>
    public static Interval operator +(Interval one, Points points) => one + new Interval(points, points);

    /// <summary>The products with factors between two, both included; null for no end.</summary>
    public Interval Times(Exact? least, Exact? most)
    {
        var ends = new[] { Product(Low, least, -1, -1), Product(Low, most, -1, 1), Product(High, least, 1, -1), Product(High, most, 1, 1) };
        return new Interval(
            ends.Any(end => end.IsLowest) ? null : ends.Min(end => end.Floor),
            ends.Any(end => end.IsHighest) ? null : ends.Max(end => end.Ceiling));
    }

    /// <summary>The products with one factor.</summary>
    public Interval Times(Exact factor) => Times(factor, factor);

    /// <summary>The least interval that holds both.</summary>
    public Interval With(Interval other) => new(
        Low is { } low && other.Low is { } otherLow ? Points.Min(low, otherLow) : null,
        High is { } high && other.High is { } otherHigh ? Points.Max(high, otherHigh) : null);

    /// <summary>What both hold.</summary>
    public Interval And(Interval other) => new(
        Low is { } low ? other.Low is { } otherLow ? Points.Max(low, otherLow) : low : other.Low,
        High is { } high ? other.High is { } otherHigh ? Points.Min(high, otherHigh) : high : other.High);

    /// <summary>What is kept within bounds.</summary>
    public Interval Within(Points? minimum, Points? maximum) => new(
        Low is { } low ? low.Within(minimum, maximum) : minimum,
        High is { } high ? high.Within(minimum, maximum) : maximum);

    /// <summary>What rounding makes of it, which never turns an order around.</summary>
    public Interval Rounded(Func<Points, Points> round) => new(Low is { } low ? round(low) : null, High is { } high ? round(high) : null);

    /// <summary>How far it is from one end to another; null where one is none, or where it goes beyond the range of points.</summary>
    public static Points? Distance(Points? from, Points? to) =>
        from is { } start && to is { } end ? OfMillionths((BigInteger)end.Millionths - start.Millionths) : null;

    private static Points? Sum(Points? one, Points? other) =>
        one is { } first && other is { } second ? OfMillionths((BigInteger)first.Millionths + second.Millionths) : null;

    private static Points? OfMillionths(BigInteger millionths) =>
        millionths >= long.MinValue && millionths <= long.MaxValue ? Points.FromMillionths((long)millionths) : null;

    /// <summary>The product of two ends; an end that is null lies as far away as its sign says.</summary>
    private static End Product(Points? points, Exact? factor, int signOfPoints, int signOfFactor)
    {
        var sign = (points is { } known ? known.Millionths.CompareTo(0) : signOfPoints)
            * (factor is { } given ? given.Numerator.Sign * given.Denominator.Sign : signOfFactor);
        if (sign == 0)
            return new End(Points.Zero, Points.Zero, false, false);
        if (points is not { } value || factor is not { } exact)
            return new End(default, default, sign < 0, sign > 0);
        var product = Exact.Of(value) * exact * new Exact(1_000_000, 1);
        var floor = BigInteger.DivRem(product.Numerator, product.Denominator, out var rest);
        var isBelow = !rest.IsZero && rest.Sign * product.Denominator.Sign < 0;
        var isAbove = !rest.IsZero && !isBelow;
        var (low, high) = (OfMillionths(isBelow ? floor - 1 : floor), OfMillionths(isAbove ? floor + 1 : floor));
        return new End(low ?? default, high ?? default, low is null && sign < 0, high is null && sign > 0);
    }

    private readonly record struct End(Points Floor, Points Ceiling, bool IsLowest, bool IsHighest);
}
