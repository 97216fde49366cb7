using System.Text.Json.Nodes;
using PartyRules.JsonSchemas;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>The keys of schemes as the published JSON Schemas have them.</summary>
internal static class SchemeKeys
{
    public const string Scheme = "Scheme";
    public const string Layer = "Layer";

    /// <summary>The kinds of object, by the names of the JSON Schemas; the documents themselves are two of them.</summary>
    private static readonly Dictionary<string, JsonNode> Objects = Read();

    private static readonly List<Place> InSchemes = PlacesIn(Scheme);
    private static readonly List<Place> InLayers = PlacesIn(Layer);

    /// <summary>The keys of an object, in their order.</summary>
    public static IEnumerable<(string Name, bool IsRequired, JsonNode Schema)> Of(string definition)
    {
        var required = Objects[definition]["required"]!.AsArray().Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
        return Objects[definition]["properties"]!.AsObject().Select(pair => (pair.Key, required.Contains(pair.Key), pair.Value!));
    }

    /// <summary>All keys of schemes and of schemes that extend another, with their descriptions.</summary>
    public static IEnumerable<(string Name, string Description)> Described(Language language) =>
        from definition in Objects.Keys
        where definition != nameof(LocalText)
        from key in Of(definition)
        select (key.Name, Description(key.Schema, language));

    /// <summary>A key's description, which the JSON Schemas give in both languages.</summary>
    public static string Description(JsonNode schema, Language language) =>
        ((string)schema["description"]!).Split(" / ")[language == Language.English ? 1 : 0];

    /// <summary>
    /// Where a kind's object may stand: from the top of a scheme where the kind begins with it, else from the object with which the kind
    /// begins.
    /// </summary>
    public static IReadOnlyList<string> PlacesOf(string definition, IReadOnlyCollection<string> ofKind)
    {
        var places = InSchemes.Where(place => place.Definition == definition).ToList();
        if (places.Count == 0)
            places = InLayers.Where(place => place.Definition == definition).ToList();
        var paths = places.Select(place => place.Path[Math.Max(0, place.Trail.FindIndex(ofKind.Contains) - 1)..]);
        return [.. paths.Select(path => string.Join('.', path)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The keys that a scheme uses, as object and key.</summary>
    public static IReadOnlySet<string> UsedIn(JsonNode scheme)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        Visit(scheme, scheme["extends"] is null ? Scheme : Layer);
        return used;

        void Visit(JsonNode node, string definition)
        {
            foreach (var (name, _, schema) in Of(definition))
            {
                if (node[name] is not { } value || value is JsonArray { Count: 0 })
                    continue;
                used.Add($"{definition}.{name}");
                See(value, schema);
            }
        }

        // A number may be stated in rows, which are a list then.
        void See(JsonNode value, JsonNode schema)
        {
            if ((string?)schema["$ref"] is { } reference)
                Visit(value, NameOf(reference));
            else if (schema["items"] is { } items && value is JsonArray list)
                list.OfType<JsonNode>().ToList().ForEach(each => See(each, items));
            else if (schema["additionalProperties"] is JsonObject ofEach && value is JsonObject members)
                members.Select(member => member.Value!).ToList().ForEach(each => See(each, ofEach));
        }
    }

    /// <summary>
    /// The kind of object that a schema leads to, through lists and by codes, and the step to it; null where it leads to none.
    /// </summary>
    private static (string Definition, string Step)? Inner(JsonNode schema, string step) =>
        (string?)schema["$ref"] is { } reference ? (NameOf(reference), step)
        : schema["items"] is { } items ? Inner(items, $"{step}[]")
        : schema["additionalProperties"] is JsonObject each ? Inner(each, $"{step}.*")
        : null;

    /// <summary>The name of a kind of object, from a reference to it.</summary>
    public static string NameOf(string reference) => reference["#/$defs/".Length..];

    /// <summary>All ways from a document to an object in it that pass no object twice.</summary>
    private static List<Place> PlacesIn(string root)
    {
        var places = new List<Place>();
        Visit(root, [], []);
        return places;

        void Visit(string at, List<string> path, List<string> trail)
        {
            if (path.Count > 0)
                places.Add(new Place(at, path, trail));
            if (trail.Contains(at))
                return;
            foreach (var (name, _, schema) in Of(at))
            {
                if (Inner(schema, name) is var (inner, step))
                    Visit(inner, [.. path, step], [.. trail, at]);
            }
        }
    }

    private static Dictionary<string, JsonNode> Read()
    {
        var (schemes, layers) = (JsonNode.Parse(SchemeJsonSchema.OfSchemes)!, JsonNode.Parse(SchemeJsonSchema.OfLayers)!);
        var objects = new Dictionary<string, JsonNode>(StringComparer.Ordinal) { [Scheme] = schemes, [Layer] = layers };
        foreach (var (name, definition) in layers["$defs"]!.AsObject().Concat(schemes["$defs"]!.AsObject()))
            objects[name] = definition!;
        return objects;
    }

    /// <summary>An object, the keys that lead to it, and the objects on the way.</summary>
    private sealed record Place(string Definition, List<string> Path, List<string> Trail);
}
