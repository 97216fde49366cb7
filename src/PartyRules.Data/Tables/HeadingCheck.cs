using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Data.Tables;

/// <summary>
/// Compares the columns that a table has with those that the clauses of a scheme look at: what is misspelt or missing is a problem, what
/// nothing looks at is said.
/// </summary>
internal static class HeadingCheck
{
    /// <summary>Checks the columns of subjects.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="columns">The columns, by their standard names.</param>
    /// <param name="versions">The versions of the scheme by which the year is assessed.</param>
    /// <param name="log">Where to add what is wrong and what is to be said.</param>
    /// <returns>The columns at which nothing looks.</returns>
    public static List<string> Subjects(string file, IReadOnlyList<string> columns, IReadOnlyList<Scheme> versions, ProblemLog log)
    {
        var words = versions[^1].Words.SubjectColumns;
        var needs = versions.SelectMany(version => SchemeUses.Of(version).Columns).DistinctBy(need => need.Column).ToList();
        var standard = SubjectColumns.All.Select(column => column.Name).ToList();
        var absent = standard.Concat(words.Codes).Concat(needs.Select(need => need.Column)).Distinct().Except(columns).ToList();
        var slips = new HashSet<string>(StringComparer.Ordinal);
        var unused = new List<string>();
        foreach (var unknown in columns.Where(column => column.Length > 0 && !TableShape.IsSerial(column)).Except(standard)
            .Except(words.Codes))
        {
            if (Meant(unknown, absent, words, standard) is { } meant)
            {
                slips.Add(words.CodeOf(meant));
                Report(log, file, "data.unknown-column", unknown, DataMessages.Hint(unknown, [meant]));
            }
            else
            {
                unused.Add(unknown);
            }
        }

        foreach (var need in needs.Where(need => !columns.Contains(need.Column) && !slips.Contains(need.Column)))
        {
            if (need.MayBeAbsent)
                log.Notices.Add(DataMessages.Notice("notice.absent-column", new SourceLocation(file), need.Column, need.Clauses));
            else
                Report(log, file, "data.needed-column", need.Column, AlsoCalled(words, need.Column), need.Clauses);
        }

        unused.AddRange(columns.Where(column => !IsUsed(column, versions, needs)).Intersect(standard.Concat(words.Codes)));
        return unused;
    }

    /// <summary>Checks the columns of entries, and gives those at which nothing looks.</summary>
    public static List<string> Entries(string file, IReadOnlyList<string> columns, IReadOnlyList<Scheme> versions, ProblemLog log)
    {
        var words = versions[^1].Words.EntryColumns;
        var known = EntryColumns.Read.Select(column => column.Name)
            .Concat(EntryColumns.Attributes(versions).Select(column => column.Name)).ToList();
        var absent = known.Except(columns).ToList();
        foreach (var unknown in columns.Where(column => column.Length > 0 && !TableShape.IsSerial(column)).Except(known))
        {
            if (NearestWord.Find(unknown, absent.Concat(words.Aliases.Where(alias => absent.Contains(words.CodeOf(alias))))) is { } meant)
                Report(log, file, "data.unknown-column", unknown, DataMessages.Hint(unknown, [meant]));
            else
                log.Notices.Add(DataMessages.Notice("notice.unknown-column", new SourceLocation(file, path: unknown)));
        }

        var unused = new List<string>();
        if (versions.All(version => version.Levels.Count == 0))
            unused.Add(EntryColumns.Level.Name);
        if (versions.All(version => version.Words.Evaluators.Codes.Count == 0))
            unused.Add(EntryColumns.Evaluator.Name);
        return [.. unused.Intersect(columns)];
    }

    /// <summary>Checks the columns of earlier results.</summary>
    public static void Earlier(string file, IReadOnlyList<string> columns, ProblemLog log)
    {
        var read = ResultColumns.Earlier.All.Select(column => column.Name).ToList();
        foreach (var unknown in columns.Where(column => column.Length > 0 && !read.Contains(column) && !ResultColumns.IsStandard(column)))
        {
            var absent = read.Concat(ResultColumns.StandardNames).Except(columns).ToList();
            if (NearestWord.Find(unknown, absent) is { } meant)
                Report(log, file, "data.unknown-column", unknown, DataMessages.Hint(unknown, [meant]));
            else
                log.Notices.Add(DataMessages.Notice("notice.unused-column", new SourceLocation(file, path: unknown)));
        }

        if (!ResultColumns.ResultsOfEarlier.Any(columns.Contains))
            Report(log, file, "data.no-result-column", string.Join(", ", ResultColumns.ResultsOfEarlier));
    }

    /// <summary>The column of which a name is likely a slip: one that is absent, or what that may be called.</summary>
    private static string? Meant(string unknown, List<string> absent, WordTable words, List<string> standard)
    {
        if (NearestWord.Find(unknown, absent) is { } meant)
            return meant;
        var attributes = absent.Except(standard).ToHashSet(StringComparer.Ordinal);
        return NearestWord.Find(unknown, words.Aliases.Where(alias => attributes.Contains(words.CodeOf(alias))));
    }

    /// <summary>Whether clauses look at a column, or the pages for people do.</summary>
    private static bool IsUsed(string column, IReadOnlyList<Scheme> versions, List<ColumnNeed> needs) =>
        column == SubjectColumns.Id.Name || column == SubjectColumns.Name.Name || column == SubjectColumns.Kind.Name
        || column == SubjectColumns.Parent.Name
        || (column == SubjectColumns.Category.Name && versions.Any(version => version.Categories.Count > 0))
        || (column == SubjectColumns.Employment.Name && versions.Any(version => version.Employments.Count > 0))
        || needs.Exists(need => need.Column == column);

    private static LocalText? AlsoCalled(WordTable words, string column) =>
        words.Aliases.Where(alias => words.CodeOf(alias) == column).Take(12).ToList() is { Count: > 0 } aliases
            ? DataMessages.Format("data.also-called", string.Join(", ", aliases))
            : null;

    private static void Report(ProblemLog log, string file, string code, params object?[] arguments) =>
        log.Add(DataMessages.Problem(code, new SourceLocation(file, 1, 1), arguments));
}
