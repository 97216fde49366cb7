using System.Text.Json.Serialization;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Layers;
using PartyRules.Clauses.Versions;

namespace PartyRules.Reading.Shape;

/// <summary>Source-generated reading and writing of scheme documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SchemeDocument))]
[JsonSerializable(typeof(LayerDocument))]
[JsonSerializable(typeof(DatedAmountDocument))]
[JsonSerializable(typeof(IReadOnlyList<AmountCaseDocument>))]
internal sealed partial class SchemeJson : JsonSerializerContext;
