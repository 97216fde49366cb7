using System.Text.Json.Nodes;

namespace PartyRules.Reading.Layered;

/// <summary>
/// Where something stands in a scheme, written so that a person can name it: keys, with identifiers for the parts of lists.
/// </summary>
internal static class ClausePath
{
    /// <summary>Follows a path such as <c>/components/task/limit/points</c>.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="path">The path.</param>
    /// <param name="parts">Finds the parts of the scheme's lists.</param>
    /// <returns>The values from the scheme itself to what the path names; null where it names nothing.</returns>
    public static List<JsonNode>? Follow(JsonObject scheme, string path, PartsByName parts)
    {
        List<JsonNode> trail = [scheme];
        if (!path.StartsWith('/'))
            return null;
        foreach (var step in path[1..].Split('/'))
        {
            var next = trail[^1] switch
            {
                JsonObject members => members[step],
                JsonArray list => parts.Of(list, step).Part is { } part && OnlyKeyOf(part) == step ? part[step] : parts.Of(list, step).Part,
                _ => null,
            };
            if (next is null)
                return null;
            trail.Add(next);
        }

        return trail;
    }

    /// <summary>Whether a path that names something may mean something else too: several parts of a list may have one code.</summary>
    public static bool IsAmbiguous(string path, List<JsonNode> trail, PartsByName parts) =>
        path[1..].Split('/').Zip(trail).Any(step => step.Second is JsonArray list && parts.Of(list, step.First).HasTwin);

    /// <summary>The nearest clause around something that says what it rests on, or an item, which may.</summary>
    public static JsonObject ClauseOf(JsonNode node)
    {
        var around = node.Parent;
        while (around is not null and not JsonObject)
            around = around.Parent;
        var members = (JsonObject)around!;
        return members.ContainsKey("cites") || members.ContainsKey("effect") || members.Parent is null ? members : ClauseOf(members);
    }

    /// <summary>
    /// By what a part of a list is named: its identifier, or, where it has but one key, as a condition has, that key; null where it has
    /// neither.
    /// </summary>
    public static string? NameOf(JsonObject part) => Text(part["id"]) ?? Text(part["code"]) ?? OnlyKeyOf(part);

    /// <summary>The one key that a part of a list has, which leads to more; null where it has several, or an amount alone.</summary>
    private static string? OnlyKeyOf(JsonObject part) =>
        part.Count == 1 && part.First() is { Key: var key, Value: not JsonValue } ? key : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
