using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Serialization;

namespace PartyRules;

/// <summary>
/// An exact decimal number with six decimal places, used for points and for the values recorded in entries.
/// </summary>
/// <remarks>
/// <para>
/// Unit: points, or whatever the item records (days, occurrences). Range: ±9,223,372,036,854.775807. The default value is zero.
/// </para>
/// <para>Addition, subtraction and comparison are exact. Nothing here rounds unless a <see cref="MidpointRounding"/> is passed.
/// A result outside the range throws <see cref="OverflowException"/>; it never wraps round.</para>
/// <para>Equality is by value: <c>1.5</c> and <c>1.50</c> are the same. Immutable and thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(PointsJsonConverter))]
public readonly struct Points :
    IEquatable<Points>,
    IComparable<Points>,
    ISpanFormattable,
    IUtf8SpanFormattable,
    IAdditionOperators<Points, Points, Points>,
    IAdditiveIdentity<Points, Points>
{
    /// <summary>The number of decimal places kept: 6.</summary>
    public const int DecimalPlaces = 6;

    private const uint Scale = 1_000_000;

    private readonly long millionths;

    private Points(long millionths) => this.millionths = millionths;

    /// <summary>Zero; also the default value.</summary>
    public static Points Zero => default;

    /// <inheritdoc/>
    static Points IAdditiveIdentity<Points, Points>.AdditiveIdentity => default;

    /// <summary>The largest value, 9,223,372,036,854.775807.</summary>
    public static Points MaxValue => new(long.MaxValue);

    /// <summary>The value in millionths, the exact integer it is stored as.</summary>
    public long Millionths => millionths;

    /// <summary>Makes a value from a whole number of millionths.</summary>
    /// <param name="value">Millionths; 1,500,000 is 1.5.</param>
    public static Points FromMillionths(long value) => new(value);

    /// <summary>Makes a value from a whole number.</summary>
    /// <param name="value">Whole points.</param>
    public static Points FromInt32(int value) => new((long)value * Scale);

    /// <summary>Makes a value from a decimal that has at most six places.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">The number has more than six decimal places, so it cannot be kept exactly.</exception>
    /// <exception cref="OverflowException">The number is outside the range.</exception>
    public static Points FromDecimal(decimal value)
    {
        var scaled = value * Scale;
        return decimal.Truncate(scaled) == scaled
            ? new Points(checked((long)scaled))
            : throw new ArgumentException(
                $"{value.ToString(CultureInfo.InvariantCulture)} has more than {DecimalPlaces} decimal places.", nameof(value));
    }

    /// <summary>The same number as a decimal, exactly.</summary>
    public decimal ToDecimal() => (decimal)millionths / Scale;

    /// <summary>Whole points convert implicitly, so that rules can compare with plain numbers.</summary>
    /// <param name="value">Whole points.</param>
    public static implicit operator Points(int value) => FromInt32(value);

    /// <inheritdoc cref="FromInt64"/>
    public static explicit operator Points(long value) => FromInt64(value);

    /// <summary>The same number of whole points.</summary>
    /// <param name="value">Whole points.</param>
    /// <exception cref="OverflowException">The number is outside the range.</exception>
    public static Points FromInt64(long value) => new(checked(value * Scale));

    /// <inheritdoc cref="FromDecimal"/>
    public static explicit operator Points(decimal value) => FromDecimal(value);

    /// <inheritdoc cref="FromDouble"/>
    public static explicit operator Points(double value) => FromDouble(value);

    /// <inheritdoc cref="FromDouble"/>
    public static explicit operator Points(float value) => FromSingle(value);

    /// <inheritdoc cref="FromDouble"/>
    public static Points FromSingle(float value) =>
        FromDouble(double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>The number that a binary floating point number is written as, such as 5.9.</summary>
    /// <remarks>
    /// A binary number is hardly ever exactly the decimal one that was meant; the shortest one that stands for it is taken. Prefer <see
    /// cref="FromDecimal"/>.
    /// </remarks>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">It is written with more than six decimal places, or is no number.</exception>
    /// <exception cref="OverflowException">The number is outside the range.</exception>
    public static Points FromDouble(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException("Not a number, or infinite.", nameof(value));
        if (Math.Abs(value) > long.MaxValue / (double)Scale)
            throw new OverflowException($"{value.ToString("R", CultureInfo.InvariantCulture)} goes beyond ±{MaxValue}.");
        // A decimal would round what it cannot hold, such as 1E-300, to nothing.
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return PointsNumber.TryRead(text, out var points)
            ? points
            : throw new ArgumentException($"{text} has more than {DecimalPlaces} decimal places.", nameof(value));
    }

    /// <summary>Adds exactly.</summary>
    /// <param name="left">The first summand.</param>
    /// <param name="right">The second summand.</param>
    /// <exception cref="OverflowException">The sum is outside the range.</exception>
    public static Points operator +(Points left, Points right) => new(checked(left.millionths + right.millionths));

    /// <summary>Subtracts exactly.</summary>
    /// <param name="left">The number to take from.</param>
    /// <param name="right">The number to take away.</param>
    /// <exception cref="OverflowException">The difference is outside the range.</exception>
    public static Points operator -(Points left, Points right) => new(checked(left.millionths - right.millionths));

    /// <summary>The number with its sign reversed.</summary>
    /// <param name="value">The number.</param>
    public static Points operator -(Points value) => new(checked(-value.millionths));

    /// <summary>Whether both are the same number.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Points left, Points right) => left.millionths == right.millionths;

    /// <summary>Whether the numbers differ.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Points left, Points right) => left.millionths != right.millionths;

    /// <summary>Whether the left number is smaller.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(Points left, Points right) => left.millionths < right.millionths;

    /// <summary>Whether the left number is larger.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(Points left, Points right) => left.millionths > right.millionths;

    /// <summary>Whether the left number is smaller or the same.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(Points left, Points right) => left.millionths <= right.millionths;

    /// <summary>Whether the left number is larger or the same.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(Points left, Points right) => left.millionths >= right.millionths;

    /// <summary>Adds exactly; the method form of <c>+</c>.</summary>
    /// <param name="left">The first summand.</param>
    /// <param name="right">The second summand.</param>
    public static Points Add(Points left, Points right) => left + right;

    /// <summary>Subtracts exactly; the method form of <c>-</c>.</summary>
    /// <param name="left">The number to take from.</param>
    /// <param name="right">The number to take away.</param>
    public static Points Subtract(Points left, Points right) => left - right;

    /// <summary>Reverses the sign; the method form of unary <c>-</c>.</summary>
    /// <param name="value">The number.</param>
    public static Points Negate(Points value) => -value;

    /// <summary>The smaller of two numbers.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static Points Min(Points left, Points right) => left.millionths <= right.millionths ? left : right;

    /// <summary>The larger of two numbers.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static Points Max(Points left, Points right) => left.millionths >= right.millionths ? left : right;

    /// <summary>The number, or the bound that it goes beyond; null for no bound. The lower bound is not above the upper.</summary>
    internal Points Within(Points? minimum, Points? maximum)
    {
        if (minimum is { } least && this < least)
            return least;
        return maximum is { } most && this > most ? most : this;
    }

    /// <summary>Rounds to fewer decimal places.</summary>
    /// <param name="places">Places to keep, 0 to 6.</param>
    /// <param name="rounding">How a value halfway between two candidates, or between them at all, is decided.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="places"/> is below 0 or above 6.</exception>
    public Points Round(int places, MidpointRounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, DecimalPlaces);
        return FromDecimal(decimal.Round(ToDecimal(), places, rounding));
    }

    /// <summary>
    /// Reads a number in invariant form: an optional minus sign, digits, and at most six decimals after a point. No spaces,
    /// no thousands separators, no exponent.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number, or zero where the text is not one.</param>
    /// <returns>Whether the text is such a number within the range.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Points value)
    {
        value = default;
        var negative = text is ['-', ..];
        var digits = negative ? text[1..] : text;
        if (digits.IsEmpty || digits.Length > 20)
            return false;

        // Counted downwards, because there is one more value below zero than above.
        long whole = 0;
        var decimals = -1;
        foreach (var c in digits)
        {
            if (c == '.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            if (!char.IsAsciiDigit(c) || decimals == DecimalPlaces)
                return false;
            if (whole < (long.MinValue + (c - '0')) / 10)
                return false;
            whole = (whole * 10) - (c - '0');
            if (decimals >= 0)
                decimals++;
        }

        if (decimals == 0 || digits[0] == '.')
            return false;

        for (var place = Math.Max(decimals, 0); place < DecimalPlaces; place++)
        {
            if (whole < long.MinValue / 10)
                return false;
            whole *= 10;
        }

        if (!negative && whole == long.MinValue)
            return false;
        value = new Points(negative ? whole : -whole);
        return true;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    public static Points Parse(ReadOnlySpan<char> text) => TryParse(text, out var value)
        ? value
        : throw new FormatException($"'{text}' is not a number with at most {DecimalPlaces} decimals.");

    /// <inheritdoc/>
    public bool Equals(Points other) => millionths == other.millionths;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Points other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => millionths.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Points other) => millionths.CompareTo(other.millionths);

    /// <summary>The number in invariant form without trailing zeros: <c>89.5</c>, <c>-4</c>, <c>0</c>.</summary>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[24];
        _ = TryFormat(buffer, out var written);
        return new string(buffer[..written]);
    }

    /// <summary>Writes <see cref="ToString()"/> into a buffer.</summary>
    /// <param name="destination">Where to write; 24 characters always suffice.</param>
    /// <param name="charsWritten">How many characters were written.</param>
    /// <returns>Whether the buffer was long enough.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        var magnitude = millionths < 0 ? (ulong)-(millionths + 1) + 1 : (ulong)millionths;
        if (millionths < 0)
        {
            if (destination.IsEmpty)
                return false;
            destination[0] = '-';
            charsWritten = 1;
        }

        if (!(magnitude / Scale).TryFormat(destination[charsWritten..], out var whole, default, CultureInfo.InvariantCulture))
            return false;
        charsWritten += whole;

        var fraction = (uint)(magnitude % Scale);
        if (fraction == 0)
            return true;

        var places = DecimalPlaces;
        while (fraction % 10 == 0)
        {
            fraction /= 10;
            places--;
        }

        if (destination.Length - charsWritten < places + 1)
            return false;
        destination[charsWritten] = '.';
        for (var i = places; i > 0; i--)
        {
            destination[charsWritten + i] = (char)('0' + (fraction % 10));
            fraction /= 10;
        }

        charsWritten += places + 1;
        return true;
    }

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten);

    /// <inheritdoc/>
    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        Span<char> buffer = stackalloc char[24];
        _ = TryFormat(buffer, out var written);
        return Ascii.FromUtf16(buffer[..written], utf8Destination, out bytesWritten) == OperationStatus.Done;
    }

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
