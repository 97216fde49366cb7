using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PartyRules.Cases;
using PartyRules.Clauses.Layers;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;

namespace PartyRules.Documents;

/// <summary>The JSON Schemas of schemes and of their cases, made from the document model, so that editors complete and check.</summary>
/// <remarks>Thread-safe. Descriptions are in both languages. Each kind of clause is defined once, under <c>$defs</c>.</remarks>
public static class SchemeJsonSchema
{
    private static readonly MessageCatalog Texts = MessageCatalog.OfClauses("SchemeKeys");
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON Schema of schemes, as text that ends with a line feed.</summary>
    public static string OfSchemes { get; } = Write(typeof(SchemeDocument));

    /// <summary>The JSON Schema of schemes that extend another, as text that ends with a line feed.</summary>
    public static string OfLayers { get; } = Write(typeof(LayerDocument));

    /// <summary>The JSON Schema of worked cases, as text that ends with a line feed.</summary>
    public static string OfCases { get; } = Write(typeof(CasesDocument));

    /// <summary>What a key of the document model means, as a sentence.</summary>
    internal static LocalText Describe(Type owner, string property)
    {
        var key = $"json.{NameOf(owner)}.{property}";
        return Texts.Format(Texts.Has(key) ? key : $"json.{property}");
    }

    private static string Write(Type root)
    {
        var definitions = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var document = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        foreach (var (key, value) in Object(root, definitions).ToList())
            document[key] = value?.DeepClone();
        document["$defs"] = new JsonObject(definitions.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return document.ToJsonString(Format) + "\n";
    }

    private static JsonObject Object(Type type, SortedDictionary<string, JsonObject> definitions)
    {
        var info = InfoOf(type);
        var properties = new JsonObject();
        foreach (var property in info.Properties)
            properties[property.Name] = Property(type, property, definitions);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. info.Properties.Where(property => property.IsRequired).Select(property => (JsonNode)property.Name)]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Property(Type owner, JsonPropertyInfo property, SortedDictionary<string, JsonObject> definitions)
    {
        var schema = new JsonObject { ["description"] = DescriptionOf(owner, property.Name) };
        foreach (var (key, value) in Value(property.PropertyType, definitions).ToList())
            schema[key] = value?.DeepClone();
        if (property.AttributeProvider?.GetCustomAttributes(typeof(WordsAttribute), false).FirstOrDefault() is WordsAttribute words)
            schema["enum"] = new JsonArray([.. words.Words.Select(word => (JsonNode)word)]);
        if (property is { IsRequired: true, IsSetNullable: true } && schema["type"] is { } kind)
            schema["type"] = new JsonArray(kind.DeepClone(), "null");
        return schema;
    }

    private static JsonObject Value(Type type, SortedDictionary<string, JsonObject> definitions)
    {
        var actual = Nullable.GetUnderlyingType(type) ?? type;
        var info = InfoOf(actual);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Reference(actual, definitions),
            JsonTypeInfoKind.Enumerable => new JsonObject { ["type"] = "array", ["items"] = Value(info.ElementType!, definitions) },
            JsonTypeInfoKind.Dictionary => new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(info.ElementType!, definitions) },
            _ when actual == typeof(bool) => new JsonObject { ["type"] = "boolean" },
            _ when actual == typeof(int) => new JsonObject { ["type"] = "integer" },
            _ when actual == typeof(Points) => new JsonObject { ["type"] = "number" },
            _ when actual == typeof(DateOnly) => new JsonObject { ["type"] = "string", ["format"] = "date" },
            _ => new JsonObject { ["type"] = "string" },
        };
    }

    private static JsonObject Reference(Type type, SortedDictionary<string, JsonObject> definitions)
    {
        var name = NameOf(type);
        if (definitions.TryAdd(name, []))
            definitions[name] = Object(type, definitions);
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private static string DescriptionOf(Type owner, string property)
    {
        if (owner == typeof(LocalText))
            return property;
        var description = Describe(owner, property);
        return $"{description.Chinese} / {description.English}";
    }

    private static string NameOf(MemberInfo type) => type.Name.Replace("Document", "", StringComparison.Ordinal) is { Length: > 0 } name ? name : type.Name;

    private static JsonTypeInfo InfoOf(Type type) =>
        SchemeJson.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} is not part of the document model.");
}
