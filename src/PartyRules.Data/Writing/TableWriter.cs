using PartyRules.Data.Columns;
using PartyRules.Data.Storage;

namespace PartyRules.Data.Writing;

/// <summary>Writes typed rows of a table in one format.</summary>
/// <remarks>Not thread-safe.</remarks>
internal abstract class TableWriter : IDisposable
{
    /// <summary>The writer of a format, by the ending of a file's name; of CSV for any that is unknown.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">What stands for it until it is whole.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="isGuarded">Whether text of CSV that a spreadsheet would run as a formula gets an apostrophe in front.</param>
    public static TableWriter Create(
        string path, FileStream target, string table, IReadOnlyList<Column> columns, bool isGuarded = false) =>
        FileEnding.Of(path) switch
        {
            FileEnding.Excel => new ExcelTableWriter(target, Path.GetFileName(path), table, columns),
            FileEnding.Parquet => new ParquetTableWriter(target, columns),
            FileEnding.JsonLines => new JsonLinesTableWriter(target, columns),
            _ => new CsvTableWriter(target, columns, isGuarded),
        };

    /// <summary>Writes what stands before the rows.</summary>
    public virtual void Start()
    {
    }

    /// <summary>Writes a row: a value for each column.</summary>
    public abstract void Write(ReadOnlySpan<Cell> row);

    /// <summary>Hands everything on that was written so far, as far as the format lets it.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Writes what stands after the rows.</summary>
    public virtual void Complete() => Flush();

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    protected virtual void Release()
    {
    }
}

/// <summary>Turns rows into values, column by column.</summary>
internal static class TypedRows
{
    public static void Fill<TRow>(this Column<TRow>[] columns, TRow row, Span<Cell> cells)
    {
        for (var i = 0; i < columns.Length; i++)
            cells[i] = columns[i].Of(row);
    }
}
