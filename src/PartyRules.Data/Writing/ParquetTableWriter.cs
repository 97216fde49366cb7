using Parquet;
using Parquet.Schema;
using PartyRules.Data.Columns;

namespace PartyRules.Data.Writing;

/// <summary>Parquet, a hundred thousand rows in each group; numbers are decimals.</summary>
internal sealed class ParquetTableWriter(FileStream target, IReadOnlyList<Column> columns) : TableWriter
{
    private const int RowsInGroup = 100_000;
    private readonly DataField[] fields = [.. columns.Select(FieldOf)];
    private readonly List<Cell[]> rows = [];
    private ParquetWriter? writer;

    public override void Start() => writer = ParquetWriter.CreateAsync(new ParquetSchema(fields), target).GetAwaiter().GetResult();

    public override void Write(ReadOnlySpan<Cell> row)
    {
        rows.Add(row.ToArray());
        if (rows.Count == RowsInGroup)
            WriteGroup().GetAwaiter().GetResult();
    }

    public override void Complete()
    {
        if (rows.Count > 0)
            WriteGroup().GetAwaiter().GetResult();
        Release();
    }

    protected override void Release()
    {
        writer?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        writer = null;
    }

    private static DataField FieldOf(Column column) => column.Kind switch
    {
        ValueKind.Number or ValueKind.Whole => new DecimalDataField(column.Name, 19, Points.DecimalPlaces, isNullable: true),
        ValueKind.Date => new DataField(column.Name, typeof(DateOnly), isNullable: true),
        _ => new DataField(column.Name, typeof(string), isNullable: true),
    };

    private async Task WriteGroup()
    {
        using var group = writer!.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++)
            await WriteColumn(group, i);
        group.CompleteValidate();
        rows.Clear();
    }

    private async Task WriteColumn(ParquetRowGroupWriter group, int i)
    {
        if (columns[i].IsNumber)
            await group.WriteAsync<decimal>(fields[i], Values(i, cell => cell.IsEmpty ? null : (decimal?)cell.Number.ToDecimal())
                .AsMemory());
        else if (columns[i].Kind == ValueKind.Date)
            await group.WriteAsync<DateOnly>(fields[i], Values(i, cell => cell.IsEmpty ? null : (DateOnly?)cell.Date).AsMemory());
        else
            await group.WriteAsync(fields[i], Values(i, cell => cell.IsEmpty ? null : cell.Text)!);
    }

    private T[] Values<T>(int column, Func<Cell, T> value)
    {
        var values = new T[rows.Count];
        for (var row = 0; row < values.Length; row++)
            values[row] = value(rows[row][column]);
        return values;
    }
}
