using System.Text.Json.Nodes;
using PartyRules.Diagnostics;
using PartyRules.Schemes.Documents;

namespace PartyRules.Schemes.Reading;

/// <summary>A scheme as the layers above it and its own make it, which knows from which file each part comes.</summary>
/// <param name="root">The highest scheme, changed in place as layers are added.</param>
/// <param name="tree">The highest scheme's places.</param>
internal sealed class LayeredDocument(JsonObject root, JsonTree tree)
{
    private readonly List<(string Path, JsonTree Tree, string Own, string Scheme)> places = [];

    public JsonObject Root { get; } = root;

    /// <summary>The identifiers of the schemes that are extended, the highest first; clauses may cite under each.</summary>
    public List<string> Higher { get; } = [];

    /// <summary>The texts of all layers, the highest first: what the content hash is of.</summary>
    public List<byte> Texts { get; } = [];

    /// <summary>What comes from a lower layer: the place in the scheme of all, which scheme put it there, and where in its file.</summary>
    public IEnumerable<ValueOrigin> Origins => places.Select(place => new ValueOrigin(place.Path, place.Scheme, place.Tree.At(place.Own)));

    public string Text(string key) => (string?)Root[key] ?? "";

    public LayersDocument? Layers => Root["layers"] is { } open ? System.Text.Json.JsonSerializer.Deserialize(open, SchemeJson.Default.LayersDocument) : null;

    public void Place(string path, JsonTree from, string own, string scheme)
    {
        places.RemoveAll(place => place.Path == path);
        places.Add((path, from, own, scheme));
    }

    /// <summary>The place of a path: in the file of the lowest layer that put it there, else in the highest scheme's.</summary>
    public SourceLocation At(string path)
    {
        var nearest = places.Where(place => IsWithin(path, place.Path)).OrderByDescending(place => place.Path.Length).FirstOrDefault();
        return nearest.Path is null ? tree.At(path) : nearest.Tree.At(nearest.Own + path[nearest.Path.Length..]);
    }

    private static bool IsWithin(string path, string outer) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');
}
