using System.Diagnostics.CodeAnalysis;
using System.Text;
using PartyRules.Diagnostics;
using PartyRules.Reading.Shape;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Texts and streams, and answers instead of exceptions.</content>
public static partial class SchemeReader
{
    /// <summary>Reads a scheme from a JSON text. One that extends another finds that among the built-in schemes.</summary>
    /// <param name="json">The document.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <exception cref="ProblemException">The document is not a valid scheme; carries every problem found.</exception>
    public static Scheme Parse(string json, string fileName = "scheme.json")
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json), fileName);
    }

    /// <summary>
    /// Reads a scheme from UTF-8 JSON, to the end of a stream or to the first byte beyond what a scheme may have. One that extends another
    /// finds that among the built-in schemes.
    /// </summary>
    /// <param name="utf8">The document, with or without a byte order mark. It is left open.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <exception cref="ProblemException">
    /// The stream cannot be read, or the document is not a valid scheme; carries every problem found.
    /// </exception>
    public static Scheme Read(Stream utf8, string fileName)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        return Read(DocumentReader.BytesOf(utf8, fileName), fileName);
    }

    /// <summary>Reads a scheme from UTF-8 JSON, or says what is wrong with it.</summary>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <param name="scheme">The scheme; null where something is wrong.</param>
    /// <param name="problems">Every problem found; empty for a valid scheme.</param>
    /// <returns>Whether the document is a valid scheme.</returns>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, string fileName, [NotNullWhen(true)] out Scheme? scheme, out IReadOnlyList<Problem> problems) =>
        Try(() => Read(utf8, fileName), out scheme, out problems);

    /// <summary>Reads a scheme from a stream of UTF-8 JSON, or says what is wrong with it.</summary>
    /// <param name="utf8">The document, with or without a byte order mark. It is left open.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <param name="scheme">The scheme; null where something is wrong.</param>
    /// <param name="problems">Every problem found; empty for a valid scheme.</param>
    /// <returns>Whether the document is a valid scheme.</returns>
    public static bool TryRead(
        Stream utf8, string fileName, [NotNullWhen(true)] out Scheme? scheme, out IReadOnlyList<Problem> problems) =>
        Try(() => Read(utf8, fileName), out scheme, out problems);

    /// <summary>Reads a scheme from a JSON text, or says what is wrong with it.</summary>
    /// <param name="json">The document.</param>
    /// <param name="scheme">The scheme; null where something is wrong.</param>
    /// <param name="problems">Every problem found; empty for a valid scheme.</param>
    /// <returns>Whether the document is a valid scheme.</returns>
    public static bool TryParse(string json, [NotNullWhen(true)] out Scheme? scheme, out IReadOnlyList<Problem> problems) =>
        Try(() => Parse(json), out scheme, out problems);

    private static bool Try(Func<Scheme> read, [NotNullWhen(true)] out Scheme? scheme, out IReadOnlyList<Problem> problems)
    {
        try
        {
            (scheme, problems) = (read(), []);
            return true;
        }
        catch (ProblemException exception)
        {
            (scheme, problems) = (null, exception.Problems);
            return false;
        }
    }
}
