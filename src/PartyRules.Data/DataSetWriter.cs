using System.Globalization;
using CsvHelper;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Selections;
using PartyRules.Data.Writing;
using PartyRules.Schemes;

namespace PartyRules.Data;

/// <summary>Writes a data set as a folder with <c>subjects.csv</c> and <c>entries.csv</c>.</summary>
/// <remarks>Streams; UTF-8 without a byte order mark, lines end with a line feed. Thread-safe.</remarks>
public static class DataSetWriter
{
    private static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    /// <summary>Writes both files, each whole or not at all. The folder is made where it does not exist.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="subjects">The subjects.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="shuffle">A seed to put the rows in an order that means nothing; null, the default, to keep them as they come.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(string folder, IEnumerable<Subject> subjects, IEnumerable<Entry> entries, ulong? shuffle = null)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, "subjects.csv"), writer => Rows(
            writer,
            ["id", "name", "kind", "parent", "category", "employment", "previousGrade"],
            subjects.Select(subject => new[] { subject.Id, subject.Name, subject.Kind, subject.Parent, subject.Category, subject.Employment, subject.PreviousGrade })));
        AtomicFile.Write(Path.Combine(folder, "entries.csv"), writer => Rows(
            writer,
            ["id", "subject", "item", "date", "value", "level", "ref", "note"],
            entries.Select(entry => new[] { entry.Id, entry.Subject, entry.Item, entry.Date.ToString("O", CultureInfo.InvariantCulture), entry.Value?.ToString() ?? "", entry.Level, entry.Reference, entry.Note })));
        if (shuffle is not { } seed)
            return;
        Samples.Shuffle.Rows(Path.Combine(folder, "subjects.csv"), seed);
        Samples.Shuffle.Rows(Path.Combine(folder, "entries.csv"), seed + 1);
    }

    private static void Rows(TextWriter writer, string[] columns, IEnumerable<string[]> rows)
    {
        using var csv = CsvWriter.Create(writer, Format, leaveOpen: true);
        foreach (var row in rows.Prepend(columns))
        {
            foreach (var field in row)
                csv.WriteField(field);
            csv.EndRecord();
        }
    }
}
