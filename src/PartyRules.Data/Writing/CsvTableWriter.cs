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
        foreach (ref readonly var cell in row)
        {
            if (cell.IsEmpty)
                Csv.WriteField("");
            else if (cell.Kind is ValueKind.Number or ValueKind.Whole)
                Number(cell.Number);
            else if (isGuarded && FormulaGuard.IsNeeded(cell.Text))
                Csv.WriteField(FormulaGuard.Guard(cell.Text), CsvQuoting.Always);
            else
                Csv.WriteField(cell.ToString());
        }

        Csv.EndRecord();
    }

    public override void Flush() => csv?.Flush();

    protected override void Release()
    {
        csv?.Dispose();
        csv = null;
    }

    /// <summary>Numbers are written as such, so that a minus sign is not taken for the start of a formula.</summary>
    private void Number(Points number)
    {
        if (number.Millionths % 1_000_000 == 0)
            Csv.WriteField(number.Millionths / 1_000_000);
        else if (number < 0)
            Csv.WriteField(number.ToDecimal());
        else
            Csv.WriteField(number);
    }
}
