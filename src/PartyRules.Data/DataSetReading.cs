using PartyRules.Data.Columns;
using PartyRules.Data.Messages;
using PartyRules.Data.Summaries;
using PartyRules.Data.Tables;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Data;

/// <summary>Reads one data set.</summary>
internal sealed class DataSetReading(string folder, ProblemLog problems)
{
    private readonly TableFile subjectFile = TableFile.Of(folder, TableNames.Subjects, problems);
    private readonly TableFile entryFile = TableFile.Of(folder, TableNames.Entries, problems);
    private readonly List<FactProblem> found = [];
    private IReadOnlyList<Scheme> versionsInForce = [];
    private HashSet<string> countedOtherwise = [];
    private FactChecker checker = null!;
    private readonly SortedSet<int> years = [];
    private readonly HashSet<string> counted = new(StringComparer.Ordinal);
    private int firstMonth = 1;
    private List<string> unusedOfSubjects = [], unusedOfEntries = [];

    /// <summary>The year that is assessed: the one that is asked for, or that in which all entries fall.</summary>
    public int YearOf(int? year)
    {
        if (year is null && (years.Count > 1 || (years.Count == 0 && problems.Count == 0)))
        {
            problems.Add(DataMessages.Problem(
                years.Count == 0 ? "data.no-year" : "data.several-years", new SourceLocation(entryFile.Name), string.Join(", ", years)));
        }

        return year ?? (years.Count > 0 ? years.Min : 1);
    }

    /// <summary>The scheme whose words the data may use.</summary>
    public Scheme Scheme { get; private set; } = null!;

    /// <summary>
    /// Finds out which words the data may use: of several versions those of the year, or the last one where the year has none.
    /// </summary>
    public void FindWords(SchemeVersions versions, int? year)
    {
        firstMonth = versions.All[0].FirstMonth;
        var expected = versions.All.Count == 1 ? null : year ?? YearOfFirst(versions.All[^1].Words);
        var isKnown = expected is { } known
            && Period.OfYear(known, firstMonth) is var whole
            && versions.All.Any(version => version.EffectiveFrom <= whole.End && !(version.EffectiveTo < whole.Start));
        (Scheme, checker) = isKnown
            ? (versions.Of(expected!.Value), new FactChecker(versions, expected.Value))
            : (versions.All[^1], new FactChecker(versions.All[^1]));
        versionsInForce = isKnown ? [.. versions.In(expected!.Value), Scheme] : [Scheme];
        countedOtherwise = versionsInForce.SelectMany(version => version.Items).Where(item => !item.Worth.ValueIsPoints)
            .Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
    }

    public List<Subject> ReadSubjects()
    {
        var subjects = new List<Subject>();
        using var table = Table.Open(subjectFile, TableShapes.Subjects(Scheme), problems,
            Beside(entryFile, TableShapes.Entries(Scheme.Words)));
        if (table is null)
        {
            problems.IsUnfinished = true;
            return subjects;
        }

        unusedOfSubjects = HeadingCheck.Subjects(table.Name, table.Columns, versionsInForce, problems);
        var attributes = AttributesOf(table);
        var row = new RowReader(table, [.. SubjectColumns.All, .. attributes], Scheme.Words, problems);
        var ids = row.PlaceOf(SubjectColumns.Id) < 0 ? new IdsOfNames(table) : null;
        var places = new Dictionary<string, RowPlace>(StringComparer.Ordinal);
        while (row.Read())
        {
            var subject = SubjectColumns.Make(row, attributes);
            if (ids is null)
                CheckId(table, row.PlaceOf(SubjectColumns.Id), subject.Id, places);
            else
                ids.Add(subject, row.PlaceOf(SubjectColumns.Name));
            if (subject.Kind.Length == 0)
                table.Report("data.empty", row.PlaceOf(SubjectColumns.Kind), SubjectColumns.Kind.Name);
            checker.Check(subject, found);
            Report(table);
            subjects.Add(subject);
        }

        subjects = ids?.Give(subjects, problems) ?? subjects;
        if (OtherKinds.Of(Scheme, subjects) is { Subjects: > 0 } others
            && !subjects.Exists(subject => subject.Kind == Scheme.SubjectKind))
            problems.Add(others.Nobody(table.Name));
        return subjects;
    }

    public List<Entry> ReadEntries(List<Subject> subjects, VersionCheck inForce)
    {
        var entries = new List<Entry>();
        var beside = Beside(subjectFile, TableShapes.Subjects(Scheme));
        var mapping = Mapping.Read(folder, Scheme.Words, problems);
        using var table = mapping is null ? Table.Open(entryFile, TableShapes.Entries(Scheme.Words), problems, beside)
            : mapping.Count == 0 ? null
            : Table.OpenWide(entryFile, mapping, Scheme.Words, problems, beside);
        if (table is null)
        {
            problems.IsUnfinished = true;
            return entries;
        }

        unusedOfEntries = HeadingCheck.Entries(table.Name, table.Columns, versionsInForce, problems);
        var attributes = EntryColumns.Attributes(versionsInForce);
        var row = new RowReader(table, [.. EntryColumns.Read, .. attributes], Scheme.Words, problems)
        {
            CountsPoints = cells => CountsPoints(cells[EntryColumns.Item].Text),
        };
        // Where the subjects cannot be read, nothing is known about whom entries are about.
        var areSubjectsRead = subjects.Count > 0 || problems.Count == 0;
        if (!areSubjectsRead)
            problems.IsUnfinished = true;
        var finder = new SubjectFinder(subjects, subjectFile.Name, areSubjectsRead);
        var places = new Dictionary<string, RowPlace>(StringComparer.Ordinal);
        var hasIds = row.PlaceOf(EntryColumns.Id) >= 0;
        while (row.Read())
        {
            var id = hasIds ? row[EntryColumns.Id].Text : table.Describe(table.Place);
            if (hasIds)
                CheckId(table, row.PlaceOf(EntryColumns.Id), id, places);
            var subject = finder.Find(table, row);
            var entry = EntryColumns.Make(row, id, subject?.Id ?? row[EntryColumns.Subject].Text, attributes);
            var hasDate = !row[EntryColumns.Date].IsEmpty;
            if (hasDate)
            {
                years.Add(YearOf(entry.Date));
                inForce.Check(entry.Date, table, row.PlaceOf(EntryColumns.Date));
            }

            checker.Check(entry, subject, found);
            if (found.Count > 0)
                found.RemoveAll(problem => row.IsRefused(problem.Field));
            Report(table);
            if (hasDate && problems.Count == 0)
                entries.Add(entry);
            if (table.IsOneMore)
                counted.Add(entry.Id);
        }

        if (!hasIds)
            problems.Notices.Add(DataMessages.Notice("notice.without-ids", new SourceLocation(table.Name)));
        problems.Notices.AddRange(finder.NoticesOf(table.Name));
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
        twins.AddAll(entries.Where(entry => !counted.Contains(entry.Id)));
        DataNotice[] ofTwins = twins.Notice is { } notice ? [notice] : [];
        return [.. unused.Notices, .. fields.Notices(entryFile.Name, versionsInForce), .. likenesses.Notices, .. ofTwins];
    }

    /// <summary>Whether the values of an item are points, whichever version is in force.</summary>
    private bool CountsPoints(string code) => !countedOtherwise.Contains(code);

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
        return row.Read() && row[EntryColumns.Date] is { IsEmpty: false } date ? YearOf(date.Date) : null;
    }

    private int YearOf(DateOnly date) => Period.Containing(date, PeriodKind.Year, firstMonth).Year;

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
internal sealed class VersionCheck(SchemeVersions versions, int? year)
{
    public ProblemLog Problems { get; } = new();

    public void Check(DateOnly date, Table table, int column)
    {
        var of = Period.Containing(date, PeriodKind.Year, versions.All[0].FirstMonth);
        if ((year ?? of.Year) == of.Year && versions.On(date) is null)
            Problems.Add(versions.NoneInForce(date, table.At(column)));
    }
}
