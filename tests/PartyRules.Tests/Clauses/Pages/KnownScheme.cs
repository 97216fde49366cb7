using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Cases;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>A scheme that documentation may show and count: one that is built in, or an invented one among the samples.</summary>
internal sealed class KnownScheme
{
    private readonly byte[] text;

    private KnownScheme(string id, byte[] text, string? samplePath)
    {
        Id = id;
        this.text = text;
        SamplePath = samplePath;
        Used = SchemeKeys.UsedIn(JsonNode.Parse(text)!);
    }

    /// <summary>The built-in schemes, then the samples, each in the order of identifiers.</summary>
    public static IReadOnlyList<KnownScheme> All { get; } =
    [
        .. BuiltInSchemes.Ids.Select(id => new KnownScheme(id, BuiltInSchemes.Text(id).ToArray(), null)),
        .. Directory.GetFiles(Repository.PathOf("docs", "samples"), "*.json", SearchOption.AllDirectories)
            .Where(file => Directory.Exists(Path.Combine(Path.GetDirectoryName(file)!, "cases")))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("bin"))
            .Select(file => new KnownScheme(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file), file))
                .OrderBy(sample => sample.Id, StringComparer.Ordinal),
    ];

    public string Id { get; }

    /// <summary>The sample's file; null where the scheme is built in.</summary>
    public string? SamplePath { get; }

    /// <summary>The keys that it uses, as object and key.</summary>
    public IReadOnlySet<string> Used { get; }

    /// <summary>The worked cases.</summary>
    public IReadOnlyList<SchemeCase> Cases => SamplePath is null ? SchemeCases.OfBuiltIn(Id) : SchemeCases.Beside(SamplePath, Read());

    /// <summary>Whether a kind of clause is used.</summary>
    public bool Uses(KnownKind kind) => Used.Any(key => kind.KeysElsewhere.Contains(key) || kind.Definitions.Contains(key.Split('.')[0]));

    /// <summary>What its clauses rest on, each once: a clause's own citation goes before those within it.</summary>
    public IReadOnlyList<(string Clause, LocalText Text, bool IsChoice)> Citations => [.. CitationsIn(JsonNode.Parse(text)!).Distinct()];

    public Scheme Read() => SamplePath is null ? BuiltInSchemes.Get(Id) : SchemeReader.ReadFile(SamplePath);

    /// <summary>A part of the text as it stands there, under its key, without what it is indented by.</summary>
    /// <param name="path">
    /// The keys that lead to it, with identifiers, codes or numbers for the parts of lists, such as <c>/components/task/limit</c>.
    /// </param>
    public string Part(string path)
    {
        using var document = JsonDocument.Parse(text);
        var (holder, found, steps) = (document.RootElement, document.RootElement, path[1..].Split('/'));
        foreach (var step in steps)
            (holder, found) =
                (found, Step(found, step) ?? throw new ArgumentException($"{Id} has nothing at '{step}' of '{path}'.", nameof(path)));
        var lines = found.GetRawText().ReplaceLineEndings("\n").Split('\n');
        var indent = lines.Skip(1).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return (holder.ValueKind == JsonValueKind.Object ? $"\"{steps[^1]}\": " : "") + string.Join(
            '\n', lines.Select((line, i) => i == 0 ? line : line[indent..]));
    }

    private static IEnumerable<(string Clause, LocalText Text, bool IsChoice)> CitationsIn(JsonNode? node) => node switch
    {
        JsonObject members => (members["cites"] is JsonObject cites
            ? [((string)cites["clause"]!, TextOf(cites["text"]!), (bool?)cites["choice"] == true)]
            : Array.Empty<(string, LocalText, bool)>())
            .Concat(members.Where(member => member.Key != "cites").SelectMany(member => CitationsIn(member.Value))),
        JsonArray list => list.SelectMany(CitationsIn),
        _ => [],
    };

    private static JsonElement? Step(JsonElement at, string step) => at.ValueKind switch
    {
        JsonValueKind.Object when at.TryGetProperty(step, out var member) => member,
        JsonValueKind.Array when int.TryParse(step, out var index) && index < at.GetArrayLength() => at[index],
        JsonValueKind.Array =>
            at.EnumerateArray().Where(part => Names(part, "id", step) || Names(part, "code", step)).Cast<JsonElement?>().FirstOrDefault(),
        _ => null,
    };

    private static bool Names(JsonElement part, string key, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() == name;

    private static LocalText TextOf(JsonNode text) => new((string)text["zh-Hans"]!, (string)text["en"]!);
}
