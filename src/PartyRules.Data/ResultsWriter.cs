using PartyRules.Data.Columns;
using PartyRules.Data.Writing;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Data;

/// <summary>Writes assessments as <c>results.csv</c>, or in another format by the ending of the file's name.</summary>
/// <remarks>
/// Rows come in the order given; numbers carry no trailing zeros; lists are codes joined by <c>;</c>. UTF-8 without a byte order mark,
/// lines end with a line feed. Text that a spreadsheet would run as a formula gets a leading apostrophe, which is taken off again where the
/// results are read as those of an earlier year. Results that are judged as of a day say it in a column <c>asOf</c>. The same assessments
/// are the same bytes. Thread-safe.
/// </remarks>
public static class ResultsWriter
{
    /// <summary>Writes a file whole or not at all: on failure an earlier file stays as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scheme">The scheme, for the columns of its components; of a year with several versions what they are together.</param>
    /// <param name="assessments">The assessments.</param>
    /// <exception cref="ArgumentException">An assessment is judged as of a day, and the first is not.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Scheme scheme, IEnumerable<Assessment> assessments) =>
        Write(path, scheme, assessments, null);

    /// <inheritdoc cref="Write(string, Scheme, IEnumerable{Assessment}, Language?, bool)"/>
    /// <param name="path">The file.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="assessments">The assessments.</param>
    /// <param name="words">The language of names and words beside the codes; null for codes alone.</param>
    public static void Write(string path, Scheme scheme, IEnumerable<Assessment> assessments, Language? words) =>
        Write(path, scheme, assessments, words, asInput: false);

    /// <inheritdoc cref="Write(string, Scheme, IEnumerable{Assessment})"/>
    /// <param name="path">The file.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="assessments">The assessments.</param>
    /// <param name="words">The language of names and words beside the codes; null for codes alone.</param>
    /// <param name="asInput">Whether scheme and parent stand in front, so that the file is the <c>earlier</c> of another data set.</param>
    public static void Write(string path, Scheme scheme, IEnumerable<Assessment> assessments, Language? words, bool asInput) =>
        ResultsOutput.Write(isAsOf => ResultsOutput.For(path, scheme, isAsOf, new ResultsForm(words, asInput)), assessments);

    /// <summary>Writes to a text writer.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="scheme">The scheme, for the columns of its components; of a year with several versions what they are together.</param>
    /// <param name="assessments">The assessments.</param>
    /// <exception cref="ArgumentException">An assessment is judged as of a day, and the first is not.</exception>
    public static void Write(TextWriter writer, Scheme scheme, IEnumerable<Assessment> assessments) =>
        Write(writer, scheme, assessments, null);

    /// <inheritdoc cref="Write(TextWriter, Scheme, IEnumerable{Assessment}, Language?, bool)"/>
    /// <param name="writer">The writer.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="assessments">The assessments.</param>
    /// <param name="words">The language of names and words beside the codes; null for codes alone.</param>
    public static void Write(TextWriter writer, Scheme scheme, IEnumerable<Assessment> assessments, Language? words) =>
        Write(writer, scheme, assessments, words, asInput: false);

    /// <inheritdoc cref="Write(TextWriter, Scheme, IEnumerable{Assessment})"/>
    /// <param name="writer">The writer.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="assessments">The assessments.</param>
    /// <param name="words">The language of names and words beside the codes; null for codes alone.</param>
    /// <param name="asInput">Whether scheme and parent stand in front, so that the file is the <c>earlier</c> of another data set.</param>
    public static void Write(TextWriter writer, Scheme scheme, IEnumerable<Assessment> assessments, Language? words, bool asInput) =>
        ResultsOutput.Write(isAsOf => new TextOutput(writer, scheme, isAsOf, new ResultsForm(words, asInput)), assessments);
}
