using System.Globalization;
using PartyRules.Schemes;

namespace PartyRules.Data.Reading;

/// <summary>Reads <c>earlier.csv</c>: results of other schemes or earlier years, as this library writes them, with the column <c>scheme</c> in front.</summary>
internal static class EarlierResults
{
    /// <summary>Reads the file; empty where there is none.</summary>
    public static IReadOnlyList<EarlierResult> Read(string path, Scheme scheme, ProblemLog problems)
    {
        var results = new List<EarlierResult>();
        if (!File.Exists(path))
            return results;
        using var table = Table.Open(path, ["scheme", "subject", "period"], scheme.Words.EntryColumns, problems);
        if (table is null)
            return results;
        string[] names = ["scheme", "subject", "period", "total", "grade", "rank"];
        var columns = Array.ConvertAll(names, table.IndexOf);
        var known = scheme.InputSchemes.Append(scheme.Id).ToHashSet(StringComparer.Ordinal);
        while (table.Read())
        {
            if (!known.Contains(table[columns[0]]))
                table.Report("data.unknown-scheme", columns[0], table[columns[0]], DataSetReader.Messages.Hint(table[columns[0]], known));
            if (!Period.TryParse(table[columns[2]], out var period) || period.Kind is PeriodKind.Week or PeriodKind.Day)
                table.Report("data.bad-period", columns[2], table[columns[2]]);
            Points? total = null;
            if (Points.TryParse(table[columns[3]], out var points))
                total = points;
            else if (table[columns[3]].Length > 0)
                table.Report("data.bad-number", columns[3], table[columns[3]]);
            int? rank = null;
            if (int.TryParse(table[columns[5]], NumberStyles.None, CultureInfo.InvariantCulture, out var place))
                rank = place;
            else if (table[columns[5]].Length > 0)
                table.Report("data.bad-number", columns[5], table[columns[5]]);
            results.Add(new EarlierResult(table[columns[0]], table[columns[1]], period, total, table[columns[4]], rank));
        }

        return results;
    }
}
