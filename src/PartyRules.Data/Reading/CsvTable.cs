using System.Text;
using System.Text.Unicode;
using CsvHelper;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Reading;

/// <summary>A CSV file read row by row, strictly: UTF-8, one header line, rows of equal length. Rows with problems are reported and skipped.</summary>
internal sealed class CsvTable : IDisposable
{
    private const int MaximumFieldLength = 64 * 1024;
    private const int MaximumRecordLength = 1024 * 1024;

    private readonly string name;
    private readonly List<Problem> problems;
    private readonly CsvReader reader;

    private CsvTable(string path, List<Problem> problems)
    {
        this.problems = problems;
        name = Path.GetFileName(path);
        reader = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, MaxRecordSize = MaximumRecordLength });
    }

    /// <summary>The names in the header line.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>The physical line on which the row starts, from 1.</summary>
    public int Line => (int)reader.LineNumber;

    /// <summary>Opens a table and reads its header; null where that fails, with a problem added.</summary>
    public static CsvTable? Open(string path, IReadOnlyCollection<string> required, List<Problem> problems)
    {
        var location = new SourceLocation(Path.GetFileName(path));
        if (!File.Exists(path))
        {
            problems.Add(DataSetReader.Messages.Problem("data.no-file", location));
            return null;
        }

        try
        {
            var table = new CsvTable(path, problems);
            if (table.ReadHeader(required))
                return table;
            table.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(DataSetReader.Messages.Problem("data.unreadable", location, exception.Message));
        }

        return null;
    }

    /// <summary>The position of a column, or -1.</summary>
    public int IndexOf(string column) => Columns.ToList().IndexOf(column);

    /// <summary>A field of the row; empty where the table has no such column.</summary>
    public string this[int column] => column < 0 ? "" : reader.GetString(column);

    /// <summary>Reads the next row that is well formed.</summary>
    public bool Read()
    {
        while (ReadRecord())
        {
            if (!IsWellFormed())
                continue;
            if (reader.FieldCount == Columns.Count)
                return true;
            problems.Add(DataSetReader.Messages.Problem("data.field-count", new SourceLocation(name, Line, 1), reader.FieldCount, Columns.Count));
        }

        return false;
    }

    /// <summary>The place of a field of the row.</summary>
    public SourceLocation At(int column) => new(name, Line, column < 0 ? 1 : StartOf(column), column < 0 ? null : Columns[column]);

    /// <summary>Adds a problem about a field of the row.</summary>
    public void Report(string code, int column, params object?[] arguments) => problems.Add(DataSetReader.Messages.Problem(code, At(column), arguments));

    public void Dispose() => reader.Dispose();

    private bool ReadHeader(IReadOnlyCollection<string> required)
    {
        if (!ReadRecord())
        {
            problems.Add(DataSetReader.Messages.Problem("data.empty-file", new SourceLocation(name, 1, 1), string.Join(',', required)));
            return false;
        }

        if (!IsWellFormed())
            return false;
        Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())];
        foreach (var twins in Columns.GroupBy(column => column, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add(DataSetReader.Messages.Problem("data.duplicate-column", new SourceLocation(name, 1, 1), twins.Key));
        foreach (var missing in required.Except(Columns, StringComparer.Ordinal))
            problems.Add(DataSetReader.Messages.Problem("data.missing-column", new SourceLocation(name, 1, 1), missing));
        return required.All(Columns.Contains);
    }

    private bool ReadRecord()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException exception)
        {
            problems.Add(DataSetReader.Messages.Problem("data.too-long", new SourceLocation(name, (int?)exception.LineNumber, 1), MaximumFieldLength));
            return false;
        }
    }

    private bool IsWellFormed()
    {
        var raw = reader.RawRecord;
        if (!Utf8.IsValid(raw))
        {
            problems.Add(DataSetReader.Messages.Problem("data.encoding", new SourceLocation(name, Line, 1)));
            return false;
        }

        if (raw.Count((byte)'"') % 2 != 0)
        {
            problems.Add(DataSetReader.Messages.Problem("data.quote", new SourceLocation(name, Line, 1)));
            return false;
        }

        for (var i = 0; raw.Length > MaximumFieldLength && i < reader.FieldCount; i++)
        {
            if (reader.GetRawSpan(i).Length <= MaximumFieldLength)
                continue;
            Report("data.too-long", i, MaximumFieldLength);
            return false;
        }

        return true;
    }

    /// <summary>The first character of a field, counted in characters from 1 within its record.</summary>
    private int StartOf(int column)
    {
        var start = 1;
        for (var i = 0; i < column; i++)
            start += Encoding.UTF8.GetCharCount(reader.GetRawSpan(i)) + 1;
        return start;
    }
}
