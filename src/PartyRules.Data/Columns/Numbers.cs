using System.Globalization;

namespace PartyRules.Data.Columns;

/// <summary>Numbers of binary floating point as text, without claiming digits that they do not hold.</summary>
internal static class Numbers
{
    private const double Noise = 1e-7;
    private const double LeastInexact = 1L << 53;
    private const float LeastInexactSingle = 1 << 24;
    private const int DigitsOfSingle = 7;

    /// <summary>The number as a person would write it; null where digits of it are lost.</summary>
    /// <param name="value">The number.</param>
    /// <param name="limit">From which magnitude on whole numbers may have lost digits.</param>
    public static string? TextOf(double value, double limit = LeastInexact)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= limit)
            return null;
        if (value == Math.Truncate(value))
            return Whole(value);
        // A double holds 15 digits for sure; what a computation left behind them is no more than noise.
        var rounded = Parse(value.ToString("G15", CultureInfo.InvariantCulture));
        return (double)rounded == value || Math.Abs((double)rounded - value) < Noise ? Text(rounded) : null;
    }

    /// <summary>The number as a person would write it; null where digits of it are lost: a single holds seven.</summary>
    public static string? TextOf(float value)
    {
        if (!float.IsFinite(value) || Math.Abs(value) >= LeastInexactSingle)
            return null;
        if (value == MathF.Truncate(value))
            return Whole(value);
        var text = Text(Parse(value.ToString("R", CultureInfo.InvariantCulture)));
        return text.AsSpan().TrimStart("-0.").Trim('.').Length - (Math.Abs(value) < 1 ? 0 : 1) <= DigitsOfSingle ? text : null;
    }

    /// <summary>The number as a person would write it.</summary>
    public static string TextOf(decimal value) => Text(value);

    private static decimal Parse(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Whole(double value) => ((long)value).ToString(CultureInfo.InvariantCulture);
}
