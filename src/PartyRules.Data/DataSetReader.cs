using System.Globalization;
using System.Resources;
using PartyRules.Clauses.Selections;
using PartyRules.Data.Reading;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Data;

/// <summary>Reads a data set: a folder with the tables <c>subjects</c> and <c>entries</c>, and <c>earlier</c> where the scheme looks at other results, each as <c>.csv</c>, <c>.xlsx</c>, <c>.parquet</c> or <c>.jsonl</c>.</summary>
/// <remarks>
/// CSV files are UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030, with quotes as in RFC 4180. Columns are found by name, in any
/// order, by their standard names, their Chinese ones or the scheme's aliases; items, levels and other words by their codes, names or aliases. Of an
/// Excel file the first sheet is read. Thread-safe.
/// </remarks>
public static class DataSetReader
{
    private const long MostComparisons = 20_000_000;
    private static readonly string[] Tables = ["subjects", "entries", "earlier"];
    internal static readonly string[] EntryColumns = [.. StandardColumns.OfEntries];
    internal static readonly string[] RequiredOfEntries = ["id", "subject", "item", "date"];
    internal static readonly string[] SubjectColumns = [.. StandardColumns.OfSubjects];

    internal static MessageCatalog Messages { get; } = new(new ResourceManager("PartyRules.Data.Resources.DataProblems", typeof(DataSetReader).Assembly));

    /// <summary>Reads and checks a data set.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="versions">The versions of the scheme whose words the data must use, each for the entries of its time; a <see cref="Scheme"/> is the versions of one.</param>
    /// <param name="year">The year to assess; null for the one in which all entries fall.</param>
    /// <exception cref="ProblemException">
    /// Something is wrong, or no version is in force on some day of the year; carries every problem found, or the first thousand and how many more.
    /// </exception>
    public static DataSet Read(string folder, SchemeVersions versions, int? year = null)
    {
        if (!Directory.Exists(folder))
            throw new ProblemException(Messages.Problem("data.no-folder", new SourceLocation(), folder));
        var problems = new ProblemLog();
        var (scheme, checker) = WordsOf(folder, versions, year);
        var subjects = ReadSubjects(Table.PathOf(folder, "subjects", problems), scheme, checker, problems);
        var force = new Force(versions, year);
        var entries = ReadEntries(Table.PathOf(folder, "entries", problems), subjects, scheme.Words, checker, problems, force);
        var earlier = EarlierResults.Read(Table.PathOf(folder, "earlier", problems), scheme, problems);
        var assessed = YearOf(entries, year, problems);
        if (problems.Count == 0 && force.Problems.Count == 0 && versions.FirstDayWithout(assessed) is { } day)
            problems.Add(versions.NoneInForce(day, new SourceLocation()));
        problems.Add(force.Problems);
        if (problems.Count > 0)
            throw new ProblemException(problems.Shown);
        subjects.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return new DataSet(subjects, entries, assessed, entries.Count(entry => entry.Date.Year != assessed)) { Earlier = earlier };
    }

    /// <summary>What says which words the data may use: of several versions those of the year, or the last one where the year has none.</summary>
    private static (Scheme Scheme, FactChecker Checker) WordsOf(string folder, SchemeVersions versions, int? year)
    {
        if (versions.All.Count == 1)
            return (versions.All[0], new FactChecker(versions.All[0]));
        return (year ?? YearOfFirst(folder, versions.All[^1].Words.EntryColumns)) is { } expected && versions.All.Any(version => version.EffectiveFrom.Year <= expected && !(version.EffectiveTo?.Year < expected))
            ? (versions.Of(expected), new FactChecker(versions, expected))
            : (versions.All[^1], new FactChecker(versions.All[^1]));
    }

    /// <summary>The year of the first entry, which is that of all where no other is asked for; null where it cannot be told.</summary>
    private static int? YearOfFirst(string folder, WordTable columns)
    {
        // What is wrong with the table is reported where it is read in earnest.
        var problems = new ProblemLog();
        using var table = Table.Open(Table.PathOf(folder, "entries", problems), ["date"], columns, problems);
        return table?.Read() == true && TryDate(table[table.IndexOf("date")], out var date) ? date.Year : null;
    }

    private static int YearOf(List<Entry> entries, int? year, ProblemLog problems)
    {
        var location = new SourceLocation("entries.csv");
        var years = entries.Select(entry => entry.Date.Year).Distinct().Order().ToList();
        if (year is null && problems.Count == 0 && years.Count != 1)
        {
            problems.Add(years.Count == 0
                ? Messages.Problem("data.no-year", location)
                : Messages.Problem("data.several-years", location, string.Join(", ", years)));
        }

        return year ?? (years.Count > 0 ? years[0] : 1);
    }

    /// <summary>Refuses a file for output that is a table of the data set, or would become one, and a device, which a file must not replace.</summary>
    /// <param name="folder">The folder of the data set.</param>
    /// <param name="path">The file that is to be written.</param>
    /// <exception cref="ProblemException">The file would take the place of a table or a device.</exception>
    public static void RefuseOutput(string folder, string path)
    {
        if (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal))
            throw new ProblemException(Messages.Problem("data.device", new SourceLocation(path)));
        if (Directory.Exists(folder) && Array.Exists(Tables, table => Table.IsFileOf(folder, table, path)))
            throw new ProblemException(Messages.Problem("data.output", new SourceLocation(path)));
    }

    internal static List<string> RequiredOfSubjects(Scheme scheme)
    {
        List<string> required = ["id", "kind"];
        if (scheme.Categories.Count > 0)
            required.Add("category");
        if (scheme.Employments.Count > 0)
            required.Add("employment");
        return required;
    }

    private static List<Subject> ReadSubjects(string path, Scheme scheme, FactChecker checker, ProblemLog problems)
    {
        var subjects = new List<Subject>();
        using var table = Table.Open(path, RequiredOfSubjects(scheme), scheme.Words.SubjectColumns, problems);
        if (table is null)
            return subjects;

        var columns = Array.ConvertAll(SubjectColumns, table.IndexOf);
        foreach (var near in table.Columns.Except(SubjectColumns, StringComparer.Ordinal))
        {
            if (NearestWord.Find(near, SubjectColumns.Except(table.Columns, StringComparer.Ordinal)) is { } meant)
                problems.Add(Messages.Problem("data.unknown-column", new SourceLocation(table.Name, 1, 1), near, Messages.Hint(near, [meant])));
        }

        var attributes = table.Columns.Except(SubjectColumns, StringComparer.Ordinal).Select(name => (name, table.IndexOf(name))).ToList();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new Words();
        var found = new List<FactProblem>();
        while (table.Read())
        {
            var subject = new Subject
            {
                Id = table[columns[0]],
                Name = table[columns[1]],
                Kind = words.Share(scheme.Words.Kinds.CodeOf(table[columns[2]])),
                Parent = words.Share(table[columns[3]]),
                Category = words.Share(scheme.Words.Categories.CodeOf(table[columns[4]])),
                Employment = words.Share(scheme.Words.Employments.CodeOf(table[columns[5]])),
                PreviousGrade = words.Share(scheme.Words.Grades.CodeOf(table[columns[6]])),
                Attributes = attributes.Count == 0
                    ? System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty
                    : attributes.ToDictionary(attribute => attribute.name, attribute => words.Share(table[attribute.Item2]), StringComparer.Ordinal),
            };
            CheckId(table, columns[0], subject.Id, lines);
            if (subject.Kind.Length == 0)
                table.Report("data.empty", columns[2], "kind");
            checker.Check(subject, found);
            Report(table, found, problems);
            subjects.Add(subject);
        }

        if (OtherKinds.Of(scheme, subjects) is { Subjects: > 0 } others && !subjects.Exists(subject => subject.Kind == scheme.SubjectKind))
            problems.Add(others.Nobody(table.Name));
        return subjects;
    }

    private static List<Entry> ReadEntries(string path, List<Subject> subjects, SchemeWords meanings, FactChecker checker, ProblemLog problems, Force force)
    {
        var entries = new List<Entry>();
        using var table = Table.Open(path, RequiredOfEntries, meanings.EntryColumns, problems);
        if (table is null)
            return entries;

        foreach (var unknown in table.Columns.Except(EntryColumns, StringComparer.Ordinal))
            problems.Add(Messages.Problem("data.unknown-column", new SourceLocation(table.Name, 1, 1), unknown, Messages.Hint(unknown, meanings.EntryColumns)));
        var columns = Array.ConvertAll(EntryColumns, table.IndexOf);
        long comparisons = 0;
        // Where the subjects cannot be read, nothing is known about whom entries are about.
        var areSubjectsRead = subjects.Count > 0 || problems.Count == 0;
        var known = new HashSet<string>(subjects.Select(subject => subject.Id), StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new Words();
        var found = new List<FactProblem>();
        while (table.Read())
        {
            var id = table[columns[0]];
            CheckId(table, columns[0], id, lines);
            var subject = table[columns[1]];
            if (known.TryGetValue(subject, out var shared))
                subject = shared;
            else if (areSubjectsRead)
                table.Report("data.unknown-subject", columns[1], subject, known.Count > 0 && (comparisons += known.Count) <= MostComparisons ? Messages.Hint(subject, known) : null);
            var hasDate = TryDate(table[columns[3]], out var date);
            if (!hasDate && table is ExcelTable && int.TryParse(table[columns[3]], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 10_000 and < 80_000)
                table.Report("data.date-number", columns[3], days, Cells.OfDate(DateTime.FromOADate(days)));
            else if (!hasDate)
                table.Report("data.bad-date", columns[3], table[columns[3]]);
            var text = table[columns[4]];
            Points value = default;
            if (text.Length > 0 && !Points.TryParse(text, out value))
                table.Report("data.bad-number", columns[4], text);
            var entry = new Entry
            {
                Id = id,
                Subject = subject,
                Item = words.Share(meanings.Items.CodeOf(table[columns[2]])),
                Date = date,
                Value = text.Length == 0 ? null : value,
                Level = words.Share(meanings.Levels.CodeOf(table[columns[5]])),
                Reference = words.Share(table[columns[6]]),
                Note = words.Share(table[columns[7]]),
                Evaluator = words.Share(meanings.Evaluators.CodeOf(table[columns[8]])),
            };
            if (hasDate)
                force.Check(date, table, columns[3]);
            checker.Check(entry, found);
            Report(table, found, problems);
            if (hasDate && problems.Count == 0)
                entries.Add(entry);
        }

        return entries;
    }

    private static bool TryDate(string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static void CheckId(Table table, int column, string id, Dictionary<string, int> lines)
    {
        if (id.Length == 0)
            table.Report("data.empty", column, "id");
        else if (!lines.TryAdd(id, table.Line))
            table.Report("data.duplicate-id", column, id, lines[id]);
    }

    private static void Report(Table table, List<FactProblem> found, ProblemLog problems)
    {
        foreach (var problem in found)
            problems.Add(new Problem(problem.Code, table.At(table.IndexOf(problem.Field)), problem.Message));
        found.Clear();
    }

    /// <summary>Finds entries of days without a version of the scheme.</summary>
    private sealed class Force(SchemeVersions versions, int? year)
    {
        public ProblemLog Problems { get; } = new();

        public void Check(DateOnly date, Table table, int column)
        {
            if ((year ?? date.Year) == date.Year && versions.On(date) is null)
                Problems.Add(versions.NoneInForce(date, table.At(column)));
        }
    }

    /// <summary>Keeps one copy of words that repeat.</summary>
    private sealed class Words
    {
        private const int Most = 100_000;
        private readonly HashSet<string> known = new(StringComparer.Ordinal);

        public string Share(string word)
        {
            if (word.Length == 0)
                return "";
            if (known.TryGetValue(word, out var shared))
                return shared;
            if (known.Count < Most)
                known.Add(word);
            return word;
        }
    }
}
