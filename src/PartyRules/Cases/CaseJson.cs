using System.Text.Json.Serialization;

namespace PartyRules.Cases;

/// <summary>How files of cases are read from JSON: as strictly as schemes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CasesDocument))]
internal sealed partial class CaseJson : JsonSerializerContext;
