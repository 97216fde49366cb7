using MiniExcelLibs;
using PartyRules.Clauses.Selections;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data.Reading;

/// <summary>The first sheet of an Excel file; its first row names the columns.</summary>
internal sealed class ExcelTable(string path, WordTable columnWords, ProblemLog problems) : Table(Path.GetFileName(path), columnWords, problems)
{
    private IEnumerator<IDictionary<string, object?>>? rows;
    private string sheet = "";
    private string[] letters = [];
    private string[] row = [];
    private int line;

    public override int Line => line;

    public override string this[int column] => column < 0 ? "" : row[column];

    public override SourceLocation At(int column) => new($"{Name}[{sheet}!{(column < 0 ? "A" : letters[column])}{line}]", path: column < 0 ? null : Columns[column]);

    public override void Dispose() => rows?.Dispose();

    protected override IReadOnlyList<string>? ReadColumns(IReadOnlyCollection<string> required)
    {
        if (ExcelGuard.Refuse(path) is { } refusal)
        {
            Problems.Add(refusal);
            return null;
        }

        sheet = MiniExcel.GetSheetNames(path)[0];
        rows = MiniExcel.Query(path, useHeaderRow: false, sheetName: sheet).Cast<IDictionary<string, object?>>().GetEnumerator();
        if (!rows.MoveNext())
        {
            Problems.Add(DataSetReader.Messages.Problem("data.empty-file", new SourceLocation(Name, 1), string.Join(',', required)));
            return null;
        }

        line = 1;
        letters = [.. rows.Current.Where(cell => cell.Value is not null).Select(cell => cell.Key)];
        return [.. letters.Select(letter => TextOf(rows.Current[letter]))];
    }

    protected override bool ReadRow()
    {
        while (rows!.MoveNext())
        {
            line++;
            var cells = rows.Current;
            row = Array.ConvertAll(letters, letter => TextOf(cells.TryGetValue(letter, out var value) ? value : null));
            if (cells.FirstOrDefault(cell => cell.Value is not null and not "" && !letters.Contains(cell.Key)).Key is { } stray)
            {
                Problems.Add(DataSetReader.Messages.Problem("data.stray-cell", new SourceLocation($"{Name}[{sheet}!{stray}{line}]")));
                continue;
            }

            if (Array.Exists(row, text => text.Length > 0))
                return true;
        }

        return false;
    }

    /// <summary>A cell as text. A number that Excel could not keep exactly stays recognisable as one, so that nothing accepts it.</summary>
    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime date => Cells.OfDate(date),
        double number => Cells.OfNumber(number),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
