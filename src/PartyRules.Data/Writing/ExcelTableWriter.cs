using System.Text.RegularExpressions;
using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Diagnostics;
using SpreadCheetah;
using Cell = PartyRules.Data.Columns.Cell;

namespace PartyRules.Data.Writing;

/// <summary>A workbook with one sheet, the same bytes for the same rows. Text cells are text: nothing in them is a formula.</summary>
/// <remarks>A number of more digits than Excel keeps is written as text, which keeps them all.</remarks>
internal sealed partial class ExcelTableWriter(FileStream target, string file, string sheet, IReadOnlyList<Column> columns) : TableWriter
{
    private const int MostRows = 1_048_575;
    private const int MostDigits = 15;

    /// <summary>Workbooks count days from here, the first two months wrongly.</summary>
    private const int FirstYear = 1900;

    private readonly DataCell[] cells = new DataCell[columns.Count];
    private Spreadsheet? book;
    private int written;

    public override void Start() => StartAsync().GetAwaiter().GetResult();

    public override void Write(ReadOnlySpan<Cell> row)
    {
        if (++written > MostRows)
            throw new ProblemException(
                DataMessages.Problem("data.excel-rows", new SourceLocation(file), MostRows));
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Of(row[i]);
        book!.AddRowAsync(cells).AsTask().GetAwaiter().GetResult();
    }

    public override void Complete()
    {
        book!.FinishAsync().AsTask().GetAwaiter().GetResult();
        Release();
        ZipTimes.Clear(target);
    }

    protected override void Release()
    {
        book?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        book = null;
    }

    private async Task StartAsync()
    {
        book = await Spreadsheet.CreateNewAsync(target, new SpreadCheetahOptions { DocumentProperties = null });
        await book.StartWorksheetAsync(sheet);
        await book.AddHeaderRowAsync([.. columns.Select(column => Kept(column.Name))]);
    }

    private static DataCell Of(in Cell cell)
    {
        if (cell.IsEmpty)
            return default;
        return cell.Kind switch
        {
            ValueKind.Number or ValueKind.Whole when IsKept(cell.Number) => new DataCell(cell.Number.ToDecimal()),
            ValueKind.Date when cell.Date.Year > FirstYear => new DataCell(cell.Date.ToDateTime(default)),
            _ => new DataCell(Kept(cell.ToString())),
        };
    }

    private static bool IsKept(Points number) => number.ToString().AsSpan().TrimStart("-0.").Trim('.').Length <= MostDigits;

    private static string Kept(string text) => Unkeepable().Replace(text, Escaped);

    private static string Escaped(Match character) => $"_x{(int)character.ValueSpan[0]:X4}_";

    /// <summary>
    /// Characters that a sheet cannot keep as they are, and the first one of what it would read as the escape of such a character.
    /// </summary>
    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Unkeepable();
}
