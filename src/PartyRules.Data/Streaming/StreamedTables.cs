using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Summaries;
using PartyRules.Data.Tables;
using PartyRules.Schemes;

namespace PartyRules.Data.Streaming;

/// <summary>Opens the files of a data set for streaming. What is wrong with them is said by the strict reading.</summary>
internal sealed class StreamedTables : IDisposable
{
    public const string SubjectFile = "subjects.csv";
    public const string EntryFile = "entries.csv";
    private readonly Dictionary<string, int> subjectPlaces;
    private readonly Dictionary<string, int> entryPlaces;

    private StreamedTables(RowBlocks subjects, RowBlocks entries, Scheme scheme)
    {
        (Subjects, Entries, Words) = (subjects, entries, scheme.Words);
        (subjectPlaces, entryPlaces) = (PlacesIn(subjects), PlacesIn(entries));
        var standard = SubjectColumns.All.Select(column => column.Name);
        Attributes = [.. subjects.Columns.Except(standard, StringComparer.Ordinal).Select(name => (name, subjectPlaces[name]))];
        EntryAttributes = [.. EntryColumns.Attributes([scheme]).Where(column => entryPlaces.ContainsKey(column.Name))
            .Select(column => (column.Name, entryPlaces[column.Name], column.Kind == ValueKind.Time))];
    }

    public RowBlocks Subjects { get; }

    public RowBlocks Entries { get; }

    /// <summary>What the fields' words stand for.</summary>
    public SchemeWords Words { get; }

    /// <summary>Further columns of the subjects.</summary>
    public IReadOnlyList<(string Name, int Place)> Attributes { get; }

    /// <summary>Further columns of the entries.</summary>
    public IReadOnlyList<(string Name, int Place, bool IsTime)> EntryAttributes { get; }

    public static StreamedTables Open(string folder, int blockBytes, Scheme scheme) => new(
        new RowBlocks(Path.Combine(folder, SubjectFile), blockBytes, TableShapes.Subjects(scheme)),
        new RowBlocks(Path.Combine(folder, EntryFile), blockBytes, TableShapes.Entries(scheme.Words)),
        scheme);

    /// <summary>Where a column of the subjects stands, or -1.</summary>
    public int PlaceOf(Column<Subject> column) => subjectPlaces.GetValueOrDefault(column.Name, -1);

    /// <summary>Where a column of the entries stands, or -1.</summary>
    public int PlaceOf(Column<Entry> column) => entryPlaces.GetValueOrDefault(column.Name, -1);

    /// <summary>The columns at which nothing looks; null where the headers are not as they should be.</summary>
    /// <param name="scheme">The scheme of the year.</param>
    /// <param name="versions">The versions of which it is made.</param>
    /// <param name="log">Where to add what is to be said about the headers.</param>
    public UnusedColumns? Check(Scheme scheme, IReadOnlyList<Scheme> versions, ProblemLog log)
    {
        if (Subjects.NeedsStrictReading || Entries.NeedsStrictReading || !AreDistinct(Subjects.Columns) || !AreDistinct(Entries.Columns)
            || !SubjectColumns.RequiredBy(scheme).Append(SubjectColumns.Id.Name).All(Subjects.Columns.Contains)
            || !EntryColumns.Complete.All(Entries.Columns.Contains)
            || Entries.Columns.Contains(EntryColumns.Name.Name) || Entries.Columns.Contains(EntryColumns.Parent.Name))
            return null;
        var ofSubjects = HeadingCheck.Subjects(SubjectFile, Subjects.Columns, versions, log);
        var ofEntries = HeadingCheck.Entries(EntryFile, Entries.Columns, versions, log);
        return log.Count == 0 ? new UnusedColumns(SubjectFile, ofSubjects, EntryFile, ofEntries) : null;
    }

    public void Dispose()
    {
        Subjects.Dispose();
        Entries.Dispose();
    }

    private static bool AreDistinct(IReadOnlyList<string> columns) =>
        columns.All(column => column.Length > 0) && columns.Distinct(StringComparer.Ordinal).Count() == columns.Count;

    private static Dictionary<string, int> PlacesIn(RowBlocks table)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Columns.Count; i++)
            places.TryAdd(table.Columns[i], i);
        return places;
    }
}
