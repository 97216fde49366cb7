using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using PartyRules.Diagnostics;
using PartyRules.Reading.Tree;

namespace PartyRules.Reading.Shape;

/// <summary>Reads JSON documents of every kind: their bytes, their tree with places, their shape, their values.</summary>
internal static class DocumentReader
{
    /// <summary>The bytes of a file.</summary>
    /// <exception cref="ProblemException">The file cannot be read, or is too large.</exception>
    public static byte[] BytesOf(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > JsonTree.MaximumBytes)
                throw TooLarge(path, file.Length);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ProblemException(SchemeMessages.Catalog.Problem("scheme.no-file", new SourceLocation(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(SchemeMessages.Catalog.Problem("scheme.unreadable", new SourceLocation(path), exception.Message));
        }
    }

    /// <summary>The bytes of a stream, up to its end.</summary>
    /// <exception cref="ProblemException">The stream cannot be read, or goes on beyond what a document may have.</exception>
    public static byte[] BytesOf(Stream stream, string fileName)
    {
        try
        {
            using var copy = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                copy.Write(buffer, 0, read);
                if (copy.Length > JsonTree.MaximumBytes)
                    throw TooLarge(fileName, copy.Length);
            }

            return copy.ToArray();
        }
        catch (IOException exception)
        {
            throw new ProblemException(
                SchemeMessages.Catalog.Problem("scheme.unreadable", new SourceLocation(fileName), exception.Message));
        }
    }

    /// <summary>The tree of a document, with the places of its parts.</summary>
    /// <exception cref="ProblemException">The bytes are too many, or not UTF-8.</exception>
    public static JsonTree TreeOf(ReadOnlyMemory<byte> utf8, string fileName, List<Problem> problems)
    {
        if (utf8.Length > JsonTree.MaximumBytes)
            throw TooLarge(fileName, utf8.Length);
        if (Utf8.IsValid(utf8.Span))
            return JsonTree.Parse(utf8, fileName, problems);
        var (line, column) = new TextPlaces(utf8).Of(FirstInvalid(utf8.Span));
        throw new ProblemException(SchemeMessages.Catalog.Problem("scheme.encoding", new SourceLocation(fileName, line, column)));
    }

    /// <summary>The values of a document whose tree has the shape of its type.</summary>
    /// <exception cref="ProblemException">
    /// The document has not that shape, or there were problems before; carries every problem found.
    /// </exception>
    public static TDocument Parse<TDocument>(ReadOnlyMemory<byte> utf8, JsonTree tree, JsonTypeInfo<TDocument> type, List<Problem> problems)
    {
        CheckShape(tree, type, problems);
        return JsonSerializer.Deserialize(utf8.Span.StartsWith("\uFEFF"u8) ? utf8.Span[3..] : utf8.Span, type)!;
    }

    /// <summary>Checks that a tree has the shape of a type, and goes on only where it has.</summary>
    /// <exception cref="ProblemException">
    /// The document has not that shape, or there were problems before; carries every problem found.
    /// </exception>
    public static void CheckShape<TDocument>(JsonTree tree, JsonTypeInfo<TDocument> type, List<Problem> problems)
    {
        if (tree.Root is { } root)
            new ShapeChecker(tree, problems, type.Options).Check(root, typeof(TDocument));
        Refuse(problems);
    }

    /// <summary>Goes on only where nothing is wrong.</summary>
    /// <exception cref="ProblemException">There are problems.</exception>
    public static void Refuse(List<Problem> problems)
    {
        if (problems.Count > 0)
            throw new ProblemException(problems.InOrder());
    }

    private static ProblemException TooLarge(string fileName, long length) =>
        new(SchemeMessages.Catalog.Problem("scheme.too-large", new SourceLocation(fileName), length, JsonTree.MaximumBytes));

    /// <summary>The first byte that is not part of a UTF-8 character.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (at < utf8.Length && Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at;
    }
}
