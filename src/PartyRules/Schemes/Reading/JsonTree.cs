using System.Text;
using System.Text.Json;
using PartyRules.Diagnostics;

namespace PartyRules.Schemes.Reading;

/// <summary>A JSON value that remembers where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Its JSON path.</param>
/// <param name="Offset">Where it starts, in bytes.</param>
/// <param name="Text">The text of a string or number; empty for others.</param>
internal sealed record JsonNodeAt(JsonTokenType Kind, string Path, int Offset, string Text)
{
    public List<(string Name, int Offset, JsonNodeAt Value)> Properties { get; } = [];

    public List<JsonNodeAt> Items { get; } = [];
}

/// <summary>A document as a tree that knows its places.</summary>
internal sealed class JsonTree
{
    public const int MaximumBytes = 4 * 1024 * 1024;
    public const int MaximumDepth = 64;

    private readonly ReadOnlyMemory<byte> utf8;
    private readonly string file;
    private readonly List<Problem> problems;
    private readonly Dictionary<string, JsonNodeAt> byPath = new(StringComparer.Ordinal);

    private JsonTree(ReadOnlyMemory<byte> utf8, string file, List<Problem> problems)
    {
        this.utf8 = utf8;
        this.file = file;
        this.problems = problems;
    }

    public JsonNodeAt? Root { get; private set; }

    /// <summary>Parses a document. Where that fails, there is no root and a problem was added.</summary>
    public static JsonTree Parse(ReadOnlyMemory<byte> utf8, string file, List<Problem> problems)
    {
        var hasMark = utf8.Span.StartsWith("\uFEFF"u8);
        var tree = new JsonTree(hasMark ? utf8[3..] : utf8, file, problems);
        if (utf8.Length > MaximumBytes)
        {
            problems.Add(SchemeReader.Messages.Problem("scheme.too-large", new SourceLocation(file), utf8.Length, MaximumBytes));
            return tree;
        }

        var reader = new Utf8JsonReader(tree.utf8.Span, new JsonReaderOptions { MaxDepth = MaximumDepth });
        try
        {
            reader.Read();
            tree.Root = tree.Read(ref reader, "$");
            reader.Read();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            tree.Root = null;
            problems.Add(SchemeReader.Messages.Problem("scheme.not-json", tree.LocationOf((int)reader.BytesConsumed, null), FirstSentence(exception.Message)));
        }

        return tree;
    }

    /// <summary>The place of a path, or of the nearest value above it.</summary>
    public SourceLocation At(string path)
    {
        var known = path;
        while (!byPath.ContainsKey(known) && known.Length > 1)
            known = known[..Math.Max(1, known.LastIndexOfAny(['.', '[']))];
        return LocationOf(byPath.TryGetValue(known, out var node) ? node.Offset : 0, path);
    }

    public SourceLocation LocationOf(int offset, string? path)
    {
        var before = utf8.Span[..Math.Min(offset, utf8.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new SourceLocation(file, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1, path);
    }

    private static string FirstSentence(string message) => message.Split(" LineNumber:", StringSplitOptions.None)[0].Split(" Path:", StringSplitOptions.None)[0];

    private JsonNodeAt Read(ref Utf8JsonReader reader, string path)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => "",
        };
        var node = new JsonNodeAt(reader.TokenType, path, (int)reader.TokenStartIndex, text);
        byPath[path] = node;
        if (node.Kind == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                node.Items.Add(Read(ref reader, $"{path}[{node.Items.Count}]"));
        }
        else if (node.Kind == JsonTokenType.StartObject)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                var offset = (int)reader.TokenStartIndex;
                if (!names.Add(name))
                    problems.Add(SchemeReader.Messages.Problem("scheme.duplicate-key", LocationOf(offset, path), name));
                reader.Read();
                node.Properties.Add((name, offset, Read(ref reader, $"{path}.{name}")));
            }
        }

        return node;
    }
}
