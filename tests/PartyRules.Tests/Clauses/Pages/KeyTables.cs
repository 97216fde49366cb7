using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>Tables of keys with their descriptions, from the published JSON Schemas.</summary>
internal sealed class KeyTables(Phrases phrases, KnownKind? on)
{
    private const int MostPlaces = 8;

    /// <summary>The keys of a kind: a table for each of its objects, and one for its keys in objects of other kinds.</summary>
    public string OfKind()
    {
        var tables = on!.Definitions.Select(Table).ToList();
        foreach (var elsewhere in on.KeysElsewhere.GroupBy(key => key.Split('.')[0]))
            tables.Add(Table(elsewhere.Key, elsewhere.Select(key => key.Split('.')[1]).ToHashSet(StringComparer.Ordinal)));
        return string.Join("\n\n", tables);
    }

    /// <summary>The keys of objects that several kinds share.</summary>
    public string Of(IEnumerable<string> definitions) => string.Join("\n\n", definitions.Select(Rows));

    private string Table(string definition) => $"{Places(definition)}\n\n{Rows(definition)}";

    private string Table(string definition, HashSet<string> keys) =>
        $"{Places(definition)}\n\n{Rows(SchemeKeys.Of(definition).Where(key => keys.Contains(key.Name)))}";

    private string Places(string definition)
    {
        var places = SchemeKeys.PlacesOf(definition, on!.Definitions);
        if (places.Count == 0)
            return definition == "Scheme" ? phrases.TheScheme : phrases.TheFile;
        var shown = string.Join(phrases.Separator, places.Take(MostPlaces).Select(place => $"`{place}`"));
        return (places.Count > MostPlaces ? $"{phrases.InManyPlaces(places.Count)} {shown}" : shown)
            + (phrases.Language == Language.English ? ":" : "：");
    }

    private string Rows(string definition) => Rows(SchemeKeys.Of(definition));

    private string Rows(IEnumerable<(string Name, bool IsRequired, JsonNode Schema)> keys) =>
        $"{phrases.KeyHeader}\n| --- | --- | --- | --- |\n" + string.Join('\n', keys.Select(key =>
            $"| `{key.Name}` | {(key.IsRequired ? phrases.Yes : "")} | {Form(key.Schema)} | "
                + $"{SchemeKeys.Description(key.Schema, phrases.Language)} |"));

    private string Form(JsonNode schema)
    {
        if (schema["enum"] is JsonArray words)
            return string.Join(phrases.Separator, words.Select(word => $"`{word}`"));
        if ((string?)schema["$ref"] is { } reference)
            return Object(SchemeKeys.NameOf(reference));
        List<string> types = schema["type"] is JsonArray several ? [.. several.Select(each => (string)each!)] : [(string)schema["type"]!];
        var (type, orNull) = (types[0], types.Contains("null") ? phrases.OrNull : "");
        return type switch
        {
            "array" => Form(schema["items"]!) is var each && each == phrases.Here ? phrases.ListHere : phrases.ListOf(each),
            "object" => phrases.ByCode(Form(schema["additionalProperties"]!)),
            "boolean" => phrases.Truth,
            "integer" => phrases.WholeNumber,
            "number" => phrases.Number,
            _ => (string?)schema["format"] == "date" ? phrases.Date : phrases.Text,
        } + orNull;
    }

    /// <summary>A link to where an object's own keys are told.</summary>
    private string Object(string definition)
    {
        if (definition == nameof(LocalText))
            return phrases.BothLanguages;
        if (KnownKind.All.FirstOrDefault(kind => kind.Definitions.Contains(definition)) is not { } kind)
        {
            var anchor = JsonNamingPolicy.KebabCaseLower.ConvertName(definition);
            return $"[{phrases.Shared(definition)}]({phrases.PageName("README")}#{anchor})";
        }

        return kind.Name == on?.Name ? phrases.Here : $"[{ClausePage.Of(kind, phrases.Language).Title}]({kind.PageName(phrases.Language)})";
    }
}
