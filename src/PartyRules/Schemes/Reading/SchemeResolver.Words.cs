using PartyRules.Schemes.Arithmetic;
using PartyRules.Schemes.Conditions;
using PartyRules.Schemes.Documents;

namespace PartyRules.Schemes.Reading;

/// <content>Words, references and conditions.</content>
internal sealed partial class SchemeResolver
{
    private const string ConditionKinds =
        "all, any, not, category, employment, attribute, previousGrade, entries, windows, run, result, component, total, grade, rise, rank, top, bottom, last: true, share, mark, times, streak";

    private void Report(string code, string path, params object?[] arguments)
    {
        if (!problems.AreTooMany())
            problems.Add(SchemeReader.Messages.Problem(code, at(path), arguments));
    }

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
        if (window is PeriodKind.Week or PeriodKind.Day)
            return window;
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
        if (!higher.Append(document.Id).Any(id => from.Clause.StartsWith(id + "/", StringComparison.Ordinal)))
            Report("scheme.citation", $"{path}.clause", from.Clause, document.Id);
        return new Citation(from.Clause, from.Text, from.Choice, from.Checked);
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
        if (condition.Needs.HasFlag(Needs.Shares) && targets.Count == 0)
            Report("scheme.condition-without", path, "targets");
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
        If(from.Entries, () => Entries(from.Entries!, $"{path}.entries"));
        If(from.Windows, () => new WindowsCondition(
            Filter(from.Windows!.Entries, $"{path}.windows.entries"), Window($"{path}.windows.per", from.Windows.Per), from.Windows.InARow, Range(from.Windows.Count, $"{path}.windows.count"), LookBack(from.Windows.LookBackMonths, $"{path}.windows.lookBackMonths")));
        If(from.Run, () => new RunCondition(
            Words($"{path}.run.of", from.Run!.Of, codes.Keys), Names(from.Run.Of), Words($"{path}.run.brokenBy", from.Run.BrokenBy, codes.Keys), Names(from.Run.BrokenBy), Range(from.Run.Count, $"{path}.run.count"), LookBack(from.Run.LookBackMonths, $"{path}.run.lookBackMonths")));
        If(from.Attribute, () => Attribute(from.Attribute!, $"{path}.attribute"));
        If(from.PreviousGrade, () => new PreviousGradeCondition(GradesOf($"{path}.previousGrade", from.PreviousGrade)));
        If(from.Result, () => Result(from.Result!, $"{path}.result"));
        If(from.Component, () => new ComponentCondition(
            Word($"{path}.component.of", from.Component!.Of, components.DistinctBy(component => component.Id).ToDictionary(component => component.Id, StringComparer.Ordinal)), Range(from.Component.Points, $"{path}.component.points")));
        If(from.Total, () => new TotalCondition(Range(from.Total!, $"{path}.total")));
        If(from.Grade, () => new GradeCondition(GradesOf($"{path}.grade", from.Grade)));
        If(from.Rise, () => new RiseCondition(Range(from.Rise!, $"{path}.rise")));
        If(from.Rank, () => new RankCondition(Range(from.Rank!, $"{path}.rank")));
        If(from.Top, () => Quota(from.Top!, isTop: true, $"{path}.top"));
        If(from.Bottom, () => Quota(from.Bottom!, isTop: false, $"{path}.bottom"));
        If(from.Share, () => new ShareCondition(Word($"{path}.share.of", from.Share!.Of, targets), Range(from.Share.Percent, $"{path}.share.percent")));
        If(from.Last, () => new LastCondition());
        If(from.Mark, () => new MarkCondition(Mark($"{path}.mark", from.Mark!)));
        If(from.Times, () => new TimesCondition(Mark($"{path}.times.of", from.Times!.Of), Range(from.Times.Count, $"{path}.times.count")));
        If(from.Streak, () => new StreakCondition(Mark($"{path}.streak.of", from.Streak!.Of), Range(from.Streak.Count, $"{path}.streak.count")));
        if (given.Count == 1 && from.Last != false)
            return given[0]();
        Report("scheme.exactly-one", path, ConditionKinds);
        return new AllCondition([]);
    }

    private IReadOnlyList<GradeBand> GradesOf(string path, IReadOnlyList<string>? ids) =>
        [.. Words(path, ids, bands.Select(band => band.Id)).Select(id => bands.Find(band => band.Id == id)).OfType<GradeBand>()];

    private IReadOnlyList<LocalText> Names(IEnumerable<string> of) => [.. of.Select(code => codes.GetValueOrDefault(code, document.Name))];

    private int LookBack(int? months, string path)
    {
        if (months is < 1 or > 24)
            Report("scheme.look-back", path);
        lookBack = Math.Max(lookBack, months ?? 0);
        return months ?? 0;
    }

    private Condition Entries(EntriesConditionDocument from, string path)
    {
        var isSimple = from.Of is not null && from.Count is not null && from == new EntriesConditionDocument { Of = from.Of, Count = from.Count };
        return isSimple
            ? new EntriesCondition(from.Of!, Word($"{path}.of", from.Of!, codes) ?? document.Name, Range(from.Count!, $"{path}.count"))
            : new FilteredEntriesCondition(Filter(from, path));
    }

    private EntryFilter Filter(EntriesConditionDocument from, string path)
    {
        if (from.Of is null == from.AnyOf is null)
            Report("scheme.exactly-one", path, "of, anyOf");
        if (new[] { from.Count, from.Sum, from.Distinct }.Count(range => range is not null) != 1)
            Report("scheme.exactly-one", path, "count, sum, distinct");
        if (from.Of is not null)
            Word($"{path}.of", from.Of, codes);
        IReadOnlyList<string> meant = from.Of is not null ? [from.Of] : Words($"{path}.anyOf", from.AnyOf, codes.Keys);
        var (measure, range, key) = from.Sum is not null ? (EntryMeasure.Sum, from.Sum, "sum")
            : from.Distinct is not null ? (EntryMeasure.Distinct, from.Distinct, "distinct")
            : (EntryMeasure.Count, from.Count, "count");
        return new EntryFilter(
            meant,
            Names(meant),
            Words($"{path}.level", from.Level, document.Levels.Keys),
            Words($"{path}.by", from.By, document.Evaluators.Keys),
            from.Value is null ? null : Range(from.Value, $"{path}.value"),
            from.DayOfMonth is null ? null : Range(from.DayOfMonth, $"{path}.dayOfMonth"),
            measure,
            range is null ? new NumberRange() : Range(range, $"{path}.{key}"));
    }

    private Condition Attribute(AttributeConditionDocument from, string path)
    {
        var attribute = Word($"{path}.of", from.Of, document.Subjects.Attributes);
        if (from.Is is null == from.Number is null)
            Report("scheme.exactly-one", path, "is, number");
        if (from.Number is not null && attribute is { Kind: "text" })
            Report("scheme.attribute-kind", path, from.Of);
        return from.Number is null
            ? new AttributeTextCondition(from.Of, attribute?.Name ?? document.Name, from.Is ?? [])
            : new AttributeNumberCondition(from.Of, attribute?.Name ?? document.Name, Range(from.Number, $"{path}.number"));
    }

    private ResultCondition Result(ResultConditionDocument from, string path)
    {
        if (new object?[] { from.Grade, from.Total, from.Rank }.Count(member => member is not null) != 1)
            Report("scheme.exactly-one", path, "grade, total, rank");
        if (from.Grade is { Count: 0 })
            Report("scheme.empty-list", $"{path}.grade");
        return new ResultCondition(
            Word($"{path}.of", from.Of, inputs),
            from.Grade ?? [],
            from.Total is null ? null : Range(from.Total, $"{path}.total"),
            from.Rank is null ? null : Range(from.Rank, $"{path}.rank"));
    }

    private QuotaCondition Quota(QuotaConditionDocument from, bool isTop, string path)
    {
        if (from.Number is null == from.Percent is null)
            Report("scheme.exactly-one", path, "number, percent");
        if (from.Percent is null != from.Rounding is null)
            Report("scheme.quota-rounding", path);
        if (from.Number <= 0 || from.Percent <= 0 || from.Percent > 100)
            Report("scheme.quota", path);
        var mode = from.Rounding is null ? default : Word($"{path}.rounding", from.Rounding, QuotaRoundings);
        var overflowIn = Word($"{path}.overflow", from.Overflow, new Dictionary<string, bool>(StringComparer.Ordinal) { ["in"] = true, ["out"] = false });
        return new QuotaCondition(isTop, from.Number, from.Percent, new Rounding(0, mode), overflowIn);
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
