using System.Globalization;
using Parquet;
using Parquet.Schema;
using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;

namespace PartyRules.Data.Tables;

/// <summary>A Parquet file with flat columns, read one row group at a time.</summary>
internal sealed class ParquetTable(string path, TableShape shape, ProblemLog problems)
    : Table(Path.GetFileName(path), shape, problems)
{
    private const int MostRowsInGroup = 4_000_000;
    private const int DigitsOfDouble = 15;
    private const int DigitsOfSingle = 7;

    private static readonly Type[] Types =
    [
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(double), typeof(float), typeof(decimal), typeof(bool), typeof(DateOnly), typeof(DateTime),
    ];

    private readonly FileStream file = File.OpenRead(path);
    private ParquetReader? reader;
    private DataField[] fields = [];
    private string?[][] group = [];
    private int groupNumber;
    private int rowsInGroup;
    private int at = -1;
    private int row;

    public override int Line => row;

    public override string this[int column] => column < 0 ? "" : group[column][at] ?? "";

    public override SourceLocation At(int column) => new(Name, row, null, column < 0 ? null : Columns[column]);

    public override void Dispose()
    {
        reader?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        file.Dispose();
    }

    protected override IReadOnlyList<string>? ReadColumns()
    {
        var options = new ParquetOptions { UseDateOnlyTypeForDates = true };
        reader = ParquetReader.CreateAsync(file, options, leaveStreamOpen: true).GetAwaiter().GetResult();
        if (reader.Schema.Fields.FirstOrDefault(field => field is not DataField { IsArray: false }) is { } nested)
        {
            Problems.Add(DataMessages.Problem("data.nested", new SourceLocation(Name, path: nested.Name)));
            return null;
        }

        fields = reader.Schema.GetDataFields();
        return [.. fields.Select(field => field.Name)];
    }

    protected override bool ReadRow()
    {
        do
        {
            if (row == 0 && groupNumber == 0 && !AreTypesKnown())
                return false;
            while (++at >= rowsInGroup)
            {
                if (groupNumber == reader!.RowGroupCount)
                    return false;
                ReadGroup().GetAwaiter().GetResult();
                at = -1;
            }

            row++;
        }
        while (!IsWhole());
        return true;
    }

    private bool AreTypesKnown()
    {
        var unknown = Enumerable.Range(0, fields.Length).Where(i => UseOf(i) is not null && !IsKnown(fields[i].ClrType)).ToList();
        foreach (var i in unknown)
        {
            var location = new SourceLocation(Name, path: Columns[i]);
            Problems.Add(DataMessages.Problem("data.parquet-type", location, fields[i].ClrType.Name));
        }

        return unknown.Count == 0;
    }

    /// <summary>Whether no number that is read has lost digits; where one has, it is reported.</summary>
    private bool IsWhole()
    {
        var isWhole = true;
        for (var i = 0; i < fields.Length; i++)
        {
            if (UseOf(i) is null || group[i][at] is not null)
                continue;
            Report("data.lost-digits", i, fields[i].ClrType == typeof(float) ? DigitsOfSingle : DigitsOfDouble);
            isWhole = false;
        }

        return isWhole;
    }

    private async Task ReadGroup()
    {
        using var rows = reader!.OpenRowGroupReader(groupNumber++);
        if (rows.RowCount > MostRowsInGroup)
            throw new InvalidDataException($"{rows.RowCount} > {MostRowsInGroup}");
        rowsInGroup = (int)rows.RowCount;
        group = new string?[fields.Length][];
        for (var i = 0; i < fields.Length; i++)
            group[i] = IsKnown(fields[i].ClrType) ? await ReadColumn(rows, fields[i]) : Unread(fields[i].ClrType);
    }

    /// <summary>What stands in the place of values of a type that is not read, in a column that nothing uses.</summary>
    private string[] Unread(Type type)
    {
        var unread = new string[rowsInGroup];
        Array.Fill(unread, type.Name);
        return unread;
    }

    private static bool IsKnown(Type type) => IsText(type) || Array.IndexOf(Types, type) >= 0;

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(ReadOnlyMemory<char>);

    private async Task<string?[]> ReadColumn(ParquetRowGroupReader rows, DataField field)
    {
        if (IsText(field.ClrType))
        {
            var texts = new string?[rowsInGroup];
            await rows.ReadAsync(field, texts.AsMemory()!);
            return Array.ConvertAll(texts, text => text ?? "");
        }

        if (field is TimeDataField time)
            return time.ClrType == typeof(int) ? await Read<int>(rows, field, value => TimeOf(value, time.Precision))
                : await Read<long>(rows, field, value => TimeOf(value, time.Precision));
        return field.ClrType switch
        {
            var type when type == typeof(sbyte) => await ReadWhole<sbyte>(rows, field),
            var type when type == typeof(byte) => await ReadWhole<byte>(rows, field),
            var type when type == typeof(short) => await ReadWhole<short>(rows, field),
            var type when type == typeof(ushort) => await ReadWhole<ushort>(rows, field),
            var type when type == typeof(int) => await ReadWhole<int>(rows, field),
            var type when type == typeof(uint) => await ReadWhole<uint>(rows, field),
            var type when type == typeof(long) => await ReadWhole<long>(rows, field),
            var type when type == typeof(ulong) => await ReadWhole<ulong>(rows, field),
            var type when type == typeof(double) => await Read<double>(rows, field, value => Numbers.TextOf(value)),
            var type when type == typeof(float) => await Read<float>(rows, field, Numbers.TextOf),
            var type when type == typeof(decimal) => await Read<decimal>(rows, field, Numbers.TextOf),
            var type when type == typeof(bool) => await Read<bool>(rows, field, value => value ? "true" : "false"),
            var type when type == typeof(DateOnly) =>
                await Read<DateOnly>(rows, field, value => value.ToString("O", CultureInfo.InvariantCulture)),
            _ => await Read<DateTime>(rows, field, Dates.TextOf),
        };
    }

    /// <summary>A time of day; a part of a second that is less than can be told is told as the least that can.</summary>
    private static string TimeOf(long units, TimeUnitPrecision precision) => Dates.TimeTextOf(TimeSpan.FromTicks(precision switch
    {
        TimeUnitPrecision.Millis => units * TimeSpan.TicksPerMillisecond,
        TimeUnitPrecision.Micros => units * TimeSpan.TicksPerMicrosecond,
        _ => (units / TimeSpan.NanosecondsPerTick) + (units % TimeSpan.NanosecondsPerTick == 0 ? 0 : 1),
    }));

    private Task<string?[]> ReadWhole<T>(ParquetRowGroupReader rows, DataField field)
        where T : struct, IFormattable => Read<T>(rows, field, value => value.ToString(null, CultureInfo.InvariantCulture));

    private async Task<string?[]> Read<T>(ParquetRowGroupReader rows, DataField field, Converter<T, string?> text)
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
