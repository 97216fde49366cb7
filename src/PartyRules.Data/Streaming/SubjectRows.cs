using System.Collections.ObjectModel;
using System.Text;
using CsvHelper;
using PartyRules.Validation;

namespace PartyRules.Data.Streaming;

/// <summary>Reads subjects from rows, quickly, and only such as are surely right.</summary>
/// <remarks>Not thread-safe: one for each thread.</remarks>
internal sealed class SubjectRows(Tables tables, FactChecker checker)
{
    private readonly int columns = tables.Subjects.Columns.Count;
    private readonly int[] places = tables.SubjectColumns;
    private readonly WordCache words = new(), kinds = new(tables.Words.Kinds), categories = new(tables.Words.Categories), employments = new(tables.Words.Employments), grades = new(tables.Words.Grades);
    private readonly List<FactProblem> found = [];

    /// <summary>The subject's identifier in the row.</summary>
    public ReadOnlySpan<byte> Id(CsvReader row) => row.GetSpan(places[0]);

    /// <summary>The subject in the row, or null where something about it is doubtful.</summary>
    public Subject? Read(CsvReader row)
    {
        if (row.FieldCount != columns || Id(row).IsEmpty)
            return null;
        var subject = new Subject
        {
            Id = Encoding.UTF8.GetString(Id(row)),
            Name = places[1] < 0 ? "" : Encoding.UTF8.GetString(row.GetSpan(places[1])),
            Kind = Word(row, places[2], kinds),
            Parent = Word(row, places[3], words),
            Category = Word(row, places[4], categories),
            Employment = Word(row, places[5], employments),
            PreviousGrade = Word(row, places[6], grades),
            Attributes = Attributes(row),
        };
        checker.Check(subject, found);
        return found.Count == 0 && subject.Kind.Length > 0 ? subject : null;
    }

    private IReadOnlyDictionary<string, string> Attributes(CsvReader row)
    {
        if (tables.Attributes.Count == 0)
            return ReadOnlyDictionary<string, string>.Empty;
        var attributes = new Dictionary<string, string>(tables.Attributes.Count, StringComparer.Ordinal);
        foreach (var (name, index) in tables.Attributes)
            attributes.Add(name, Word(row, index, words));
        return attributes;
    }

    private static string Word(CsvReader row, int column, WordCache words) => column < 0 ? "" : words.Text(row.GetSpan(column));
}
