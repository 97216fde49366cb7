using System.Text.Json;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Reading;
using PartyRules.Reading.Shape;
using PartyRules.Reading.Tree;
using PartyRules.Schemes;
using PartyRules.Validation;

namespace PartyRules.Cases;

/// <summary>Reads worked cases, which schemes carry as data.</summary>
/// <remarks>Thread-safe. Files larger than 4 MB or nested deeper than 64 levels are refused.</remarks>
public static class SchemeCases
{
    private const string Prefix = "PartyRules.Schemes.Cases.";
    private const int MostTimes = 1000;
    private const int MostEntries = 100_000;

    internal static MessageCatalog Messages { get; } = new(
        "PartyRules.Resources.CaseProblems", typeof(SchemeCases).Assembly);

    /// <summary>The cases of a built-in scheme; empty where it carries none.</summary>
    /// <param name="id">The scheme's identifier.</param>
    /// <exception cref="ProblemException">There is no such scheme.</exception>
    public static IReadOnlyList<SchemeCase> OfBuiltIn(string id)
    {
        var scheme = BuiltInSchemes.Get(id);
        using var stream = typeof(SchemeCases).Assembly.GetManifestResourceStream($"{Prefix}{id}.json");
        if (stream is null)
            return [];
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Read(copy.ToArray(), $"cases/{id}.json", scheme);
    }

    /// <summary>The cases that stand beside a scheme's file, in the folder <c>cases</c>; empty where there are none.</summary>
    /// <param name="schemePath">The scheme's file.</param>
    /// <param name="scheme">The scheme. Files of other schemes are passed over.</param>
    /// <exception cref="ProblemException">A file cannot be read, or is not a valid file of cases; carries every problem found.</exception>
    public static IReadOnlyList<SchemeCase> Beside(string schemePath, Scheme scheme)
    {
        var folder = Path.Combine(Path.GetDirectoryName(schemePath) ?? "", "cases");
        if (!Directory.Exists(folder))
            return [];
        var cases = new List<SchemeCase>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            cases.AddRange(Read(DocumentReader.BytesOf(file), file, scheme));
        return cases;
    }

    /// <summary>Reads cases from UTF-8 JSON.</summary>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="fileName">The name by which problems call it.</param>
    /// <param name="scheme">The scheme. A file about another has no cases for it.</param>
    /// <exception cref="ProblemException">The document is not a valid file of cases; carries every problem found.</exception>
    public static IReadOnlyList<SchemeCase> Read(ReadOnlyMemory<byte> utf8, string fileName, Scheme scheme)
    {
        var problems = new List<Problem>();
        var tree = DocumentReader.TreeOf(utf8, fileName, problems);
        if (IsOfAnother(tree, scheme))
            return [];
        var document = Parse(utf8, tree, scheme, problems);
        var entries = document.Cases.SelectMany(worked => worked.Entries).Sum(entry => (long)Math.Clamp(entry.Times ?? 1, 1, MostTimes));
        if (entries > MostEntries)
            throw new ProblemException(Messages.Problem("case.too-many", tree.At("$.cases"), entries, MostEntries));
        var cases = document.Cases.Select((from, i) => new CaseResolver(from, $"$.cases[{i}]", scheme, tree, problems).Resolve()).ToList();
        DocumentReader.Refuse(problems);
        return cases;
    }

    /// <summary>The document; a column of the scheme's own that stands straight at a subject is told where it goes.</summary>
    private static CasesDocument Parse(ReadOnlyMemory<byte> utf8, JsonTree tree, Scheme scheme, List<Problem> problems)
    {
        try
        {
            return DocumentReader.Parse(utf8, tree, CaseJson.Default.CasesDocument, problems);
        }
        catch (ProblemException exception)
        {
            var misplaced = Misplaced(tree, scheme).ToLookup(problem => problem.Location);
            throw new ProblemException([.. exception.Problems.Select(problem =>
                problem.Code == "scheme.unknown-key" ? misplaced[problem.Location].FirstOrDefault() ?? problem : problem)]);
        }
    }

    /// <summary>The columns of the scheme's own, by identifier or name, that stand straight at the subjects of cases.</summary>
    private static IEnumerable<Problem> Misplaced(JsonTree tree, Scheme scheme) =>
        from worked in Parts(tree.Root, "cases")
        from subject in Parts(worked, "subjects")
        from key in subject.Properties
        from column in scheme.Attributes
        where key.Name == column.Key || key.Name == column.Value.Name.Chinese || key.Name == column.Value.Name.English
        select Messages.Problem("case.attribute-place", tree.LocationOf(key.Offset, subject.Path), key.Name, column.Key);

    private static IEnumerable<JsonNodeAt> Parts(JsonNodeAt? node, string key) =>
        (node?.Properties ?? []).Where(property => property.Name == key).SelectMany(property => property.Value.Items);

    /// <summary>Whether a file says that it is about another scheme, whatever else may be wrong with it.</summary>
    private static bool IsOfAnother(JsonTree tree, Scheme scheme) =>
        tree.Root?.Properties.Find(property => property.Name == "scheme").Value is { Kind: JsonTokenType.String } id
            && id.Text != scheme.Id;

    /// <summary>Turns one case into facts, and reports everything in it that the scheme does not know.</summary>
    private sealed class CaseResolver(CaseDocument document, string path, Scheme scheme, JsonTree tree, List<Problem> problems)
    {
        private readonly FactChecker checker = new(scheme);

        public SchemeCase Resolve()
        {
            if (document.Year is < 1 or > 9999)
                Report("case.year", $"{path}.year", document.Year);
            var subjects = document.Subjects.Select((subject, i) => Subject(subject, $"{path}.subjects[{i}]")).ToList();
            if (subjects.Count == 0)
                Report("case.no-subject", $"{path}.subjects");
            foreach (var twins in subjects.GroupBy(subject => subject.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
                Report("case.duplicate-subject", $"{path}.subjects", twins.Key);
            var entries = document.Entries.SelectMany((entry, i) => Entries(entry, i, subjects, $"{path}.entries[{i}]")).ToList();
            var results = document.Results.Select((result, i) => new EarlierResult(
                result.Scheme,
                result.Subject,
                PeriodOf(result.Period, $"{path}.results[{i}].period"),
                result.Total,
                result.Grade,
                result.Rank)
            { Parent = result.Parent }).ToList();
            for (var i = 0; i < document.Expected.Count; i++)
                Check(document.Expected[i], subjects, $"{path}.expected[{i}]");
            return new SchemeCase(document, subjects, entries, results, path, tree.At);
        }

        private Subject Subject(CaseSubjectDocument from, string at)
        {
            var subject = new Subject
            {
                Id = from.Id,
                Kind = scheme.SubjectKind,
                Parent = from.Parent,
                Category = from.Category,
                Employment = from.Employment,
                PreviousGrade = from.PreviousGrade,
                Attributes = from.Attributes,
            };
            var found = new List<FactProblem>();
            checker.Check(subject, found);
            Report(found, at);
            return subject;
        }

        private List<Entry> Entries(CaseEntryDocument from, int index, List<Subject> subjects, string at)
        {
            if (from.Subject is not null && !subjects.Exists(subject => subject.Id == from.Subject))
                Report(
                    "case.unknown-word",
                    $"{at}.subject",
                    from.Subject,
                    Messages.Hint(from.Subject, [.. subjects.Select(subject => subject.Id)]));
            if (from.Times is < 1 or > MostTimes)
                Report("case.times", $"{at}.times", MostTimes);
            if (from.Every is not ("day" or "week" or "month" or "quarter" or "half-year"))
                Report(
                    "case.unknown-word",
                    $"{at}.every",
                    from.Every,
                    Messages.Hint(from.Every, ["day", "week", "month", "quarter", "half-year"]));
            var entries = new List<Entry>();
            var found = new List<FactProblem>();
            for (var i = 0; i < Math.Clamp(from.Times ?? 1, 1, MostTimes); i++)
            {
                if (DateOf(from, i) is not { } date)
                {
                    Report("case.calendar-end", $"{at}.times", from.Times);
                    break;
                }

                var entry = new Entry
                {
                    Id = FormattableString.Invariant($"{index:0000}-{i:0000}"),
                    Subject = from.Subject ?? (subjects.Count > 0 ? subjects[0].Id : ""),
                    Item = from.Item,
                    Date = date,
                    Value = from.Value,
                    Level = from.Level,
                    Reference = from.Ref,
                    Evaluator = from.By,
                    Attributes = from.Attributes,
                };
                if (i == 0)
                    checker.Check(entry, subjects.Find(subject => subject.Id == entry.Subject), found);
                entries.Add(entry);
            }

            Report(found, at);
            CheckYear(from, entries, $"{at}.times");
            return entries;
        }

        /// <summary>Entries that recur beyond the year in which they begin would count nothing without a word.</summary>
        private void CheckYear(CaseEntryDocument from, List<Entry> entries, string at)
        {
            if (document.Year is < 1 or > 9999 || entries.Count < 2 || from.Times > MostTimes)
                return;
            var whole = scheme.WholeOf(document.Year);
            var beyond = entries[0].Date > whole.End ? 0 : entries.Count(entry => entry.Date > whole.End);
            if (beyond > 0)
                Report("case.beyond-year", at, entries.Count, from.Every, document.Year, beyond);
        }

        /// <summary>The date of an entry that recurs; null where the calendar has none.</summary>
        private static DateOnly? DateOf(CaseEntryDocument from, int times) => from.Every switch
        {
            "day" => from.Date.AfterDays(times),
            "week" => from.Date.AfterDays(7 * times),
            "quarter" => from.Date.AfterMonths(3 * times),
            "half-year" => from.Date.AfterMonths(6 * times),
            _ => from.Date.AfterMonths(times),
        };

        private void Check(ExpectedDocument expected, List<Subject> subjects, string at)
        {
            if (!subjects.Exists(subject => subject.Id == expected.Subject))
                Report(
                    "case.unknown-word",
                    $"{at}.subject",
                    expected.Subject,
                    Messages.Hint(expected.Subject, [.. subjects.Select(subject => subject.Id)]));
            if (expected.Period is not null)
                PeriodOf(expected.Period, $"{at}.period");
            var ids = scheme.Components.Select(component => component.Id).ToList();
            foreach (var id in (expected.Components?.Keys ?? []).Where(id => !ids.Contains(id)))
                Report("case.unknown-word", $"{at}.components.{id}", id, Messages.Hint(id, ids));
            var rankings = scheme.Rankings.Select(ranking => ranking.Id).ToList();
            foreach (var id in (expected.Ranks?.Keys ?? []).Where(id => !rankings.Contains(id)))
                Report("case.unknown-word", $"{at}.ranks.{id}", id, Messages.Hint(id, rankings));
            var figures = (expected.Components ?? new Dictionary<string, string>())
                .Select(pair => (pair.Value, $"{at}.components.{pair.Key}"));
            if (expected.Total is not null)
                figures = figures.Append((expected.Total, $"{at}.total"));
            foreach (var (figure, place) in figures.Where(pair => !Sum.TryWorkOut(pair.Item1, out _)))
                Report("case.figure", place, figure);
        }

        private Period PeriodOf(string text, string at)
        {
            if (!Period.TryParse(text, out var period) || !Period.IsOfMonths(period.Kind))
                Report("case.period", at, text);
            return period;
        }

        private void Report(List<FactProblem> found, string at)
        {
            foreach (var problem in found)
                problems.Add(new Problem(problem.Code, tree.At($"{at}.{problem.Field}"), problem.Message));
        }

        private void Report(string code, string at, params object?[] arguments) =>
            problems.Add(Messages.Problem(code, tree.At(at), arguments));
    }
}
