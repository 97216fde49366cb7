using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using Parquet;
using Parquet.Schema;
using PartyRules.Clauses.Selections;
using PartyRules.Data.Streaming;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using SpreadCheetah;

namespace PartyRules.Data.Writing;

/// <summary>Results in another format than CSV: collected as rows in a temporary file, and converted once all of them are there.</summary>
internal sealed partial class ConvertedOutput : ResultsOutput
{
    private static readonly CsvWriterOptions Plain = new() { NewLine = "\n" };
    private readonly Scheme scheme;
    private readonly AtomicFile file;
    private readonly Action<IEnumerable<object?[]>, string[], FileStream> convert;
    private readonly FileStream collected;

    public ConvertedOutput(string path, Scheme scheme, Action<IEnumerable<object?[]>, string[], FileStream> convert)
    {
        (this.scheme, this.convert) = (scheme, convert);
        file = new AtomicFile(path);
        var temporary = $"{Path.GetFullPath(path)}.rows.partial";
        collected = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
            File.Delete(temporary);
    }

    public override ResultsEncoder CreateEncoder() => new(scheme, Plain);

    public override void Start() => collected.SetLength(0);

    public override void Append(Bytes results)
    {
        using (results)
            Disk.Write(collected, results.Span);
    }

    public override void Complete()
    {
        collected.Flush();
        collected.Position = 0;
        convert(Rows(), [.. ResultsWriter.Columns(scheme)], file.Stream);
        file.Commit();
    }

    protected override void Release()
    {
        collected.Dispose();
        file.Dispose();
    }

    /// <summary>The results as JSON Lines: empty values are left out, numbers are numbers.</summary>
    public static void ToJsonLines(IEnumerable<object?[]> rows, string[] columns, FileStream target)
    {
        using var buffer = new MemoryStream();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            for (var i = 0; i < columns.Length; i++)
            {
                if (row[i] is decimal number)
                    writer.WriteNumber(columns[i], number);
                else if (row[i] is string text)
                    writer.WriteString(columns[i], text);
            }

            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            buffer.WriteByte((byte)'\n');
            if (buffer.Length > 1 << 16)
                Flush();
        }

        Flush();

        void Flush()
        {
            Disk.Write(target, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            buffer.SetLength(0);
        }
    }

    /// <summary>The results as one sheet. Text cells are text: nothing in them is a formula.</summary>
    public static void ToExcel(IEnumerable<object?[]> rows, string[] columns, FileStream target) => ToExcelAsync(rows, columns, target).GetAwaiter().GetResult();

    private static async Task ToExcelAsync(IEnumerable<object?[]> rows, string[] columns, FileStream target)
    {
        const int MostRows = 1_048_575;
        await using var book = await Spreadsheet.CreateNewAsync(target, new SpreadCheetahOptions { DocumentProperties = null });
        await book.StartWorksheetAsync("results");
        await book.AddHeaderRowAsync(columns);
        var cells = new DataCell[columns.Length];
        var written = 0;
        foreach (var row in rows)
        {
            if (++written > MostRows)
                throw new ProblemException(DataSetReader.Messages.Problem("data.excel-rows", new SourceLocation(Path.GetFileName(target.Name)), MostRows));
            for (var i = 0; i < cells.Length; i++)
                cells[i] = row[i] switch { decimal number => new DataCell(number), string text => new DataCell(Unkeepable().Replace(text, Escaped)), _ => default };
            await book.AddRowAsync(cells);
        }

        await book.FinishAsync();
    }

    private static string Escaped(Match character) => $"_x{(int)character.ValueSpan[0]:X4}_";

    /// <summary>Characters that a sheet cannot keep as they are, and the first one of what it would read as the escape of such a character.</summary>
    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Unkeepable();

    /// <summary>The results as Parquet, a hundred thousand rows in each group.</summary>
    public static void ToParquet(IEnumerable<object?[]> rows, string[] columns, FileStream target) => ToParquetAsync(rows, columns, target).GetAwaiter().GetResult();

    private static async Task ToParquetAsync(IEnumerable<object?[]> rows, string[] columns, FileStream target)
    {
        var fields = Array.ConvertAll(columns, column => IsNumber(column) ? new DecimalDataField(column, 19, Points.DecimalPlaces, isNullable: true) : new DataField(column, typeof(string), isNullable: true));
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), target);
        foreach (var group in rows.Chunk(100_000))
        {
            using var part = writer.CreateRowGroup();
            for (var i = 0; i < fields.Length; i++)
            {
                if (IsNumber(columns[i]))
                    await part.WriteAsync<decimal>(fields[i], Array.ConvertAll(group, row => (decimal?)row[i]).AsMemory());
                else
                    await part.WriteAsync(fields[i], Array.ConvertAll(group, row => (string?)row[i])!);
            }

            part.CompleteValidate();
        }
    }

    private static bool IsNumber(string column) => column is "total" or "rank" || column.StartsWith("component.", StringComparison.Ordinal);

    private IEnumerable<object?[]> Rows()
    {
        var isNumber = ResultsWriter.Columns(scheme).Select(IsNumber).ToArray();
        using var reader = CsvReader.Create(collected, new CsvReaderOptions { HasHeader = false, Separator = ',', DetectSeparatorHint = false }, leaveOpen: true);
        while (reader.Read())
        {
            var row = new object?[isNumber.Length];
            for (var i = 0; i < row.Length; i++)
            {
                var text = reader.GetString(i);
                row[i] = text.Length == 0 ? null : isNumber[i] ? decimal.Parse(text, CultureInfo.InvariantCulture) : text;
            }

            yield return row;
        }
    }
}
