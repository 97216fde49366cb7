using PartyRules.Data.Messages;
using PartyRules.Data.Storage;
using PartyRules.Data.Tables;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Data;

/// <summary>
/// Reads a data set: a folder with the tables <c>subjects</c> and <c>entries</c>, and <c>earlier</c> where the scheme looks at other
/// results, each as <c>.csv</c>, <c>.xlsx</c>, <c>.xls</c>, <c>.parquet</c> or <c>.jsonl</c>; or one workbook that holds them.
/// </summary>
/// <remarks>
/// CSV files are UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030, with quotes as in RFC 4180. Columns are found by
/// name, in any order, by their standard names, their Chinese ones or the scheme's aliases; items, levels and other words by their codes,
/// names or aliases. Text that identifies is folded before: blanks around it, full-width letters and digits, and characters that nobody
/// sees make no difference. Of an Excel file every visible sheet that is headed by the columns of the table is read. What is given and not
/// used is told by <see cref="DataSet.Notices"/>. Thread-safe.
/// </remarks>
public static class DataSetReader
{

    /// <summary>Reads and checks a data set.</summary>
    /// <param name="folder">The folder, or the workbook.</param>
    /// <param name="versions">The versions of the scheme whose words the data must use, each for the entries of its time.</param>
    /// <param name="year">The year to assess; null for the one in which all entries fall.</param>
    /// <exception cref="ProblemException">
    /// Something is wrong, or no version is in force on some day of the year; carries every problem found, or the first thousand and how
    /// many more.
    /// </exception>
    public static DataSet Read(string folder, SchemeVersions versions, int? year = null)
    {
        if (!Directory.Exists(folder) && !File.Exists(folder))
            throw new ProblemException(DataMessages.Problem("data.no-folder", new SourceLocation(), folder));
        if (File.Exists(folder) && !FileEnding.IsWorkbook(folder))
            throw new ProblemException(DataMessages.Problem("data.file-for-folder", new SourceLocation(Path.GetFileName(folder))));
        var problems = new ProblemLog();
        var reading = new DataSetReading(folder, problems);
        reading.FindWords(versions, year);
        var subjects = reading.ReadSubjects();
        var inForce = new VersionCheck(versions, year);
        var entries = reading.ReadEntries(subjects, inForce);
        var earlier = EarlierResults.Read(folder, reading.Scheme, problems);
        var assessed = reading.YearOf(year);
        if (problems.Count == 0 && inForce.Problems.Count == 0 && versions.FirstGap(assessed) is { } day)
            problems.Add(versions.NoneInForce(day, new SourceLocation()));
        problems.Add(inForce.Problems);
        problems.Notices.AddRange(TableFile.NoticesOf(folder));
        if (problems.Count > 0)
            throw new ProblemException(problems.Shown);
        subjects.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        var whole = Period.OfYear(assessed, versions.All[0].FirstMonth);
        return new DataSet(subjects, entries, assessed, entries.Count(entry => !whole.Contains(entry.Date)))
        {
            Earlier = earlier,
            Files = DataFile.Of(folder),
            Notices = [.. problems.Notices.Distinct(), .. reading.NoticesOf(subjects, entries)],
        };
    }

    /// <summary>Reads and checks several data sets, such as those of several branches, as one.</summary>
    /// <remarks>
    /// The order of the data sets changes nothing. Where entries of two of them have one identifier, the name of the data set stands before
    /// that of every entry.
    /// </remarks>
    /// <param name="folders">The folders or workbooks, at least one.</param>
    /// <param name="versions">The versions of the scheme whose words the data must use, each for the entries of its time.</param>
    /// <param name="year">The year to assess; null for the one in which all entries fall.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    /// <exception cref="ProblemException">Something is wrong with one of them, a subject stands in two, or their years differ.</exception>
    public static DataSet ReadAll(IReadOnlyList<string> folders, SchemeVersions versions, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentOutOfRangeException.ThrowIfZero(folders.Count, nameof(folders));
        if (folders.Count == 1)
            return Read(folders[0], versions, year);
        var problems = new List<Problem>();
        var read = new List<(string Name, DataSet Data)>();
        foreach (var folder in folders.Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
            try
            {
                read.Add((name, Read(folder, versions, year)));
            }
            catch (ProblemException exception)
            {
                problems.AddRange(exception.Problems.Select(problem => problem.At(MergedData.Within(name, problem.Location))));
            }
        }

        return problems.Count == 0 ? MergedData.Of(read, year) : throw new ProblemException(problems);
    }

    /// <summary>
    /// Refuses a file for output that is a table of the data set, or would become one, and a device, which a file must not replace.
    /// </summary>
    /// <param name="folder">The folder of the data set.</param>
    /// <param name="path">The file that is to be written.</param>
    /// <exception cref="ProblemException">The file would take the place of a table or a device.</exception>
    public static void RefuseOutput(string folder, string path)
    {
        if (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal))
            throw new ProblemException(DataMessages.Problem("data.device", new SourceLocation(path)));
        if (!Directory.Exists(folder) && !File.Exists(folder))
            return;
        var isTable = TableNames.All.Any(table => TableFile.IsFileOf(folder, table, path)
            || (TableFile.Of(folder, table, new ProblemLog()) is { Exists: true } file
            && Path.GetFullPath(file.Path).Equals(Path.GetFullPath(path), StringComparison.OrdinalIgnoreCase)));
        if (isTable)
            throw new ProblemException(DataMessages.Problem("data.output", new SourceLocation(path)));
    }
}
