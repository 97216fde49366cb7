using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PartyRules.Clauses.Versions;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;

namespace PartyRules.Reading.Shape;

/// <summary>
/// Writes the JSON Schema of a document model. Each kind of object is defined once, under <c>$defs</c>; descriptions are in both languages.
/// </summary>
/// <param name="options">How the model is read from JSON.</param>
internal sealed class JsonSchemaWriter(JsonSerializerOptions options)
{
    private static readonly MessageCatalog Texts = MessageCatalog.OfClauses("SchemeKeys");
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What a key of the document model means, as a sentence.</summary>
    public static LocalText Describe(Type owner, string property)
    {
        for (var type = owner; type is not null; type = type.BaseType)
        {
            if ($"json.{NameOf(type)}.{property}" is var key && Texts.Has(key))
                return Texts.Format(key);
        }

        return Texts.Format($"json.{property}");
    }

    /// <summary>The JSON Schema of a type of document, as text that ends with a line feed.</summary>
    public static string Write(JsonTypeInfo root) => new JsonSchemaWriter(root.Options).Write(root.Type);

    private string Write(Type root)
    {
        var definitions = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var document = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        foreach (var (key, value) in Object(root, definitions).ToList())
            document[key] = value?.DeepClone();
        document["$defs"] = new JsonObject(definitions.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return document.ToJsonString(Format) + "\n";
    }

    private readonly bool mayBeDated = options.TryGetTypeInfo(typeof(DatedAmountDocument), out _);

    private JsonObject Object(Type type, SortedDictionary<string, JsonObject> definitions)
    {
        var info = InfoOf(type);
        var properties = new JsonObject();
        foreach (var property in info.Properties)
            properties[property.Name] = Property(type, property, definitions);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray(
                [.. info.Properties.Where(property => property.IsRequired).Select(property => (JsonNode)property.Name)]),
            ["additionalProperties"] = false,
        };
        if (type == typeof(LocalText))
            schema["minProperties"] = 1;
        return schema;
    }

    private JsonObject Property(Type owner, JsonPropertyInfo property, SortedDictionary<string, JsonObject> definitions)
    {
        var schema = new JsonObject { ["description"] = DescriptionOf(owner, property.Name) };
        var isFixed = owner.IsDefined(typeof(FixedNumbersAttribute));
        foreach (var (key, value) in Value(property.PropertyType, isFixed, definitions).ToList())
            schema[key] = value?.DeepClone();
        if (property.AttributeProvider?.GetCustomAttributes(typeof(WordsAttribute), false).FirstOrDefault() is WordsAttribute words)
            schema["enum"] = new JsonArray([.. words.Words.Select(word => (JsonNode)word)]);
        if (property is { IsRequired: true, IsSetNullable: true } && schema["type"] is { } kind)
            schema["type"] = new JsonArray([.. (kind as JsonArray ?? [kind.DeepClone()]).Select(each => each!.DeepClone()), "null"]);
        return schema;
    }

    private JsonObject Value(Type type, bool isFixed, SortedDictionary<string, JsonObject> definitions)
    {
        var actual = Nullable.GetUnderlyingType(type) ?? type;
        var info = InfoOf(actual);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Reference(actual, definitions),
            JsonTypeInfoKind.Enumerable =>
                new JsonObject { ["type"] = "array", ["items"] = Value(info.ElementType!, isFixed, definitions) },
            JsonTypeInfoKind.Dictionary =>
                new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = Value(info.ElementType!, isFixed, definitions),
                },
            _ when actual == typeof(bool) => new JsonObject { ["type"] = "boolean" },
            _ when ShapeChecker.IsNumber(actual) && !isFixed && mayBeDated => new JsonObject
            {
                ["type"] = new JsonArray(actual == typeof(int) ? "integer" : "number", "array"),
                ["items"] = Reference(ShapeChecker.RowsOf(actual), definitions),
            },
            _ when actual == typeof(int) => new JsonObject { ["type"] = "integer" },
            _ when actual == typeof(Points) => new JsonObject { ["type"] = "number" },
            _ when actual == typeof(DateOnly) => new JsonObject { ["type"] = "string", ["format"] = "date" },
            _ => new JsonObject { ["type"] = "string" },
        };
    }

    private JsonObject Reference(Type type, SortedDictionary<string, JsonObject> definitions)
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

    private static string NameOf(MemberInfo type) =>
        type.Name.Replace("Document", "", StringComparison.Ordinal) is { Length: > 0 } name ? name : type.Name;

    private JsonTypeInfo InfoOf(Type type) => options.GetTypeInfo(type);
}
