using System.Resources;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using PartyRules.Diagnostics;
using PartyRules.Schemes.Documents;
using PartyRules.Schemes.Reading;

namespace PartyRules.Schemes;

/// <summary>Reads and checks schemes. A scheme is data: nothing in it is executed.</summary>
/// <remarks>Thread-safe. Documents larger than 4 MB or nested deeper than 64 levels are refused.</remarks>
public static class SchemeReader
{
    internal static MessageCatalog Messages { get; } = new(new ResourceManager("PartyRules.Resources.SchemeProblems", typeof(SchemeReader).Assembly));

    /// <summary>Reads a scheme from UTF-8 JSON.</summary>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <exception cref="ProblemException">The document is not a valid scheme; carries every problem found.</exception>
    public static Scheme Read(ReadOnlyMemory<byte> utf8, string fileName)
    {
        var problems = new List<Problem>();
        if (!Utf8.IsValid(utf8.Span))
            throw new ProblemException(Messages.Problem("scheme.encoding", new SourceLocation(fileName)));
        var tree = JsonTree.Parse(utf8, fileName, problems);
        if (tree.Root is { } root)
            new ShapeChecker(tree, problems).Check(root, typeof(SchemeDocument));
        if (problems.Count > 0)
            throw new ProblemException(problems);

        var bytes = utf8.Span.StartsWith("\uFEFF"u8) ? utf8.Span[3..] : utf8.Span;
        var document = JsonSerializer.Deserialize(bytes, SchemeJson.Default.SchemeDocument)!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(utf8.Span));
        var scheme = new SchemeResolver(document, tree, problems).Resolve(hash);
        return problems.Count == 0 ? scheme : throw new ProblemException(problems);
    }

    /// <summary>Reads a scheme from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ProblemException">The file cannot be read, or is not a valid scheme; carries every problem found.</exception>
    public static Scheme ReadFile(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(Messages.Problem("scheme.unreadable", new SourceLocation(path), exception.Message));
        }

        return Read(bytes, path);
    }
}
