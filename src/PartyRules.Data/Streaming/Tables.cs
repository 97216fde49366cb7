using PartyRules.Clauses.Selections;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Data.Streaming;

/// <summary>Opens the files of a data set for streaming. What is wrong with them is said by <see cref="DataSetReader"/>.</summary>
internal sealed class Tables : IDisposable
{
    private Tables(RowBlocks subjects, RowBlocks entries, SchemeWords words)
    {
        (Subjects, Entries, Words) = (subjects, entries, words);
        SubjectColumns = [.. DataSetReader.SubjectColumns.Select(name => IndexOf(subjects, name))];
        EntryColumns = [.. DataSetReader.EntryColumns.Select(name => IndexOf(entries, name))];
        Attributes = [.. subjects.Columns.Select((name, i) => (name, i)).Where(column => !DataSetReader.SubjectColumns.Contains(column.name, StringComparer.Ordinal))];
    }

    public RowBlocks Subjects { get; }

    public RowBlocks Entries { get; }

    /// <summary>What the fields' words stand for.</summary>
    public SchemeWords Words { get; }

    /// <summary>Where each standard column of the subjects stands, or -1.</summary>
    public int[] SubjectColumns { get; }

    /// <summary>Where each standard column of the entries stands, or -1.</summary>
    public int[] EntryColumns { get; }

    /// <summary>Further columns of the subjects.</summary>
    public IReadOnlyList<(string Name, int Index)> Attributes { get; }

    public static Tables Open(string folder, int blockBytes, SchemeWords words) => new(
        new RowBlocks(Path.Combine(folder, "subjects.csv"), blockBytes, words.SubjectColumns),
        new RowBlocks(Path.Combine(folder, "entries.csv"), blockBytes, words.EntryColumns),
        words);

    /// <summary>Whether the headers are as they should be.</summary>
    public bool AreSound(Scheme scheme) =>
        !Subjects.IsDoubtful && !Entries.IsDoubtful
        && Subjects.Columns.Distinct(StringComparer.Ordinal).Count() == Subjects.Columns.Count
        && Entries.Columns.Distinct(StringComparer.Ordinal).Count() == Entries.Columns.Count
        && DataSetReader.RequiredOfSubjects(scheme).All(Subjects.Columns.Contains)
        && DataSetReader.RequiredOfEntries.All(Entries.Columns.Contains)
        && Entries.Columns.All(DataSetReader.EntryColumns.Contains)
        && Attributes.All(attribute => NearestWord.Find(attribute.Name, DataSetReader.SubjectColumns.Except(Subjects.Columns, StringComparer.Ordinal)) is null);

    public void Dispose()
    {
        Subjects.Dispose();
        Entries.Dispose();
    }

    private static int IndexOf(RowBlocks table, string name) => table.Columns.ToList().IndexOf(name);
}
