using PartyRules.Cases;
using PartyRules.Reading.Shape;

namespace PartyRules.JsonSchemas;

/// <summary>The JSON Schemas of schemes and of their cases, made from the document model, so that editors complete and check.</summary>
/// <remarks>Thread-safe. Descriptions are in both languages. Each kind of clause is defined once, under <c>$defs</c>.</remarks>
public static class SchemeJsonSchema
{
    /// <summary>The JSON Schema of schemes, as text that ends with a line feed.</summary>
    public static string OfSchemes { get; } = JsonSchemaWriter.Write(SchemeJson.Default.SchemeDocument);

    /// <summary>The JSON Schema of schemes that extend another, as text that ends with a line feed.</summary>
    public static string OfLayers { get; } = JsonSchemaWriter.Write(SchemeJson.Default.LayerDocument);

    /// <summary>The JSON Schema of worked cases, as text that ends with a line feed.</summary>
    public static string OfCases { get; } = JsonSchemaWriter.Write(CaseJson.Default.CasesDocument);
}
