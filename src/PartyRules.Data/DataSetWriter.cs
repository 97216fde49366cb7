using PartyRules.Data.Columns;
using PartyRules.Data.Storage;
using PartyRules.Data.Writing;

namespace PartyRules.Data;

/// <summary>
/// Writes a data set as a folder with the tables <c>subjects</c> and <c>entries</c>, with everything that subjects and entries hold.
/// </summary>
/// <remarks>
/// Streams; a table of text is UTF-8 without a byte order mark, its lines end with a line feed. What is written is read again as it was,
/// save what folding changes in text that identifies: see <see cref="DataSetReader"/>. Thread-safe.
/// </remarks>
public static class DataSetWriter
{
    /// <summary>Writes both tables as CSV, each whole or not at all. The folder is made where it does not exist.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="subjects">The subjects; gone through twice, because the names of their attributes come first.</param>
    /// <param name="entries">
    /// The entries; gone through again where some of them have an evaluator or attributes, because those are columns of their own.
    /// </param>
    /// <param name="shuffle">A seed to put the rows in an order that means nothing; null, the default, to keep them as they come.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="ArgumentException">An attribute has the name of a standard column.</exception>
    public static void Write(string folder, IEnumerable<Subject> subjects, IEnumerable<Entry> entries, ulong? shuffle = null)
    {
        if (shuffle is not { } seed)
        {
            WriteAs(DataFormat.Csv, folder, subjects, entries);
            return;
        }

        Directory.CreateDirectory(folder);
        WriteShuffled(Path.Combine(folder, "subjects.csv"), ColumnsOf(subjects), subjects, seed);
        WriteEntries(entries, (columns, rows) => WriteShuffled(Path.Combine(folder, "entries.csv"), columns, rows, seed + 1));
    }

    /// <summary>Writes both tables in a format, each whole or not at all. The folder is made where it does not exist.</summary>
    /// <param name="format">The format.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="subjects">The subjects; gone through twice, because the names of their attributes come first.</param>
    /// <param name="entries">
    /// The entries; gone through again where some of them have an evaluator or attributes, because those are columns of their own.
    /// </param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="ArgumentException">An attribute has the name of a standard column.</exception>
    /// <exception cref="Diagnostics.ProblemException">There are more rows than a sheet holds.</exception>
    public static void WriteAs(DataFormat format, string folder, IEnumerable<Subject> subjects, IEnumerable<Entry> entries)
    {
        var ending = format switch
        {
            DataFormat.Excel => FileEnding.Excel,
            DataFormat.Parquet => FileEnding.Parquet,
            DataFormat.JsonLines => FileEnding.JsonLines,
            _ => FileEnding.Csv,
        };
        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, "subjects" + ending), ColumnsOf(subjects), subjects);
        WriteEntries(entries, (columns, rows) => Write(Path.Combine(folder, "entries" + ending), columns, rows));
    }

    private static List<Column<Subject>> ColumnsOf(IEnumerable<Subject> subjects)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var subject in subjects)
            names.UnionWith(subject.Attributes.Keys);
        if (SubjectColumns.All.FirstOrDefault(column => names.Contains(column.Name)) is { } standard)
            throw new ArgumentException($"'{standard}' is a standard column and no attribute.", nameof(subjects));
        return [.. SubjectColumns.All, .. names.Select(name => SubjectColumns.Attribute(name))];
    }

    /// <summary>
    /// The columns of entries: without that of the evaluator where none has one, and with those of the attributes that some have, which is
    /// known once they have been gone through.
    /// </summary>
    private static void WriteEntries(IEnumerable<Entry> entries, Action<IReadOnlyList<Column<Entry>>, IEnumerable<Entry>> write)
    {
        var isUsual = true;
        IEnumerable<Entry> WhileUsual()
        {
            foreach (var entry in entries)
            {
                if (!(isUsual = entry.Evaluator.Length == 0 && entry.Attributes.Count == 0))
                    yield break;
                yield return entry;
            }
        }

        write(Without(isEvaluated: false), WhileUsual());
        if (isUsual)
            return;
        var (isEvaluated, names) = (false, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var entry in entries)
        {
            isEvaluated |= entry.Evaluator.Length > 0;
            names.UnionWith(entry.Attributes.Keys);
        }

        if (EntryColumns.Read.FirstOrDefault(column => names.Contains(column.Name)) is { } standard)
            throw new ArgumentException($"'{standard}' is a standard column and no attribute.", nameof(entries));
        write([.. Without(isEvaluated), .. names.Select(name => EntryColumns.Attribute(name))], entries);

        static IReadOnlyList<Column<Entry>> Without(bool isEvaluated) =>
            isEvaluated ? EntryColumns.All : [.. EntryColumns.All.Where(column => column != EntryColumns.Evaluator)];
    }

    private static void Write<TRow>(string path, IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows)
    {
        using var file = new AtomicFile(path);
        Disk.Do(() => WriteRows(file.Stream, path, columns, rows));
        file.Commit();
    }

    private static void WriteRows<TRow>(FileStream target, string path, IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows)
    {
        using var writer = TableWriter.Create(path, target, Path.GetFileNameWithoutExtension(path), columns);
        writer.Start();
        var (filled, cells) = (columns.ToArray(), new Cell[columns.Count]);
        foreach (var row in rows)
        {
            filled.Fill(row, cells);
            writer.Write(cells);
        }

        writer.Complete();
    }

    private static void WriteShuffled<TRow>(string path, IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows, ulong seed)
    {
        using var file = new AtomicFile(path);
        using var shuffle = new Shuffle(Path.GetDirectoryName(Path.GetFullPath(path))!, seed);
        using var buffer = new MemoryStream();
        using var writer = new CsvTableWriter(buffer, columns, isGuarded: false);
        writer.Start();
        writer.Flush();
        Disk.Write(file.Stream, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        var (filled, cells) = (columns.ToArray(), new Cell[columns.Count]);
        foreach (var row in rows)
        {
            buffer.SetLength(0);
            filled.Fill(row, cells);
            writer.Write(cells);
            writer.Flush();
            shuffle.Add(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        }

        shuffle.WriteTo(file.Stream);
        file.Commit();
    }
}

/// <summary>The formats in which the tables of a data set can be.</summary>
public enum DataFormat
{
    /// <summary>Comma-separated values, UTF-8.</summary>
    Csv,

    /// <summary>An Excel workbook for each table.</summary>
    Excel,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>One JSON object in each line.</summary>
    JsonLines,
}
