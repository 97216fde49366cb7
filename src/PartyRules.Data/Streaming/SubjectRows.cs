using System.Collections.ObjectModel;
using System.Text;
using PartyRules.Data.Columns;
using PartyRules.Validation;

namespace PartyRules.Data.Streaming;

/// <summary>
/// Reads subjects from rows as fast as can be: it takes only what is surely right, and leaves everything else to the strict reading.
/// </summary>
/// <remarks>Not thread-safe: one for each thread.</remarks>
internal sealed class SubjectRows(StreamedTables tables, FactChecker checker)
{
    private readonly int columns = tables.Subjects.Columns.Count;
    private readonly int id = tables.PlaceOf(SubjectColumns.Id), name = tables.PlaceOf(SubjectColumns.Name);
    private readonly int kind = tables.PlaceOf(SubjectColumns.Kind), parent = tables.PlaceOf(SubjectColumns.Parent);
    private readonly int category = tables.PlaceOf(SubjectColumns.Category), employment = tables.PlaceOf(SubjectColumns.Employment);
    private readonly int previousGrade = tables.PlaceOf(SubjectColumns.PreviousGrade);
    private readonly WordCache words = new(), kinds = Words(SubjectColumns.Kind, tables);
    private readonly WordCache categories = Words(SubjectColumns.Category, tables);
    private readonly WordCache employments = Words(SubjectColumns.Employment, tables);
    private readonly WordCache grades = Words(SubjectColumns.PreviousGrade, tables);
    private readonly List<FactProblem> found = [];

    /// <summary>The subject's identifier in the row.</summary>
    public ReadOnlySpan<byte> Id(RowFields row) => row[id];

    /// <summary>The subject in the row, or null where it needs the strict reading.</summary>
    public Subject? Read(RowFields row)
    {
        if (row.Count != columns || Id(row).IsEmpty || !Folding.IsFolded(Id(row)))
            return null;
        var subject = new Subject
        {
            Id = Encoding.UTF8.GetString(Id(row)),
            Name = name < 0 ? "" : Encoding.UTF8.GetString(row[name]),
            Kind = Word(row, kind, kinds),
            Parent = Word(row, parent, words),
            Category = Word(row, category, categories),
            Employment = Word(row, employment, employments),
            PreviousGrade = Word(row, previousGrade, grades),
            Attributes = Attributes(row),
        };
        checker.Check(subject, found);
        return found.Count == 0 && subject.Kind.Length > 0 ? subject : null;
    }

    private IReadOnlyDictionary<string, string> Attributes(RowFields row)
    {
        if (tables.Attributes.Count == 0)
            return ReadOnlyDictionary<string, string>.Empty;
        var attributes = new Dictionary<string, string>(tables.Attributes.Count, StringComparer.Ordinal);
        foreach (var (attribute, place) in tables.Attributes)
            attributes.Add(attribute, Word(row, place, words));
        return attributes;
    }

    private static string Word(RowFields row, int column, WordCache words) => column < 0 ? "" : words.Text(row[column]);

    private static WordCache Words(Column<Subject> column, StreamedTables tables) => new(Vocabulary.OfValues(column.Words!(tables.Words)));
}
