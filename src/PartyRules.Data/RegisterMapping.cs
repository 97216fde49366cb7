using PartyRules.Data.Messages;
using PartyRules.Data.Tables;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data;

/// <summary>
/// Proposes what the columns of a register mean that has a row for each subject and a column for each month or item. The proposal stands as
/// <c>mapping.json</c> beside the register once a person has looked at it; <see cref="DataSetReader"/> reads the register by it.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public static class RegisterMapping
{
    /// <summary>The name of the file beside the register.</summary>
    public const string FileName = Mapping.FileName;

    /// <summary>
    /// The proposal, as JSON: a column named after a month holds entries of the month's last day, one named after an item entries of the
    /// item on the last day of the year. Of which item a month's column is stays empty, to be filled in, where the scheme has several items
    /// by value; so does the day of a quarter's column where the scheme's years do not begin in January. Names in two rows are joined by a
    /// stroke, as in <c>1月/出勤</c>.
    /// </summary>
    /// <param name="file">The register.</param>
    /// <param name="scheme">The scheme whose items the columns may be named after.</param>
    /// <param name="year">The calendar year.</param>
    /// <exception cref="ProblemException">The file cannot be read, or no column is named after a month or an item.</exception>
    public static string Propose(string file, Scheme scheme, int year)
    {
        var problems = new ProblemLog();
        if (!File.Exists(file))
            throw new ProblemException(DataMessages.Problem("data.no-file", new SourceLocation(file), (object?)null));
        using var table = Table.Open(TableFile.At(file), TableShapes.Register(scheme.Words, []), problems);
        if (table is null)
            throw new ProblemException(problems.Shown);
        var wide = new WideColumns(scheme.Words);
        var whole = Period.OfYear(year, scheme.FirstMonth);
        var byValue = scheme.Items.Where(item => item.Worth.ValueIsPoints).Select(item => item.Code).Distinct().ToList();
        var columns = table.Columns.Where(wide.IsOne).Select(column => (
            column,
            Item: wide.ItemOf(column) ?? (byValue.Count == 1 && !IsOfTwoRows(column) ? byValue[0] : ""),
            Date: WideColumns.MonthOf(column) is not { } month ? whole.End
                : scheme.FirstMonth != 1 && WideColumns.IsOfSeveralMonths(column) ? (DateOnly?)null : LastDayOf(month),
            Means: wide.ItemOf(column) is { } code && !scheme.Items.Where(item => item.Code == code).All(item => item.Worth.UsesValue)
                ? CellMeaning.Count : CellMeaning.Value)).ToList();
        return columns.Count > 0 ? Mapping.TextOf(columns)
            : throw new ProblemException(DataMessages.Problem("data.mapping-nothing", new SourceLocation(table.Name)));

        static bool IsOfTwoRows(string column) => column.Contains(TwoRowHeading.Joint, StringComparison.Ordinal);

        DateOnly LastDayOf(int month)
        {
            var of = month < scheme.FirstMonth ? year + 1 : year;
            return new DateOnly(of, month, DateTime.DaysInMonth(of, month));
        }
    }
}
