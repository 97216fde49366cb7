using System.Resources;
using System.Security.Cryptography;
using PartyRules.Diagnostics;
using PartyRules.Schemes.Documents;
using PartyRules.Schemes.Reading;

namespace PartyRules.Schemes;

/// <summary>Reads and checks schemes. A scheme is data: nothing in it is executed.</summary>
/// <remarks>Thread-safe. Documents larger than 4 MB or nested deeper than 64 levels are refused.</remarks>
public static class SchemeReader
{
    internal static MessageCatalog Messages { get; } = new(new ResourceManager("PartyRules.Resources.SchemeProblems", typeof(SchemeReader).Assembly));

    /// <summary>Reads a scheme from UTF-8 JSON. One that extends another finds that among the built-in schemes.</summary>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <exception cref="ProblemException">The document is not a valid scheme; carries every problem found.</exception>
    public static Scheme Read(ReadOnlyMemory<byte> utf8, string fileName) => Read(utf8, fileName, id => (BuiltInSchemes.Text(id), $"{id}.json"));

    /// <summary>Reads a scheme from UTF-8 JSON.</summary>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <param name="higher">Gives the text and the file name of the scheme that this one extends, by its identifier.</param>
    /// <exception cref="ProblemException">The document is not a valid scheme; carries every problem found.</exception>
    internal static Scheme Read(ReadOnlyMemory<byte> utf8, string fileName, Func<string, (ReadOnlyMemory<byte> Text, string FileName)> higher)
    {
        var problems = new List<Problem>();
        var tree = DocumentReader.TreeOf(utf8, fileName, problems);
        var isLayer = tree.Root?.Properties.Exists(property => property.Name == "extends") == true;
        if (!isLayer)
            return Resolved(DocumentReader.Parse(utf8, tree, SchemeJson.Default.SchemeDocument, problems), tree.At, [], Hash(utf8.Span), problems);

        var layer = DocumentReader.Parse(utf8, tree, SchemeJson.Default.LayerDocument, problems);
        var (higherText, higherFile) = HigherOf(layer, tree, higher);
        var higherTree = DocumentReader.TreeOf(higherText, higherFile, problems);
        var higherDocument = DocumentReader.Parse(higherText, higherTree, SchemeJson.Default.SchemeDocument, problems);
        var merger = new LayerMerger(higherDocument, layer, tree, higherTree, problems);
        var merged = merger.Merge();
        DocumentReader.Refuse(problems);
        return Resolved(merged, merger.At, [higherDocument.Id], Hash([.. higherText.Span, .. utf8.Span]), problems);
    }

    /// <summary>The scheme that a layer extends. That there is none is a problem of the place that names it.</summary>
    private static (ReadOnlyMemory<byte> Text, string FileName) HigherOf(LayerDocument layer, JsonTree tree, Func<string, (ReadOnlyMemory<byte> Text, string FileName)> higher)
    {
        try
        {
            return higher(layer.Extends.Scheme);
        }
        catch (ProblemException exception) when (exception.Problems.All(problem => problem.Location.File is null))
        {
            throw new ProblemException([.. exception.Problems.Select(problem => problem with { Location = tree.At("$.extends.scheme") })]);
        }
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Scheme Resolved(SchemeDocument document, Func<string, SourceLocation> at, IReadOnlyList<string> higher, string hash, List<Problem> problems)
    {
        var scheme = new SchemeResolver(document, at, higher, problems).Resolve(hash);
        DocumentReader.Refuse(problems);
        return scheme;
    }

    /// <summary>Reads a scheme from a file. One that extends another finds that in the same folder, or else among the built-in schemes.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ProblemException">The file cannot be read, or is not a valid scheme; carries every problem found.</exception>
    public static Scheme ReadFile(string path) => Read(
        DocumentReader.BytesOf(path),
        path,
        id => Beside(path, id) is { } file ? (DocumentReader.BytesOf(file), file) : (BuiltInSchemes.Text(id), $"{id}.json"));

    /// <summary>The file of a higher scheme in the same folder; null where there is none.</summary>
    private static string? Beside(string path, string id)
    {
        var isName = id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", id + ".json");
        return isName && File.Exists(file) ? file : null;
    }
}
