using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Tests;

/// <summary>A scheme of which nothing is wrong, and what becomes of it by one change.</summary>
internal static class Invented
{
    private static readonly string Text = Read();
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>
    /// The scheme with other values; paths such as <c>components.1.limit.points</c>, and <c>records.+</c> for one more in a list.
    /// </summary>
    public static Scheme With(params (string Path, string? Json)[] changes) =>
        SchemeReader.Read(Encoding.UTF8.GetBytes(TextWith(changes)), "invented.json");

    /// <summary>The text of the scheme with other values.</summary>
    public static string TextWith(params (string Path, string? Json)[] changes)
    {
        var root = JsonNode.Parse(Text)!;
        foreach (var (path, json) in changes)
            Set(root, path.Split('.'), json is null ? null : JsonNode.Parse(json));
        return root.ToJsonString(Indented);
    }

    /// <summary>What is refuted of the scheme with values in other places.</summary>
    public static IReadOnlyList<Finding> Refuted(params (string Path, string? Json)[] changes) =>
        [.. SchemeVerifier.Verify(With(changes)).Refuted];

    private static void Set(JsonNode root, IReadOnlyList<string> keys, JsonNode? value)
    {
        var at = root;
        foreach (var key in keys.SkipLast(1))
            at = at is JsonArray list ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : at[key]!;
        if (at is JsonArray all)
            all.Add(value);
        else if (value is null)
            at.AsObject().Remove(keys[^1]);
        else
            at[keys[^1]] = value;
    }

    private static string Read()
    {
        using var stream = typeof(Invented).Assembly.GetManifestResourceStream("base.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
