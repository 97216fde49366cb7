using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Resources;

namespace PartyRules.Verification.Formats;

/// <summary>Tells a data set in lines for people: who, what is recorded of each, and what the scheme makes of it.</summary>
internal static class ExampleText
{
    private const int MostSubjects = 6;

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(Scheme scheme, Example example, Language language)
    {
        foreach (var subject in example.Subjects.Take(MostSubjects))
        {
            var entries = example.Entries.Where(entry => entry.Subject == subject.Id).ToList();
            var recorded = entries.Count == 0
                ? Texts.Catalog.In(language, "example.nothing")
                : string.Join("; ", Together(scheme, entries, language));
            yield return Texts.Catalog.In(language, "example.subject", subject.Id, Traits(scheme, subject, language), recorded);
            foreach (var result in example.Results.Where(result => result.Subject.Id == subject.Id))
                yield return "  " + Texts.Catalog.In(language, "example.result", result.Period, Result(result, language));
        }

        if (example.Subjects.Count > MostSubjects)
            yield return Texts.Catalog.In(language, "example.more", example.Subjects.Count - MostSubjects);
        foreach (var earlier in example.Earlier)
            yield return Texts.Catalog.In(
                language, "example.earlier", earlier.Scheme, earlier.Subject, earlier.Period, earlier.Total, earlier.Grade, earlier.Rank);
    }

    /// <summary>What is alike is told once, with how often and from when until when.</summary>
    private static IEnumerable<string> Together(Scheme scheme, List<Entry> entries, Language language) => entries
        .GroupBy(entry => (entry.Item, entry.Value, entry.Level, entry.Evaluator, Columns: ColumnsOf(entry)))
        .Select(alike =>
        {
            var first = alike.First();
            var words = new List<string> { NameOf(scheme, first.Item, language) };
            if (first.Level.Length > 0)
                words.Add(WordOf(scheme.Levels, first.Level, language));
            if (first.Evaluator.Length > 0)
                words.Add(WordOf(scheme.Evaluators, first.Evaluator, language));
            if (first.Value is { } value)
                words.Add($"{value}");
            if (alike.Key.Columns.Length > 0)
                words.Add(alike.Key.Columns);
            var days = first.Date == alike.Last().Date ? $"{first.Date:O}" : $"{first.Date:O} … {alike.Last().Date:O}";
            if (alike.Skip(1).Any())
                days += $" ×{alike.Count()}";
            return $"{string.Join(' ', words)} ({days})";
        });

    private static string ColumnsOf(Entry entry) => string.Join(
        ' ', entry.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} = {pair.Value}"));

    private static string Traits(Scheme scheme, Subject subject, Language language)
    {
        var traits = new List<string>();
        foreach (var (word, names) in new[] { (subject.Category, scheme.Categories), (subject.Employment, scheme.Employments) })
        {
            if (word.Length > 0)
                traits.Add(WordOf(names, word, language));
        }

        if (subject.PreviousGrade.Length > 0)
            traits.Add(Texts.Catalog.In(language, "example.previous-grade", GradeOf(scheme, subject.PreviousGrade, language)));
        traits.AddRange(subject.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} = {pair.Value}"));
        return traits.Count == 0 ? "" : $" ({string.Join(", ", traits)})";
    }

    private static string Result(Assessment result, Language language)
    {
        var parts = new List<string> { Texts.Catalog.In(language, $"example.{result.Status}") };
        if (result.Total is { } total)
            parts.Add(Texts.Catalog.In(language, "example.total", total));
        if (result.Grade is { } grade)
            parts.Add(grade.Name.In(language));
        if (result.Rank is { } rank)
            parts.Add(Texts.Catalog.In(language, "example.rank", rank));
        var outcomes = result.Awards.Concat(result.Recommendations).Concat(result.Measures).Concat(result.Findings);
        parts.AddRange(outcomes.Select(outcome => outcome.Name.In(language)));
        return string.Join(", ", parts);
    }

    private static string WordOf(IReadOnlyDictionary<string, LocalText> names, string word, Language language) =>
        names.TryGetValue(word, out var name) ? name.In(language) : word;

    private static string NameOf(Scheme scheme, string code, Language language) =>
        scheme.Items.FirstOrDefault(item => item.Code == code)?.Name.In(language)
        ?? scheme.Records.FirstOrDefault(record => record.Code == code)?.Name.In(language)
        ?? code;

    private static string GradeOf(Scheme scheme, string id, Language language) =>
        scheme.Grades?.Bands.FirstOrDefault(band => band.Id == id)?.Name.In(language) ?? id;
}
