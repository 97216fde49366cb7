using PartyRules.Schemes.Conditions;
using PartyRules.Schemes.Documents;

namespace PartyRules.Schemes.Reading;

/// <content>Words, references and conditions.</content>
internal sealed partial class SchemeResolver
{
    private void Report(string code, string path, params object?[] arguments) => problems.Add(SchemeReader.Messages.Problem(code, tree.At(path), arguments));

    private T Word<T>(string path, string word, IReadOnlyDictionary<string, T> known)
    {
        if (known.TryGetValue(word, out var value))
            return value;
        Report("scheme.unknown-word", path, word, SchemeReader.Messages.Hint(word, [.. known.Keys]));
        return default!;
    }

    private IReadOnlyList<string> Words(string path, IReadOnlyList<string>? words, IEnumerable<string> known)
    {
        if (words is null)
            return [];
        if (words.Count == 0)
            Report("scheme.empty-list", path);
        var dictionary = known.ToDictionary(word => word, StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
            Word($"{path}[{i}]", words[i], dictionary);
        return words;
    }

    private PeriodKind Window(string path, string word)
    {
        var window = word == "round" ? round : Word(path, word, Windows);
        if (Period.CountPerYear(window) < Period.CountPerYear(round) || Period.CountPerYear(window) % Period.CountPerYear(round) != 0)
            Report("scheme.window", path, word, document.Round);
        return window;
    }

    private GradeBand Band(string path, string id) => Word(path, id, bands.ToDictionary(band => band.Id, StringComparer.Ordinal)) ?? new GradeBand(id, 0, document.Name, null);

    private RecordItem Record(string path, string code) =>
        Word(path, code, records.ToDictionary(record => record.Code, StringComparer.Ordinal)) ?? new RecordItem(code, document.Name, false, false);

    private FindingText Finding(FindingDocument from, string path) => new(Id($"{path}.code", from.Code), from.Name);

    private Citation Cite(CitationDocument from, string path)
    {
        if (!from.Clause.StartsWith(document.Id + "/", StringComparison.Ordinal))
            Report("scheme.citation", $"{path}.clause", from.Clause, document.Id);
        return new Citation(from.Clause, from.Text, from.Choice);
    }

    private string Id(string path, string id)
    {
        CheckId(path, id);
        return id;
    }

    private void CheckId(string path, string id)
    {
        var isValid = id.Length is > 0 and <= 100 && char.IsAsciiLetterLower(id[0])
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or ':');
        if (!isValid)
            Report("scheme.bad-id", path, id);
    }

    private void CheckUnique(string path, IEnumerable<string> ids)
    {
        foreach (var twins in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Report("scheme.duplicate-id", path, twins.Key);
    }

    private static List<TResult> Each<TSource, TResult>(string path, IReadOnlyList<TSource> sources, Func<TSource, string, TResult> resolve) =>
        [.. sources.Select((source, i) => resolve(source, $"{path}[{i}]"))];

    private Condition Condition(ConditionDocument from, string path, Needs allowed)
    {
        var condition = Condition(from, path);
        if ((condition.Needs & ~allowed) != 0)
            Report("scheme.condition-too-early", path);
        if (condition.Needs.HasFlag(Needs.Rank) && document.Ranking is null)
            Report("scheme.condition-without", path, "ranking");
        if (condition.Needs.HasFlag(Needs.Grade) && document.Grades is null)
            Report("scheme.condition-without", path, "grades");
        return condition;
    }

    private Condition Condition(ConditionDocument from, string path)
    {
        var given = new List<Func<Condition>>();
        void If(object? member, Func<Condition> make)
        {
            if (member is not null)
                given.Add(make);
        }

        If(from.All, () => new AllCondition(Parts(from.All!, $"{path}.all")));
        If(from.Any, () => new AnyCondition(Parts(from.Any!, $"{path}.any")));
        If(from.Not, () => new NotCondition(Condition(from.Not!, $"{path}.not")));
        If(from.Category, () => new CategoryCondition(Words($"{path}.category", from.Category, document.Subjects.Categories.Keys)));
        If(from.Employment, () => new EmploymentCondition(Words($"{path}.employment", from.Employment, document.Subjects.Employments.Keys)));
        If(from.Entries, () => new EntriesCondition(
            from.Entries!.Of, Word($"{path}.entries.of", from.Entries.Of, codes) ?? document.Name, Range(from.Entries.Count, $"{path}.entries.count")));
        If(from.Total, () => new TotalCondition(Range(from.Total!, $"{path}.total")));
        If(from.Grade, () => new GradeCondition([.. Words($"{path}.grade", from.Grade, bands.Select(band => band.Id)).Select(id => bands.Find(band => band.Id == id)).OfType<GradeBand>()]));
        If(from.Rise, () => new RiseCondition(Range(from.Rise!, $"{path}.rise")));
        If(from.Rank, () => new RankCondition(Range(from.Rank!, $"{path}.rank")));
        If(from.Last, () => new LastCondition());
        If(from.Mark, () => new MarkCondition(Mark($"{path}.mark", from.Mark!)));
        If(from.Times, () => new TimesCondition(Mark($"{path}.times.of", from.Times!.Of), Range(from.Times.Count, $"{path}.times.count")));
        If(from.Streak, () => new StreakCondition(Mark($"{path}.streak.of", from.Streak!.Of), Range(from.Streak.Count, $"{path}.streak.count")));
        if (given.Count == 1 && from.Last != false)
            return given[0]();
        Report("scheme.exactly-one", path, "all, any, not, category, employment, entries, total, grade, rise, rank, last: true, mark, times, streak");
        return new AllCondition([]);
    }

    private List<Condition> Parts(IReadOnlyList<ConditionDocument> parts, string path)
    {
        if (parts.Count == 0)
            Report("scheme.empty-list", path);
        return [.. parts.Select((part, i) => Condition(part, $"{path}[{i}]"))];
    }

    private MarkClause Mark(string path, string id) =>
        Word(path, id, marks.DistinctBy(mark => mark.Id).ToDictionary(mark => mark.Id, StringComparer.Ordinal))
        ?? new MarkClause(id, document.Name, new AllCondition([]), new Citation("", document.Name, false));

    private NumberRange Range(RangeDocument from, string path)
    {
        var isEmpty = from == new RangeDocument();
        var low = from.AtLeast ?? from.Above;
        var high = from.AtMost ?? from.Below;
        if (isEmpty || low > high || (low == high && (from.Above is not null || from.Below is not null) && low is not null))
            Report("scheme.range", path);
        return new NumberRange(from.AtLeast, from.Above, from.AtMost, from.Below, from.Exactly);
    }
}
