using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Summaries;
using PartyRules.Data.Tables;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Data;

/// <summary>
/// Reads a data set: a folder with the tables <c>subjects</c> and <c>entries</c>, and <c>earlier</c> where the scheme looks at other
/// results, each as <c>.csv</c>, <c>.xlsx</c>, <c>.parquet</c> or <c>.jsonl</c>; or with one workbook that holds them.
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
    private const long MostComparisons = 20_000_000;
    private static readonly string[] Tables = ["subjects", "entries", "earlier"];

    /// <summary>Reads and checks a data set.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="versions">The versions of the scheme whose words the data must use, each for the entries of its time.</param>
    /// <param name="year">The year to assess; null for the one in which all entries fall.</param>
    /// <exception cref="ProblemException">
    /// Something is wrong, or no version is in force on some day of the year; carries every problem found, or the first thousand and how
    /// many more.
    /// </exception>
    public static DataSet Read(string folder, SchemeVersions versions, int? year = null)
    {
        if (!Directory.Exists(folder))
            throw new ProblemException(DataMessages.Problem("data.no-folder", new SourceLocation(), folder));
        var problems = new ProblemLog();
        var reading = new Reading(folder, problems);
        reading.FindWords(versions, year);
        var subjects = reading.ReadSubjects();
        var inForce = new VersionCheck(versions, year);
        var entries = reading.ReadEntries(subjects, inForce);
        var earlier = EarlierResults.Read(folder, reading.Scheme, problems);
        var assessed = YearOf(entries, year, problems);
        if (problems.Count == 0 && inForce.Problems.Count == 0 && versions.FirstGap(assessed) is { } day)
            problems.Add(versions.NoneInForce(day, new SourceLocation()));
        problems.Add(inForce.Problems);
        if (problems.Count > 0)
            throw new ProblemException(problems.Shown);
        subjects.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return new DataSet(subjects, entries, assessed, entries.Count(entry => entry.Date.Year != assessed))
        {
            Earlier = earlier,
            Notices = [.. problems.Notices.Distinct(), .. reading.NoticesOf(subjects, entries)],
        };
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
        if (!Directory.Exists(folder))
            return;
        var isTable = Array.Exists(Tables, table => TableFile.IsFileOf(folder, table, path)
            || (TableFile.Of(folder, table, new ProblemLog()) is { IsShared: true } shared
            && Path.GetFullPath(shared.Path) == Path.GetFullPath(path)));
        if (isTable)
            throw new ProblemException(DataMessages.Problem("data.output", new SourceLocation(path)));
    }

    private static int YearOf(List<Entry> entries, int? year, ProblemLog problems)
    {
        var location = new SourceLocation("entries.csv");
        var years = entries.Select(entry => entry.Date.Year).Distinct().Order().ToList();
        if (year is null && problems.Count == 0 && years.Count != 1)
        {
            problems.Add(years.Count == 0
                ? DataMessages.Problem("data.no-year", location)
                : DataMessages.Problem("data.several-years", location, string.Join(", ", years)));
        }

        return year ?? (years.Count > 0 ? years[0] : 1);
    }

    /// <summary>Reads one data set.</summary>
    private sealed class Reading(string folder, ProblemLog problems)
    {
        private readonly TableFile subjectFile = TableFile.Of(folder, "subjects", problems);
        private readonly TableFile entryFile = TableFile.Of(folder, "entries", problems);
        private readonly List<FactProblem> found = [];
        private IReadOnlyList<Scheme> versionsInForce = [];
        private FactChecker checker = null!;
        private List<string> unusedOfSubjects = [], unusedOfEntries = [];

        /// <summary>The scheme whose words the data may use.</summary>
        public Scheme Scheme { get; private set; } = null!;

        /// <summary>
        /// Finds out which words the data may use: of several versions those of the year, or the last one where the year has none.
        /// </summary>
        public void FindWords(SchemeVersions versions, int? year)
        {
            var expected = versions.All.Count == 1 ? null : year ?? YearOfFirst(versions.All[^1].Words);
            var isKnown = expected is { } known
                && versions.All.Any(version => version.EffectiveFrom.Year <= known && !(version.EffectiveTo?.Year < known));
            (Scheme, checker) = isKnown
                ? (versions.Of(expected!.Value), new FactChecker(versions, expected.Value))
                : (versions.All[^1], new FactChecker(versions.All[^1]));
            versionsInForce = isKnown ? [.. versions.In(expected!.Value), Scheme] : [Scheme];
        }

        public List<Subject> ReadSubjects()
        {
            var subjects = new List<Subject>();
            using var table = Table.Open(subjectFile, TableShapes.Subjects(Scheme), problems,
                Beside(entryFile, TableShapes.Entries(Scheme.Words)));
            if (table is null)
                return subjects;
            unusedOfSubjects = HeadingCheck.Subjects(table.Name, table.Columns, versionsInForce, problems);
            var attributes = AttributesOf(table);
            var row = new RowReader(table, [.. SubjectColumns.All, .. attributes], Scheme.Words, problems);
            var places = new Dictionary<string, RowPlace>(StringComparer.Ordinal);
            while (row.Read())
            {
                var subject = SubjectColumns.Make(row, attributes);
                CheckId(table, row.PlaceOf(SubjectColumns.Id), subject.Id, places);
                if (subject.Kind.Length == 0)
                    table.Report("data.empty", row.PlaceOf(SubjectColumns.Kind), SubjectColumns.Kind.Name);
                checker.Check(subject, found);
                Report(table);
                subjects.Add(subject);
            }

            if (OtherKinds.Of(Scheme, subjects) is { Subjects: > 0 } others
                && !subjects.Exists(subject => subject.Kind == Scheme.SubjectKind))
                problems.Add(others.Nobody(table.Name));
            return subjects;
        }

        public List<Entry> ReadEntries(List<Subject> subjects, VersionCheck inForce)
        {
            var entries = new List<Entry>();
            using var table = Table.Open(entryFile, TableShapes.Entries(Scheme.Words), problems,
                Beside(subjectFile, TableShapes.Subjects(Scheme)));
            if (table is null)
                return entries;
            unusedOfEntries = HeadingCheck.Entries(table.Name, table.Columns, versionsInForce, problems);
            var row = new RowReader(table, EntryColumns.All, Scheme.Words, problems);
            // Where the subjects cannot be read, nothing is known about whom entries are about.
            var areSubjectsRead = subjects.Count > 0 || problems.Count == 0;
            var known = new Dictionary<string, Subject>(StringComparer.Ordinal);
            subjects.ForEach(each => known.TryAdd(each.Id, each));
            var places = new Dictionary<string, RowPlace>(StringComparer.Ordinal);
            long comparisons = 0;
            while (row.Read())
            {
                var id = row[EntryColumns.Id].Text;
                CheckId(table, row.PlaceOf(EntryColumns.Id), id, places);
                var subject = row[EntryColumns.Subject].Text;
                if (areSubjectsRead && !known.ContainsKey(subject))
                {
                    var hint =
                        known.Count > 0 && (comparisons += known.Count) <= MostComparisons ? DataMessages.Hint(subject, [.. known.Keys])
                        : null;
                    table.Report("data.unknown-subject", row.PlaceOf(EntryColumns.Subject), subject, hint);
                }

                var entry = EntryColumns.Make(row);
                var hasDate = !row[EntryColumns.Date].IsEmpty;
                if (hasDate)
                    inForce.Check(entry.Date, table, row.PlaceOf(EntryColumns.Date));
                checker.Check(entry, known.GetValueOrDefault(subject), found);
                Report(table);
                if (hasDate && problems.Count == 0)
                    entries.Add(entry);
            }

            return entries;
        }

        /// <summary>What is to be said about rows that are right.</summary>
        public IEnumerable<DataNotice> NoticesOf(List<Subject> subjects, List<Entry> entries)
        {
            var (likenesses, twins) = (new Likenesses(), new TwinEntries());
            var unused = new UnusedColumns(subjectFile.Name, unusedOfSubjects, entryFile.Name, unusedOfEntries);
            var fields = new UnusedFields(checker);
            subjects.ForEach(unused.Add);
            entries.ForEach(unused.Add);
            entries.ForEach(fields.Add);
            likenesses.AddAll(subjects);
            twins.AddAll(entries);
            DataNotice[] ofTwins = twins.Notice is { } notice ? [notice] : [];
            return [.. unused.Notices, .. fields.Notices(entryFile.Name, versionsInForce), .. likenesses.Notices, .. ofTwins];
        }

        private TableShape[] Beside(TableFile other, TableShape shape) => subjectFile.Path == entryFile.Path && other.Exists ? [shape] : [];

        /// <summary>The year of the first entry, which is that of all where no other is asked for; null where it cannot be told.</summary>
        private int? YearOfFirst(SchemeWords words)
        {
            // What is wrong with the table is reported where all of it is read.
            var silent = new ProblemLog();
            using var table = Table.Open(entryFile, TableShapes.Entries(words), silent);
            if (table is null)
                return null;
            var row = new RowReader(table, [EntryColumns.Date], words, silent);
            return row.Read() && row[EntryColumns.Date] is { IsEmpty: false } date ? date.Date.Year : null;
        }

        private List<Column<Subject>> AttributesOf(Table table)
        {
            var standard = SubjectColumns.All.Select(column => column.Name);
            var used = versionsInForce.SelectMany(version => SchemeUses.Of(version).Columns).Select(need => need.Column).ToHashSet();
            return [.. table.Columns.Where(name => name.Length > 0).Except(standard)
                .Select(name => SubjectColumns.Attribute(name, used.Contains(name)))];
        }

        private void Report(Table table)
        {
            foreach (var problem in found)
                problems.Add(new Problem(problem.Code, table.At(table.IndexOf(problem.Field)), problem.Message));
            found.Clear();
        }

        private static void CheckId(Table table, int column, string id, Dictionary<string, RowPlace> places)
        {
            if (id.Length == 0)
                table.Report("data.empty", column, "id");
            else if (!places.TryAdd(id, table.Place))
                table.Report("data.duplicate-id", column, id, table.Describe(places[id]));
        }
    }

    /// <summary>Finds entries of days on which no version of the scheme is in force.</summary>
    private sealed class VersionCheck(SchemeVersions versions, int? year)
    {
        public ProblemLog Problems { get; } = new();

        public void Check(DateOnly date, Table table, int column)
        {
            if ((year ?? date.Year) == date.Year && versions.On(date) is null)
                Problems.Add(versions.NoneInForce(date, table.At(column)));
        }
    }
}
