using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Summaries;

/// <summary>Columns at which no clause looks: they are told where something stands in them.</summary>
/// <remarks>The same in whatever order rows are added. Not thread-safe.</remarks>
internal sealed class UnusedColumns
{
    private readonly Watch<Subject> subjects;
    private readonly Watch<Entry> entries;

    /// <summary>Watches columns.</summary>
    /// <param name="subjectFile">The file of the subjects.</param>
    /// <param name="ofSubjects">The names of columns of the subjects that nothing looks at.</param>
    /// <param name="entryFile">The file of the entries.</param>
    /// <param name="ofEntries">The names of columns of the entries that nothing looks at.</param>
    public UnusedColumns(string subjectFile, IEnumerable<string> ofSubjects, string entryFile, IEnumerable<string> ofEntries)
    {
        subjects = new Watch<Subject>(subjectFile, [.. ofSubjects.Select(ColumnOfSubjects)]);
        entries = new Watch<Entry>(entryFile, [.. EntryColumns.All.Where(column => ofEntries.Contains(column.Name))]);
    }

    private UnusedColumns(UnusedColumns other) => (subjects, entries) = (other.subjects.Anew(), other.entries.Anew());

    /// <summary>Whether entries have a column at which nothing looks.</summary>
    public bool WatchesEntries => entries.Count > 0;

    /// <summary>What to tell people.</summary>
    public IEnumerable<DataNotice> Notices => subjects.Notices.Concat(entries.Notices);

    /// <summary>Watches the same columns, for another thread.</summary>
    public UnusedColumns Anew() => new(this);

    public void Add(Subject subject) => subjects.Add(subject);

    public void Add(Entry entry) => entries.Add(entry);

    public void Add(UnusedColumns other)
    {
        subjects.Add(other.subjects);
        entries.Add(other.entries);
    }

    private static Column<Subject> ColumnOfSubjects(string name) =>
        SubjectColumns.All.FirstOrDefault(column => column.Name == name) ?? SubjectColumns.Attribute(name);

    /// <summary>Watches columns of one table, until something stands in them.</summary>
    private sealed class Watch<TRow>(string file, Column<TRow>[] columns)
    {
        private readonly bool[] areFilled = new bool[columns.Length];

        public int Count => columns.Length;

        public IEnumerable<DataNotice> Notices => columns.Where((_, i) => areFilled[i])
            .Select(column => DataMessages.Notice("notice.unused-column", new SourceLocation(file, path: column.Name)));

        public Watch<TRow> Anew() => new(file, columns);

        public void Add(TRow row)
        {
            for (var i = 0; i < columns.Length; i++)
                areFilled[i] = areFilled[i] || !columns[i].Of(row).IsEmpty;
        }

        public void Add(Watch<TRow> other)
        {
            for (var i = 0; i < columns.Length; i++)
                areFilled[i] |= other.areFilled[i];
        }
    }
}
