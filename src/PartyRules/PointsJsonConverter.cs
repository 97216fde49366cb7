using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyRules;

/// <summary>
/// Points as JSON numbers, exactly both ways: what is written is read back as the same points, and what no points can hold is refused.
/// </summary>
/// <remarks>Stands on <see cref="Points"/>, so that it need not be added to options. Thread-safe.</remarks>
public sealed class PointsJsonConverter : JsonConverter<Points>
{
    /// <inheritdoc/>
    public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw new JsonException($"Points are a number in JSON, such as 6 or 4.5, and not {reader.TokenType}.");
        var text = Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        return PointsNumber.TryRead(text, out var points)
            ? points
            : throw new JsonException($"{text} is not a number with at most {Points.DecimalPlaces} decimals between ±{Points.MaxValue}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(value.ToString());
    }
}

/// <summary>Numbers of JSON as points: those with exponents too, as long as points can hold them exactly.</summary>
internal static class PointsNumber
{
    private const int LargestExponent = 100;

    /// <summary>Reads a number of JSON.</summary>
    /// <param name="text">The number as JSON allows it.</param>
    /// <param name="points">The points.</param>
    public static bool TryRead(string text, out Points points)
    {
        if (Points.TryParse(text, out points))
            return true;
        var at = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = at < 0 ? text : text[..at];
        var exponent = 0;
        if (at >= 0 && !int.TryParse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return false;
        if (Math.Abs((long)exponent) > LargestExponent)
            return false;
        var sign = mantissa.StartsWith('-') ? "-" : "";
        var (whole, fraction) =
            mantissa[sign.Length..].Split('.') is [var before, var after] ? (before, after) : (mantissa[sign.Length..], "");
        var digits = whole + fraction;
        var point = whole.Length + exponent;
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return false;
        digits = point <= 0 ? new string('0', 1 - point) + digits : digits.PadRight(point, '0');
        point = Math.Max(point, 1);
        var decimals = digits[point..].TrimEnd('0');
        var shifted = digits[..point].TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";
        return Points.TryParse(sign + shifted + (decimals.Length > 0 ? "." + decimals : ""), out points);
    }
}
