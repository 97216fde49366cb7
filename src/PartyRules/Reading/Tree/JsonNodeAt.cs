using System.Globalization;
using System.Text.Json;

namespace PartyRules.Reading.Tree;

/// <summary>A JSON value that remembers where it stands.</summary>
internal sealed class JsonNodeAt
{
    private const int LongestNameShown = 100;
    private readonly JsonNodeAt? parent;
    private readonly string? name;
    private readonly int index;
    private Dictionary<string, JsonNodeAt>? segments;

    private JsonNodeAt(JsonTokenType kind, int offset, string text, JsonNodeAt? parent, string? name, int index)
    {
        Kind = kind;
        Offset = offset;
        Text = text;
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /// <summary>What it is.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>Where it starts, in bytes.</summary>
    public int Offset { get; }

    /// <summary>The text of a string or number; empty for others.</summary>
    public string Text { get; }

    /// <summary>The members of an object, in order; a name may stand twice.</summary>
    public List<(string Name, int Offset, JsonNodeAt Value)> Properties { get; } = [];

    /// <summary>The elements of a list.</summary>
    public List<JsonNodeAt> Items { get; } = [];

    /// <summary>
    /// Its JSON path. It is put together when it is asked for: kept for every value, paths could take more memory than any document.
    /// </summary>
    public string Path => parent is null ? "$" : parent.Path + Segment;

    /// <summary>The value as it is shown to people.</summary>
    public string Shown => Kind switch
    {
        JsonTokenType.StartObject => "{…}",
        JsonTokenType.StartArray => "[…]",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        _ => Text,
    };

    private string Segment => name is null
        ? $"[{index.ToString(CultureInfo.InvariantCulture)}]"
        : "." + (name.Length > LongestNameShown ? name[..LongestNameShown] + "…" : name);

    public static JsonNodeAt Root(JsonTokenType kind, int offset, string text) => new(kind, offset, text, null, null, 0);

    public JsonNodeAt Item(JsonTokenType kind, int offset, string text)
    {
        var item = new JsonNodeAt(kind, offset, text, this, null, Items.Count);
        Items.Add(item);
        return item;
    }

    public JsonNodeAt Property(string key, int keyOffset, JsonTokenType kind, int offset, string text)
    {
        var value = new JsonNodeAt(kind, offset, text, this, key, 0);
        Properties.Add((key, keyOffset, value));
        return value;
    }

    /// <summary>
    /// The value at the rest of a path, or the nearest above it. Of members with one name the last is meant; a name may hold what divides
    /// paths, so that the longest is.
    /// </summary>
    public JsonNodeAt Find(ReadOnlySpan<char> rest)
    {
        var known = (segments ??= SegmentsOf()).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = rest.Length; end > 0; end--)
        {
            if ((end == rest.Length || rest[end] is '.' or '[') && known.TryGetValue(rest[..end], out var next))
                return next.Find(rest[end..]);
        }

        return this;
    }

    private Dictionary<string, JsonNodeAt> SegmentsOf()
    {
        var known = new Dictionary<string, JsonNodeAt>(StringComparer.Ordinal);
        foreach (var item in Items)
            known[item.Segment] = item;
        foreach (var (_, _, value) in Properties)
            known[value.Segment] = value;
        return known;
    }
}
