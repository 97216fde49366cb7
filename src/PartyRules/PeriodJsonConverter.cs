using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyRules;

/// <summary>Periods as JSON texts, such as <c>"2026-B3"</c>, exactly both ways; they may be names of members too.</summary>
/// <remarks>Stands on <see cref="Period"/>, so that it need not be added to options. Thread-safe.</remarks>
public sealed class PeriodJsonConverter : JsonConverter<Period>
{
    /// <inheritdoc/>
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(TextOf(value));
    }

    /// <inheritdoc/>
    public override Period ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(TextOf(value));
    }

    private static string TextOf(Period period) => period == default
        ? throw new JsonException("The period was never set, and the default value is none. Set it, or make it nullable.")
        : period.ToString();

    private static Period Parse(string? text) => Period.TryParse(text, out var period)
        ? period
        : throw new JsonException(
            "A period is a text such as \"2026\", \"2026-H1\", \"2026-Q2\", \"2026-B3\", \"2026-07\", \"2026-W27\" or \"2026-07-01\", "
            + $"and not {(text is null ? "another kind of value" : $"\"{text}\"")}.");
}
