using System.Globalization;
using Parquet;
using Parquet.Schema;
using PartyRules.Clauses.Selections;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data.Reading;

/// <summary>A Parquet file with flat columns, read one row group at a time.</summary>
internal sealed class ParquetTable(string path, WordTable columnWords, ProblemLog problems) : Table(Path.GetFileName(path), columnWords, problems)
{
    private const int MostRowsInGroup = 4_000_000;
    private readonly FileStream file = File.OpenRead(path);
    private ParquetReader? reader;
    private DataField[] fields = [];
    private string[][] group = [];
    private int groupNumber;
    private int rowsInGroup;
    private int at = -1;
    private int row;

    public override int Line => row;

    public override string this[int column] => column < 0 ? "" : group[column][at];

    public override SourceLocation At(int column) => new(Name, row, null, column < 0 ? null : Columns[column]);

    public override void Dispose()
    {
        reader?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        file.Dispose();
    }

    protected override IReadOnlyList<string>? ReadColumns(IReadOnlyCollection<string> required)
    {
        reader = ParquetReader.CreateAsync(file, new ParquetOptions { UseDateOnlyTypeForDates = true }, leaveStreamOpen: true).GetAwaiter().GetResult();
        if (reader.Schema.Fields.FirstOrDefault(field => field is not DataField { IsArray: false }) is { } nested)
        {
            Problems.Add(DataSetReader.Messages.Problem("data.nested", new SourceLocation(Name, path: nested.Name)));
            return null;
        }

        fields = reader.Schema.GetDataFields();
        return [.. fields.Select(field => field.Name)];
    }

    protected override bool ReadRow()
    {
        while (++at >= rowsInGroup)
        {
            if (groupNumber == reader!.RowGroupCount)
                return false;
            ReadGroup().GetAwaiter().GetResult();
            at = -1;
        }

        row++;
        return true;
    }

    private async Task ReadGroup()
    {
        using var rows = reader!.OpenRowGroupReader(groupNumber++);
        if (rows.RowCount > MostRowsInGroup)
            throw new InvalidDataException($"{rows.RowCount} > {MostRowsInGroup}");
        rowsInGroup = (int)rows.RowCount;
        group = new string[fields.Length][];
        for (var i = 0; i < fields.Length; i++)
            group[i] = await ReadColumn(rows, fields[i]);
    }

    private async Task<string[]> ReadColumn(ParquetRowGroupReader rows, DataField field)
    {
        if (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[rowsInGroup];
            await rows.ReadAsync(field, texts.AsMemory()!);
            return Array.ConvertAll(texts, text => text ?? "");
        }

        return field.ClrType switch
        {
            var type when type == typeof(int) => await Read<int>(rows, field, value => value.ToString(CultureInfo.InvariantCulture)),
            var type when type == typeof(long) => await Read<long>(rows, field, value => value.ToString(CultureInfo.InvariantCulture)),
            var type when type == typeof(double) => await Read<double>(rows, field, value => value.ToString(CultureInfo.InvariantCulture)),
            var type when type == typeof(float) => await Read<float>(rows, field, value => value.ToString(CultureInfo.InvariantCulture)),
            var type when type == typeof(decimal) => await Read<decimal>(rows, field, value => value.ToString("0.############################", CultureInfo.InvariantCulture)),
            var type when type == typeof(bool) => await Read<bool>(rows, field, value => value ? "true" : "false"),
            var type when type == typeof(DateOnly) => await Read<DateOnly>(rows, field, value => value.ToString("O", CultureInfo.InvariantCulture)),
            var type when type == typeof(DateTime) => await Read<DateTime>(rows, field, Cells.OfDate),
            _ => throw new NotSupportedException($"{field.Name}: {field.ClrType.Name}"),
        };
    }

    private async Task<string[]> Read<T>(ParquetRowGroupReader rows, DataField field, Converter<T, string> text)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var whole = new T[rowsInGroup];
            await rows.ReadAsync(field, whole.AsMemory());
            return Array.ConvertAll(whole, text);
        }

        var values = new T?[rowsInGroup];
        await rows.ReadAsync(field, values.AsMemory());
        return Array.ConvertAll(values, value => value is { } given ? text(given) : "");
    }
}

/// <summary>Values of typed cells as data sets write them.</summary>
internal static class Cells
{
    /// <summary>A date; with its time of day where it has one, which no date column accepts.</summary>
    public static string OfDate(DateTime value) => value.ToString(value.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A number as a person would write it: Excel keeps every number as binary floating point of 15 digits.</summary>
    public static string OfNumber(double value) =>
        Math.Abs(value) < 1e15 ? ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
