using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRules.Clauses;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Layers;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Reading.Layered;
using PartyRules.Reading.Shape;
using PartyRules.Reading.Tree;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <summary>Reads and checks schemes. A scheme is data: nothing in it is executed.</summary>
/// <remarks>Thread-safe. Documents larger than 4 MB or nested deeper than 64 levels are refused.</remarks>
public static partial class SchemeReader
{
    private const int MostLayers = 8;

    /// <summary>Reads a scheme from UTF-8 JSON. One that extends another finds that among the built-in schemes.</summary>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <exception cref="ProblemException">The document is not a valid scheme; carries every problem found.</exception>
    public static Scheme Read(ReadOnlyMemory<byte> utf8, string fileName) =>
        Read(utf8, fileName, id => (BuiltInSchemes.Text(id), $"{id}.json"));

    /// <summary>Reads a scheme from UTF-8 JSON.</summary>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <param name="higher">Gives the text and the file name of the scheme that this one extends, by its identifier.</param>
    /// <exception cref="ProblemException">The document is not a valid scheme; carries every problem found.</exception>
    internal static Scheme Read(
        ReadOnlyMemory<byte> utf8, string fileName, Func<string, (ReadOnlyMemory<byte> Text, string FileName)> higher) =>
        Read(utf8, fileName, higher, out _);

    /// <summary>Reads a scheme from a file, and knows where each of its parts stands.</summary>
    /// <param name="path">The file.</param>
    /// <param name="places">The place of a JSON path in the file, or in that of the layer that put it there.</param>
    /// <exception cref="ProblemException">The file cannot be read, or is not a valid scheme; carries every problem found.</exception>
    internal static Scheme ReadFile(string path, out Func<string, SourceLocation> places)
    {
        var scheme = Read(DocumentReader.BytesOf(path), path, Above(path), out var layered);
        places = layered.At;
        return scheme;
    }

    private static Scheme Read(
        ReadOnlyMemory<byte> utf8,
        string fileName,
        Func<string, (ReadOnlyMemory<byte> Text, string FileName)> higher,
        out LayeredDocument layered)
    {
        var problems = new List<Problem>();
        layered = Load(utf8, fileName, higher, [], problems);
        DocumentReader.Refuse(problems);
        var (hash, origins) = (Hash(layered.Texts), layered.Origins.ToList());
        var effective = JsonSerializer.Deserialize(layered.Root["effective"], SchemeJson.Default.EffectiveDocument)!;
        var dated = new DatedAmounts(layered, effective, problems);
        origins.AddRange(dated.Origins());
        var parts = dated.Parts((part, found) => Resolve(part, hash, origins, found));
        if (problems.Count > 0)
            throw new ProblemException([.. problems.InOrder().Distinct()]);
        return parts.Count == 1 ? parts[0] : parts[^1].With(head => head with
        {
            EffectiveFrom = effective.From,
            Parts = parts,
            Citations =
                [.. head.Citations, .. parts.SelectMany(part => part.Citations).Distinct().Except(head.Citations)],
        });
    }

    /// <summary>What the document means: each kind of clause makes its names known, then each reads its clauses.</summary>
    private static Scheme Resolve(LayeredDocument layered, string hash, IReadOnlyList<ValueOrigin> origins, List<Problem> problems)
    {
        var document = DocumentOf(layered);
        var sections = SchemeJson.Default.SchemeDocument.Properties.ToDictionary(
            property => property.Name, property => property.Get!(document), StringComparer.Ordinal);
        var at = new Resolving(document, key => sections[key], layered, problems);
        at.ReadHead();
        foreach (var kind in ClauseKinds.All)
            kind.Declare(at);
        foreach (var kind in ClauseKinds.All)
            kind.Read(at);
        return at.ToScheme(hash, origins);
    }

    /// <summary>
    /// The document that layers and amounts make. Each file has the right shape; what one sets in another's place may not.
    /// </summary>
    private static SchemeDocument DocumentOf(LayeredDocument layered)
    {
        try
        {
            return JsonSerializer.Deserialize(layered.Root, SchemeJson.Default.SchemeDocument)!;
        }
        catch (JsonException exception)
        {
            throw new ProblemException(SchemeMessages.Catalog.Problem("scheme.set-kind", layered.At(exception.Path ?? "$")));
        }
    }

    /// <summary>Reads a document and, where it extends another, those above it.</summary>
    private static LayeredDocument Load(
        ReadOnlyMemory<byte> utf8,
        string fileName,
        Func<string, (ReadOnlyMemory<byte> Text, string FileName)> higher,
        IReadOnlyList<string> below,
        List<Problem> problems)
    {
        var tree = DocumentReader.TreeOf(utf8, fileName, problems);
        var isLayer = tree.Root?.Properties.Exists(property => property.Name == "extends") == true;
        if (!isLayer)
        {
            DocumentReader.CheckShape(tree, SchemeJson.Default.SchemeDocument, problems);
            var highest = new LayeredDocument(NodeOf(utf8), tree);
            CheckAmounts(highest.Root, tree, problems);
            return With(highest, utf8);
        }

        DocumentReader.CheckShape(tree, SchemeJson.Default.LayerDocument, problems);
        var own = NodeOf(utf8);
        CheckAmounts(own, tree, problems);
        DocumentReader.Refuse(problems);
        var inTime = LayerMerger.InTime(own, tree);
        var layer = inTime[0];
        IReadOnlyList<string> chain = [.. below, layer.Id];
        if (chain.Count > MostLayers)
            throw new ProblemException(
                SchemeMessages.Catalog.Problem("scheme.layer-depth", tree.At("$.extends.scheme"), string.Join(" → ", chain), MostLayers));
        var (text, file) = Above(layer, tree, higher);
        if (below.Contains(layer.Extends.Scheme) || text.Span.SequenceEqual(utf8.Span))
            throw new ProblemException(SchemeMessages.Catalog.Problem(
                "scheme.layer-cycle",
                tree.At("$.extends.scheme"),
                string.Join(" → ", [.. chain.SkipWhile(id => id != layer.Extends.Scheme), layer.Extends.Scheme])));
        var above = Load(text, file, higher, chain, problems);
        new LayerMerger(above, inTime, own, tree, problems).Merge();
        return With(above, utf8);
    }

    /// <summary>Checks that the amounts of a file hold on its days. Days that are in the wrong order are another mistake.</summary>
    private static void CheckAmounts(JsonObject root, JsonTree tree, List<Problem> problems)
    {
        var effective = JsonSerializer.Deserialize(root["effective"], SchemeJson.Default.EffectiveDocument)!;
        foreach (var amount in effective.To < effective.From ? [] : AmountRows.Within(root))
            amount.Check(effective, tree, problems);
    }

    /// <summary>The scheme that a layer extends. That there is none is a problem of the place that names it.</summary>
    private static (ReadOnlyMemory<byte> Text, string FileName) Above(
        LayerDocument layer, JsonTree tree, Func<string, (ReadOnlyMemory<byte> Text, string FileName)> higher)
    {
        try
        {
            return higher(layer.Extends.Scheme);
        }
        catch (ProblemException exception) when (exception.Problems.All(problem => problem.Location.File is null))
        {
            throw new ProblemException([.. exception.Problems.Select(problem => problem.At(tree.At("$.extends.scheme")))]);
        }
    }

    private static LayeredDocument With(LayeredDocument layered, ReadOnlyMemory<byte> utf8)
    {
        layered.Texts.AddRange(utf8.Span);
        return layered;
    }

    private static JsonObject NodeOf(ReadOnlyMemory<byte> utf8) =>
        JsonNode.Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8.Span[3..] : utf8.Span)!.AsObject();

    private static string Hash(List<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(CollectionsMarshal.AsSpan(bytes)));

    /// <summary>
    /// Reads a scheme from a file. One that extends another finds that in the same folder, or else among the built-in schemes.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ProblemException">The file cannot be read, or is not a valid scheme; carries every problem found.</exception>
    public static Scheme ReadFile(string path) => Read(DocumentReader.BytesOf(path), path, Above(path));

    /// <summary>Finds what a file extends: in the same folder, or else among the built-in schemes.</summary>
    private static Func<string, (ReadOnlyMemory<byte> Text, string FileName)> Above(string path) =>
        id => Beside(path, id) is { } file ? (DocumentReader.BytesOf(file), file) : (BuiltInSchemes.Text(id), $"{id}.json");

    /// <summary>The file of a higher scheme in the same folder; null where there is none.</summary>
    private static string? Beside(string path, string id)
    {
        var isName = id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", id + ".json");
        return isName && File.Exists(file) ? file : null;
    }
}
