using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Tree;
using PartyRules.Schemes;

namespace PartyRules.Reading.Layered;

/// <summary>A scheme as the layers above it and its own make it, which knows from which file each part comes.</summary>
/// <param name="root">The highest scheme, changed in place as layers are added.</param>
/// <param name="tree">The highest scheme's places.</param>
internal sealed class LayeredDocument(JsonObject root, JsonTree tree)
{
    private readonly Dictionary<string, Placed> places = new(StringComparer.Ordinal);
    private readonly PartsByName parts = new();
    private readonly Dictionary<string, (DateOnly? From, DateOnly? To)> dates = new(StringComparer.Ordinal);
    private int placed;

    public JsonObject Root { get; } = root;

    /// <summary>The identifiers of the schemes that are extended, the highest first; clauses may cite under each.</summary>
    public List<string> Higher { get; } = [];

    /// <summary>The components to which some scheme that is extended lets items be added.</summary>
    public HashSet<string> OpenToItems { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether layers below the scheme may add items to a component.</summary>
    public bool IsOpenToItems(string component) =>
        Root["layers"]?["items"] is JsonArray open && open.Any(items => (string?)items?["component"] == component);

    /// <summary>Whether layers below the scheme may add items to a component, or its own layers might.</summary>
    public bool MayHaveItemsOfLayers(string component) => IsOpenToItems(component) || OpenToItems.Contains(component);

    /// <summary>The texts of all layers, the highest first: what the content hash is of.</summary>
    public List<byte> Texts { get; } = [];

    /// <summary>What comes from a lower layer: the place in the scheme of all, which scheme put it there, and where in its file.</summary>
    public IEnumerable<ValueOrigin> Origins => places.OrderBy(place => place.Value.Number)
        .Select(place => new ValueOrigin(place.Key, place.Value.Scheme, place.Value.Tree.At(place.Value.Own)));

    public string Text(string key) => (string?)Root[key] ?? "";

    public void Place(string path, JsonTree from, string own, string scheme) =>
        places[path] = new Placed(from, own, scheme, placed++);

    /// <summary>Follows a path such as <c>/components/task/limit/points</c>; null where it names nothing.</summary>
    public List<JsonNode>? Follow(string path) => ClausePath.Follow(Root, path, parts);

    /// <summary>Whether a path that names something may mean something else too: several parts of a list may have one code.</summary>
    public bool IsAmbiguous(string path) => Follow(path) is { } trail && ClausePath.IsAmbiguous(path, trail, parts);

    /// <summary>The component of an identifier; null for none.</summary>
    public JsonObject? Component(string id) => Root["components"] is JsonArray list ? parts.Of(list, id).Part : null;

    /// <summary>The place of a path: in the file of the lowest layer that put it there, else in the highest scheme's.</summary>
    public SourceLocation At(string path) =>
        Nearest(path) is var (nearest, length) ? nearest.Tree.At(nearest.Own + path[length..]) : tree.At(path);

    /// <summary>The identifier of the scheme that put a path there.</summary>
    public string SchemeOf(string path) => Nearest(path) is var (nearest, _) ? nearest.Scheme : Higher.FirstOrDefault() ?? Text("id");

    /// <summary>What a lower layer put in a place, or the nearest above it, and how long that one's path is; null where none did.</summary>
    private (Placed Placed, int Length)? Nearest(string path)
    {
        var known = places.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = places.Count == 0 ? 0 : path.Length; end > 0; end--)
        {
            if ((end == path.Length || path[end] is '.' or '[') && known.TryGetValue(path.AsSpan(0, end), out var nearest))
                return (nearest, end);
        }

        return null;
    }

    /// <summary>From when and until when a clause holds as it is cited; nulls where it always does.</summary>
    public (DateOnly? From, DateOnly? To) DatesOf(string cites) => dates.GetValueOrDefault(cites);

    /// <summary>Puts an amount or a word and its citation where they belong.</summary>
    /// <param name="set">What is set: where, the value and the citation.</param>
    /// <param name="from">The file.</param>
    /// <param name="path">The place in the file.</param>
    /// <param name="scheme">The scheme that sets it.</param>
    /// <returns>The path of the citation; null where the place is none.</returns>
    public string? Set(JsonNode set, JsonTree from, string path, string scheme)
    {
        var at = (string)set["at"]!;
        if (Follow(at) is not { } trail || ClausePath.IsAmbiguous(at, trail, parts))
            return null;
        if (KindOf(trail[^1]) is not { } kind || kind != KindOf(set["value"]!))
            return null;
        var clause = ClausePath.ClauseOf(trail[^1]);
        var target = trail[^1].GetPath();
        trail[^1].ReplaceWith(set["value"]!.DeepClone());
        parts.Forget(at);
        Place(target, from, $"{path}.value", scheme);
        clause["cites"] = set["cites"]!.DeepClone();
        var cites = $"{clause.GetPath()}.cites";
        Place(cites, from, $"{path}.cites", scheme);
        return cites;
    }

    /// <summary>The same scheme with the amounts of a day in their places.</summary>
    public LayeredDocument On(DateOnly day)
    {
        var part = new LayeredDocument(Root.DeepClone().AsObject(), tree);
        foreach (var (path, place) in places)
            part.places.Add(path, place);
        part.placed = placed;
        part.Higher.AddRange(Higher);
        part.OpenToItems.UnionWith(OpenToItems);
        foreach (var amount in AmountRows.Within(part.Root).ToList())
            part.Hold(amount, day);
        return part;
    }

    /// <summary>Puts the amount of a day, and what it rests on, where its rows stand.</summary>
    private void Hold(AmountRows amount, DateOnly day)
    {
        var path = amount.List.GetPath();
        var holding = amount.On(day);
        if (holding.Exists(each => each.IsCase))
        {
            HoldCases(amount, holding, path);
            return;
        }

        var clause = ClausePath.ClauseOf(amount.List);
        var row = holding[0];
        amount.List.ReplaceWith(row.Is.DeepClone());
        Move($"{path}[{row.Index}].is", path);
        if (row.Cites is null)
            return;
        clause["cites"] = row.Cites.DeepClone();
        var cites = $"{clause.GetPath()}.cites";
        Move($"{path}[{row.Index}].cites", cites);
        dates[cites] = (row.From, row.To);
    }

    /// <summary>Leaves the rows of a day, without their days.</summary>
    private void HoldCases(AmountRows amount, List<AmountRow> holding, string path)
    {
        var rows = new JsonArray([.. holding.Select(row => row.Undated())]);
        var origins = holding.ConvertAll(row => OriginOf($"{path}[{row.Index}]"));
        amount.List.ReplaceWith(rows);
        for (var i = 0; i < holding.Count; i++)
        {
            places[$"{path}[{i}]"] = origins[i];
            dates[$"{path}[{i}].cites"] = (holding[i].From, holding[i].To);
        }
    }

    /// <summary>Says that something stands in another place than where it was written.</summary>
    private void Move(string from, string to) => places[to] = OriginOf(from);

    private Placed OriginOf(string path) => Nearest(path) is var (nearest, length)
        ? nearest with { Own = nearest.Own + path[length..], Number = placed++ }
        : new Placed(tree, path, SchemeOf(path), placed++);

    /// <summary>What kind of value stands in a place: a number may be stated by days; null where it is none that can be set.</summary>
    private static JsonValueKind? KindOf(JsonNode node) => AmountRows.Are(node) ? JsonValueKind.Number
        : node is JsonValue ? node.GetValueKind()
        : null;

    /// <summary>What comes from a lower layer.</summary>
    /// <param name="Tree">Its file.</param>
    /// <param name="Own">The place in it.</param>
    /// <param name="Scheme">The scheme that put it there.</param>
    /// <param name="Number">How many were put in their places before.</param>
    private readonly record struct Placed(JsonTree Tree, string Own, string Scheme, int Number);
}
