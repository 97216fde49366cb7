using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartyRules.Diagnostics;

namespace PartyRules.Reading.Tree;

/// <summary>A document as a tree that knows its places.</summary>
internal sealed partial class JsonTree
{
    public const int MaximumBytes = 4 * 1024 * 1024;
    public const int MaximumDepth = 64;
    public const int MaximumMembers = 10_000;

    private readonly ReadOnlyMemory<byte> utf8;
    private readonly string file;
    private readonly List<Problem> problems;
    private readonly TextPlaces places;

    private JsonTree(ReadOnlyMemory<byte> utf8, string file, List<Problem> problems)
    {
        this.utf8 = utf8;
        this.file = file;
        this.problems = problems;
        places = new TextPlaces(utf8);
    }

    public JsonNodeAt? Root { get; private set; }

    /// <summary>Parses a document. Where that fails, there is no root and a problem was added.</summary>
    public static JsonTree Parse(ReadOnlyMemory<byte> utf8, string file, List<Problem> problems)
    {
        var tree = new JsonTree(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, file, problems);
        var reader = new Utf8JsonReader(tree.utf8.Span, new JsonReaderOptions { MaxDepth = MaximumDepth });
        try
        {
            reader.Read();
            tree.Root = tree.Read(ref reader);
            reader.Read();
        }
        catch (JsonException exception)
        {
            tree.Root = null;
            var (offset, code, arguments) = JsonMistake.Find(tree.utf8.Span, exception);
            problems.Add(SchemeMessages.Catalog.Problem(code, tree.LocationOf(offset, null), arguments));
        }
        catch (InvalidOperationException)
        {
            tree.Root = null;
            var half = HalfCharacter().Match(Encoding.UTF8.GetString(reader.ValueSpan));
            var place = tree.LocationOf((int)reader.TokenStartIndex, null);
            problems.Add(SchemeMessages.Catalog.Problem("scheme.json-half-character", place, half.Value));
        }

        return tree;
    }

    /// <summary>The place of a path, or of the nearest value above it.</summary>
    public SourceLocation At(string path) => LocationOf(Root is null || !path.StartsWith('$') ? 0 : Root.Find(path.AsSpan(1)).Offset, path);

    public SourceLocation LocationOf(int offset, string? path)
    {
        var (line, column) = places.Of(offset);
        return new SourceLocation(file, line, column, path);
    }

    private JsonNodeAt Read(ref Utf8JsonReader reader)
    {
        var root = JsonNodeAt.Root(reader.TokenType, (int)reader.TokenStartIndex, TextOf(ref reader));
        ReadInto(root, ref reader);
        return root;
    }

    private void ReadInto(JsonNodeAt node, ref Utf8JsonReader reader)
    {
        if (node.Kind == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                ReadInto(node.Item(reader.TokenType, (int)reader.TokenStartIndex, TextOf(ref reader)), ref reader);
        }
        else if (node.Kind == JsonTokenType.StartObject)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                var offset = (int)reader.TokenStartIndex;
                if (!names.Add(name) && !problems.AreTooMany())
                    problems.Add(SchemeMessages.Catalog.Problem("scheme.duplicate-key", LocationOf(offset, node.Path), name));
                reader.Read();
                ReadInto(node.Property(name, offset, reader.TokenType, (int)reader.TokenStartIndex, TextOf(ref reader)), ref reader);
            }
        }

        if (node.Items.Count + node.Properties.Count > MaximumMembers && !problems.AreTooMany())
            problems.Add(SchemeMessages.Catalog.Problem(
                "scheme.too-many", LocationOf(node.Offset, node.Path), node.Items.Count + node.Properties.Count, MaximumMembers));
    }

    private static string TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => "",
    };

    [GeneratedRegex(@"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfCharacter();
}
