using PartyRules.Clauses.Selections;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data.Reading;

/// <summary>A table of a data set, read row by row, strictly: columns found by name, each value as text. What is wrong is reported, and its row passed over.</summary>
internal abstract class Table(string name, WordTable columnWords, ProblemLog problems) : IDisposable
{
    private static readonly string[] Formats = [".csv", ".xlsx", ".parquet", ".jsonl"];

    /// <summary>The file's name.</summary>
    public string Name => name;

    /// <summary>The names of the columns, in standard form where they are written otherwise.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Where the row is: its physical line, from 1, or its number where the format has no lines.</summary>
    public abstract int Line { get; }

    /// <summary>A field of the row; empty where the table has no such column.</summary>
    public abstract string this[int column] { get; }

    protected ProblemLog Problems => problems;

    /// <summary>The standard name of a column; any other name stays as it is.</summary>
    protected string StandardName(string written) => columnWords.CodeOf(written.Trim());

    /// <summary>The file of a table, whichever format it has; the CSV file where there is none at all.</summary>
    public static string PathOf(string folder, string table, ProblemLog problems)
    {
        var found = Formats.Select(format => Path.Combine(folder, table + format)).Where(File.Exists).ToList();
        if (found.Count > 1)
            problems.Add(DataSetReader.Messages.Problem("data.several-files", new SourceLocation(Path.GetFileName(found[0])), string.Join(", ", found.Select(Path.GetFileName))));
        return found.Count > 0 ? found[0] : Path.Combine(folder, table + ".csv");
    }

    /// <summary>Whether a file is that of a table in one of the formats; upper and lower case are not told apart, as on some file systems.</summary>
    public static bool IsFileOf(string folder, string table, string path) =>
        Array.Exists(Formats, format => Path.GetFullPath(Path.Combine(folder, table + format)).Equals(Path.GetFullPath(path), StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a table and reads its columns; null where that fails, with a problem added.</summary>
    public static Table? Open(string path, IReadOnlyCollection<string> required, WordTable columnWords, ProblemLog problems)
    {
        var location = new SourceLocation(Path.GetFileName(path));
        if (!File.Exists(path))
        {
            problems.Add(DataSetReader.Messages.Problem("data.no-file", location));
            return null;
        }

        try
        {
            Table table = Path.GetExtension(path) switch
            {
                ".xlsx" => new ExcelTable(path, columnWords, problems),
                ".parquet" => new ParquetTable(path, columnWords, problems),
                ".jsonl" => new JsonLinesTable(path, columnWords, problems),
                _ => new CsvTable(path, columnWords, problems),
            };
            if (table.ReadColumns(required) is { } columns && table.Take(columns, required))
                return table;
            table.Dispose();
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            problems.Add(DataSetReader.Messages.Problem("data.unreadable", location, exception.Message));
        }

        return null;
    }

    /// <summary>The position of a column, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
                return i;
        }

        return -1;
    }

    /// <summary>Reads the next row that is well formed.</summary>
    public bool Read()
    {
        try
        {
            return ReadRow();
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            problems.Add(DataSetReader.Messages.Problem("data.unreadable", new SourceLocation(name, Line + 1, 1), exception.Message));
            return false;
        }
    }

    /// <summary>The place of a field of the row.</summary>
    public abstract SourceLocation At(int column);

    /// <summary>Adds a problem about a field of the row.</summary>
    public void Report(string code, int column, params object?[] arguments) => problems.Add(DataSetReader.Messages.Problem(code, At(column), arguments));

    public abstract void Dispose();

    /// <summary>The names of the columns as they are written; null where they cannot be read, with a problem added.</summary>
    protected abstract IReadOnlyList<string>? ReadColumns(IReadOnlyCollection<string> required);

    protected abstract bool ReadRow();

    /// <summary>What the readers of compressed formats throw at damaged files, beside what the file system throws.</summary>
    private static bool IsUnreadable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or InvalidDataException or System.Xml.XmlException or InvalidOperationException or NotSupportedException
            or FormatException or OverflowException or ArgumentException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException;

    private LocalText? AlsoCalled(string column) =>
        columnWords.Aliases.Where(alias => columnWords.CodeOf(alias) == column).ToList() is { Count: > 0 } aliases ? DataSetReader.Messages.Format("data.also-called", string.Join(", ", aliases)) : null;

    private bool Take(IReadOnlyList<string> written, IReadOnlyCollection<string> required)
    {
        Columns = [.. written.Select(StandardName)];
        foreach (var twins in Columns.GroupBy(column => column, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add(DataSetReader.Messages.Problem("data.duplicate-column", new SourceLocation(name, 1, 1), twins.Key));
        foreach (var missing in required.Except(Columns, StringComparer.Ordinal))
            problems.Add(DataSetReader.Messages.Problem("data.missing-column", new SourceLocation(name, 1, 1), missing, AlsoCalled(missing)));
        return required.All(Columns.Contains);
    }
}
