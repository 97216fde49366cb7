using System.Text.Json.Nodes;

namespace PartyRules.Reading.Layered;

/// <summary>Finds parts of the lists of one scheme by their names, each list gone through once.</summary>
internal sealed class PartsByName
{
    private readonly Dictionary<JsonArray, (int Count, Dictionary<string, (JsonObject Part, bool HasTwin)> Parts)> lists =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>The first part of a name, and whether there are others; null for none.</summary>
    public (JsonObject? Part, bool HasTwin) Of(JsonArray list, string name)
    {
        if (!lists.TryGetValue(list, out var known) || known.Count != list.Count)
            lists[list] = known = (list.Count, PartsOf(list));
        return known.Parts.GetValueOrDefault(name);
    }

    /// <summary>Forgets what it knows where something was set that may be a name.</summary>
    /// <param name="path">The path of what was set.</param>
    public void Forget(string path)
    {
        if (path.EndsWith("/id", StringComparison.Ordinal) || path.EndsWith("/code", StringComparison.Ordinal))
            lists.Clear();
    }

    private static Dictionary<string, (JsonObject Part, bool HasTwin)> PartsOf(JsonArray list)
    {
        var parts = new Dictionary<string, (JsonObject Part, bool HasTwin)>(StringComparer.Ordinal);
        foreach (var part in list.OfType<JsonObject>())
        {
            if (ClausePath.NameOf(part) is { } name && !parts.TryAdd(name, (part, false)))
                parts[name] = (parts[name].Part, true);
        }

        return parts;
    }
}
