using System.Text.Json;
using System.Text.Json.Serialization;
using PartyRules.Clauses.Layers;

namespace PartyRules.Reading.Shape;

/// <summary>Source-generated reading and writing of scheme documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PointsJsonConverter)])]
[JsonSerializable(typeof(SchemeDocument))]
[JsonSerializable(typeof(LayerDocument))]
internal sealed partial class SchemeJson : JsonSerializerContext;

/// <summary>Points as JSON numbers, read and written exactly.</summary>
internal sealed class PointsJsonConverter : JsonConverter<Points>
{
    public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && Points.TryParse(Text(reader.ValueSpan), out var points))
            return points;
        throw new JsonException($"A number with at most {Points.DecimalPlaces} decimals was expected.");
    }

    public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString());

    private static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.ASCII.GetString(utf8);
}
