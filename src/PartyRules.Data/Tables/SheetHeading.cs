using PartyRules.Data.Columns;
using PartyRules.Data.Workbooks;

namespace PartyRules.Data.Tables;

/// <summary>The row of a sheet that names the columns of a table; the first row that is not empty where none does.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Line">The line of the row.</param>
/// <param name="Cells">Its cells that are not empty.</param>
/// <param name="IsHeading">Whether it names the columns of the table.</param>
internal sealed record SheetHeading(SheetInfo Sheet, int Line, List<(int Column, string Text)> Cells, bool IsHeading)
{
    private const int MostRowsAbove = 20;

    /// <summary>The rows above that are not empty, as texts.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Above { get; private init; } = [];

    public IEnumerable<string> Texts => Cells.Select(cell => cell.Text);

    /// <summary>Looks for the row that names the columns.</summary>
    public static SheetHeading Find(Book book, SheetInfo sheet, TableShape shape)
    {
        using var rows = book.Open(sheet);
        SheetHeading? first = null, likest = null;
        var above = new List<IReadOnlyList<string>>();
        while (above.Count <= MostRowsAbove && rows.Read())
        {
            var cells = rows.Cells.Select(cell => (cell.Column, Text: cell.Text.Shown)).Where(cell => Folding.Fold(cell.Text).Length > 0)
                .ToList();
            if (cells.Count == 0)
                continue;
            var row = new SheetHeading(sheet, rows.Line, cells, shape.IsHeadedBy(cells.Select(cell => cell.Text)))
            {
                Above = [.. above],
            };
            if (row.IsHeading)
                return row;
            first ??= row;
            likest ??= shape.IsLike(row.Texts) ? row : null;
            above.Add([.. row.Texts]);
        }

        return likest ?? first ?? new SheetHeading(sheet, 0, [], IsHeading: false);
    }
}
