using PartyRules.Data.Columns;
using PartyRules.Data.Workbooks;

namespace PartyRules.Data.Tables;

/// <summary>
/// The row of a sheet that names the columns of a table, by itself or with the row above it; the first row that is not empty where
/// none does.
/// </summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Line">The line of the row.</param>
/// <param name="Cells">The names, by column.</param>
/// <param name="IsHeading">Whether it names the columns of the table.</param>
internal sealed record SheetHeading(SheetInfo Sheet, int Line, List<(int Column, string Text)> Cells, bool IsHeading)
{
    private const int MostRowsAbove = 20;

    /// <summary>The rows above that are not empty, as texts.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Above { get; private init; } = [];

    /// <summary>Whether the row above has its part in the names.</summary>
    public bool IsOfTwoRows { get; private init; }

    public IEnumerable<string> Texts => Cells.Select(cell => cell.Text);

    /// <summary>Looks for the row that names the columns.</summary>
    public static SheetHeading Find(Book book, SheetInfo sheet, TableShape shape)
    {
        using var rows = book.Open(sheet);
        SheetHeading? best = null, first = null, likest = null;
        var above = new List<IReadOnlyList<string>>();
        List<(int Column, string Text)> last = [];
        while (above.Count <= MostRowsAbove && rows.Read())
        {
            var cells = rows.Cells.Select(cell => (cell.Column, Text: cell.Text.Shown)).Where(cell => Folding.Fold(cell.Text).Length > 0)
                .ToList();
            if (cells.Count == 0)
                continue;
            foreach (var (names, areOfTwoRows) in shape.HeadingsOf(last, cells))
            {
                var row = new SheetHeading(sheet, rows.Line, names, shape.IsHeadedBy(names.Select(cell => cell.Text)))
                {
                    Above = areOfTwoRows ? above[..^1] : [.. above],
                    IsOfTwoRows = areOfTwoRows,
                };
                if (row.IsHeading && !shape.LooksFurther)
                    return row;
                if (row.IsHeading && (best is null || shape.Recognised(row.Texts) > shape.Recognised(best.Texts)))
                    best = row;
                first ??= row;
                if ((shape.IsLike(row.Texts) || shape.IsLikeRegister(row.Texts))
                    && (likest is null || shape.Recognised(row.Texts) > shape.Recognised(likest.Texts)))
                    likest = row;
            }

            above.Add([.. cells.Select(cell => cell.Text)]);
            last = cells;
        }

        return best ?? likest ?? first ?? new SheetHeading(sheet, 0, [], IsHeading: false);
    }
}
