using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using PartyRules.Diagnostics;

namespace PartyRules.Schemes.Reading;

/// <summary>Reads JSON documents of every kind: their bytes, their tree with places, their shape, their values.</summary>
internal static class DocumentReader
{
    /// <summary>The bytes of a file.</summary>
    /// <exception cref="ProblemException">The file cannot be read.</exception>
    public static byte[] BytesOf(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(SchemeReader.Messages.Problem("scheme.unreadable", new SourceLocation(path), exception.Message));
        }
    }

    /// <summary>The tree of a document, with the places of its parts.</summary>
    /// <exception cref="ProblemException">The bytes are not UTF-8.</exception>
    public static JsonTree TreeOf(ReadOnlyMemory<byte> utf8, string fileName, List<Problem> problems) => Utf8.IsValid(utf8.Span)
        ? JsonTree.Parse(utf8, fileName, problems)
        : throw new ProblemException(SchemeReader.Messages.Problem("scheme.encoding", new SourceLocation(fileName)));

    /// <summary>The values of a document whose tree has the shape of its type.</summary>
    /// <exception cref="ProblemException">The document has not that shape, or there were problems before; carries every problem found.</exception>
    public static TDocument Parse<TDocument>(ReadOnlyMemory<byte> utf8, JsonTree tree, JsonTypeInfo<TDocument> type, List<Problem> problems)
    {
        if (tree.Root is { } root)
            new ShapeChecker(tree, problems).Check(root, typeof(TDocument));
        Refuse(problems);
        return JsonSerializer.Deserialize(utf8.Span.StartsWith("\uFEFF"u8) ? utf8.Span[3..] : utf8.Span, type)!;
    }

    /// <summary>Goes on only where nothing is wrong.</summary>
    /// <exception cref="ProblemException">There are problems.</exception>
    public static void Refuse(List<Problem> problems)
    {
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }
}
