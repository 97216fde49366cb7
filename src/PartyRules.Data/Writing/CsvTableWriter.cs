using CsvHelper;
using PartyRules.Data.Columns;

namespace PartyRules.Data.Writing;

/// <summary>CSV: UTF-8 without a byte order mark, lines end with a line feed.</summary>
/// <param name="target">Where to write.</param>
/// <param name="columns">The columns.</param>
/// <param name="isGuarded">Whether text that a spreadsheet would run as a formula gets an apostrophe in front.</param>
internal sealed class CsvTableWriter(Stream target, IReadOnlyList<Column> columns, bool isGuarded) : TableWriter
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };
    private CsvWriter? csv;

    private CsvWriter Csv => csv ??= CsvWriter.Create(target, Options, leaveOpen: true);

    public override void Start()
    {
        foreach (var column in columns)
            Csv.WriteField(column.Name);
        Csv.EndRecord();
    }

    public override void Write(ReadOnlySpan<Cell> row)
    {
        var writer = Csv;
        foreach (ref readonly var cell in row)
        {
            if (cell.Kind is ValueKind.Number or ValueKind.Whole)
                Number(writer, cell.Number);
            else if (cell.Kind == ValueKind.Date)
                writer.WriteField(cell.ToString());
            else if (isGuarded && FormulaGuard.IsNeeded(cell.Text))
                writer.WriteField(FormulaGuard.Guard(cell.Text), CsvQuoting.Always);
            else
                writer.WriteField(cell.Text);
        }

        writer.EndRecord();
    }

    public override void Flush() => csv?.Flush();

    protected override void Release()
    {
        csv?.Dispose();
        csv = null;
    }

    /// <summary>Numbers are written as such, so that a minus sign is not taken for the start of a formula.</summary>
    private static void Number(CsvWriter writer, Points number)
    {
        if (number.Millionths % 1_000_000 == 0)
            writer.WriteField(number.Millionths / 1_000_000);
        else if (number < 0)
            writer.WriteField(number.ToDecimal());
        else
            writer.WriteField(number);
    }
}
