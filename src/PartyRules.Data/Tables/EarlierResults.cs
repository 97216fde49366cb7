using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data.Tables;

/// <summary>
/// Reads <c>earlier.csv</c>: results of other schemes or earlier years, as this library writes them, with the column <c>scheme</c> in
/// front.
/// </summary>
internal static class EarlierResults
{
    /// <summary>Reads the table; empty where the data set has none.</summary>
    public static IReadOnlyList<EarlierResult> Read(string folder, Scheme scheme, ProblemLog problems)
    {
        var results = new List<EarlierResult>();
        var file = TableFile.Of(folder, "earlier", problems);
        if (!file.Exists)
            return results;
        using var table = Table.Open(file, TableShapes.Earlier(scheme.Words), problems);
        if (table is null)
            return results;
        HeadingCheck.Earlier(table.Name, table.Columns, problems);
        var columns = ResultColumns.Earlier;
        var isOfScheme = table.IndexOf(columns.Scheme.Name) < 0;
        if (isOfScheme && scheme.InputSchemes.Any(input => input != scheme.Id))
            problems.Add(DataMessages.Problem("data.missing-column", new SourceLocation(table.Name, 1, 1), columns.Scheme.Name, null));
        else if (isOfScheme)
            problems.Notices.Add(DataMessages.Notice("notice.earlier-of-scheme", new SourceLocation(table.Name), scheme.Id));
        var row = new RowReader(table, columns.All, scheme.Words, problems) { IsGuarded = file.Format == FileEnding.Csv };
        var known = scheme.InputSchemes.Append(scheme.Id).ToHashSet(StringComparer.Ordinal);
        var ofChildren = scheme.ChildrensSchemes.ToHashSet(StringComparer.Ordinal);
        if (ofChildren.Count > 0 && table.IndexOf(columns.Parent.Name) < 0)
            problems.Add(DataMessages.Problem("data.missing-column", new SourceLocation(table.Name, 1, 1), columns.Parent.Name, null));
        var (early, first) = (0, "");
        var seen = new Dictionary<(string Scheme, string Subject, Period Period), RowPlace>();
        while (row.Read())
        {
            var from = isOfScheme ? scheme.Id : row[columns.Scheme].Text;
            var (subject, when) = (row[columns.Subject].Text, row[columns.Period].Text);
            if (!known.Contains(from))
                table.Report("data.unknown-scheme", row.PlaceOf(columns.Scheme), from, DataMessages.Hint(from, known));
            if (subject.Length == 0)
                table.Report("data.empty", row.PlaceOf(columns.Subject), columns.Subject.Name);
            var parent = row[columns.Parent].Text;
            if (parent.Length == 0 && ofChildren.Contains(from) && table.IndexOf(columns.Parent.Name) >= 0)
                table.Report("data.empty", row.PlaceOf(columns.Parent), columns.Parent.Name);
            if (!Period.TryParse(when, out var period))
                table.Report("data.bad-period", row.PlaceOf(columns.Period), when);
            else if (!seen.TryAdd((from, subject, period), table.Place))
                ReportTwin(table, row.PlaceOf(columns.Subject), from, subject, when, seen[(from, subject, period)]);
            if (row[columns.AsOf] is { IsEmpty: false } day && day.Date < period.End && early++ == 0)
                first = $"{subject} {when}, {day}";
            var (total, grade, rank) = (row[columns.Total].OptionalNumber, row[columns.Grade].Text, row[columns.Rank].OptionalWhole);
            results.Add(new EarlierResult(from, subject, period, total, grade, rank) { Parent = parent });
        }

        if (early > 0)
            problems.Notices.Add(DataMessages.Notice("notice.early-results", new SourceLocation(table.Name), early, first));
        return results;
    }

    private static void ReportTwin(Table table, int column, string from, string subject, string period, RowPlace first) =>
        table.Report("data.duplicate-result", column, from, subject, period, table.Describe(first));
}
