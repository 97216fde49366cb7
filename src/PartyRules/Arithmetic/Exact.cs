using System.Globalization;
using System.Numerics;

namespace PartyRules.Arithmetic;

/// <summary>An exact fraction, so that a weighted average is rounded once, at its end.</summary>
/// <param name="Numerator">The numerator.</param>
/// <param name="Denominator">The denominator, more than zero.</param>
internal readonly record struct Exact(BigInteger Numerator, BigInteger Denominator)
{
    public static Exact Zero { get; } = new(0, 1);

    /// <summary>The largest whole number that is not above it.</summary>
    public Exact Whole => new(Numerator.Sign < 0 ? -((-Numerator + Denominator - 1) / Denominator) : Numerator / Denominator, 1);

    public static Exact Of(Points points) => new(points.Millionths, 1_000_000);

    /// <summary>Less than zero where the other one is larger, more than zero where it is smaller, zero where both are one number.</summary>
    public int CompareTo(Exact other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public static Exact operator -(Exact left, Exact right) => left + new Exact(-right.Numerator, right.Denominator);

    public static Exact operator +(Exact left, Exact right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Exact operator *(Exact left, Exact right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The number as people write it: whole, as a decimal where it has one of at most six places, or else as a fraction.</summary>
    public string ToText()
    {
        var divisor = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
        var (numerator, denominator) = (Numerator / divisor, Denominator / divisor);
        return 1_000_000 % denominator == 0
            ? Points.FromMillionths((long)(numerator * 1_000_000 / denominator)).ToString()
            : string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator}");
    }

    /// <summary>Divides; the divisor is more than zero.</summary>
    public static Exact operator /(Exact left, Exact right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);
}

/// <summary>How results of multiplication and division are rounded.</summary>
/// <param name="Places">Decimal places kept, 0 to 6.</param>
/// <param name="Mode">How a value between two candidates is decided.</param>
internal sealed record Rounding(int Places, MidpointRounding Mode)
{
    /// <summary>What rounding amounts to where a scheme neither multiplies nor divides.</summary>
    public static Rounding None { get; } = new(Points.DecimalPlaces, MidpointRounding.ToEven);

    /// <summary>The smallest difference of what is rounded.</summary>
    public Points Unit => Round(new Exact(1, BigInteger.Pow(10, Places)));

    /// <summary>Rounds a fraction.</summary>
    /// <exception cref="OverflowException">The result is outside the range of points.</exception>
    public Points Round(Exact value)
    {
        var unit = BigInteger.Pow(10, Places);
        var whole = BigInteger.DivRem(value.Numerator * unit, value.Denominator, out var rest);
        if (!rest.IsZero)
            whole += Step(whole, BigInteger.Abs(rest) * 2, value.Denominator, rest.Sign);
        return Points.FromMillionths((long)(whole * BigInteger.Pow(10, Points.DecimalPlaces - Places)));
    }

    private int Step(BigInteger whole, BigInteger doubled, BigInteger denominator, int sign) => Mode switch
    {
        MidpointRounding.ToNegativeInfinity => sign < 0 ? -1 : 0,
        MidpointRounding.ToPositiveInfinity => sign > 0 ? 1 : 0,
        MidpointRounding.ToEven when doubled == denominator => whole.IsEven ? 0 : sign,
        _ => doubled >= denominator ? sign : 0,
    };
}
