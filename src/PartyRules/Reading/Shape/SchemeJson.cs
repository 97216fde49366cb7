using System.Text.Json.Serialization;
using PartyRules.Clauses.Layers;

namespace PartyRules.Reading.Shape;

/// <summary>Source-generated reading and writing of scheme documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SchemeDocument))]
[JsonSerializable(typeof(LayerDocument))]
internal sealed partial class SchemeJson : JsonSerializerContext;
