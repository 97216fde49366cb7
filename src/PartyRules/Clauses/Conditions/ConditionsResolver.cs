using System.Runtime.CompilerServices;
using System.Text.Json;
using PartyRules.Arithmetic;
using PartyRules.Clauses.Conditions;
using PartyRules.Conditions;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>What may hold of a subject.</content>
internal sealed partial class SchemeResolver
{
    private const string ConditionKinds =
        "all, any, not, category, employment, attribute, previousGrade, entries, windows, run, result, component, total, grade, rise, rank, top, bottom, last: true, share, mark, times, streak";

    private static readonly Dictionary<string, MidpointRounding> QuotaRoundings = new(StringComparer.Ordinal)
    {
        ["half-up"] = MidpointRounding.AwayFromZero,
        ["down"] = MidpointRounding.ToNegativeInfinity,
        ["up"] = MidpointRounding.ToPositiveInfinity,
    };

    /// <summary>What conditions need that look at a result; all others look at the subject and its entries.</summary>
    private static readonly Dictionary<string, Needs> NeedsOfKinds = new(StringComparer.Ordinal)
    {
        ["component"] = Needs.Total,
        ["total"] = Needs.Total,
        ["grade"] = Needs.Grade,
        ["rise"] = Needs.Grade,
        ["rank"] = Needs.Rank,
        ["top"] = Needs.Rank,
        ["bottom"] = Needs.Rank,
        ["last"] = Needs.Rank,
        ["share"] = Needs.Shares,
        ["mark"] = Needs.Marks,
        ["times"] = Needs.Marks,
        ["streak"] = Needs.Marks,
    };

    private int lookBack;
    private Needs known;

    private Condition Condition(ConditionDocument from, string path, Needs allowed)
    {
        known = allowed;
        var condition = Condition(from, path);
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
        void If(object? member, Func<Condition> make, [CallerArgumentExpression(nameof(member))] string name = "")
        {
            if (member is null)
                return;
            given.Add(make);
            var kind = JsonNamingPolicy.CamelCase.ConvertName(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            if ((NeedsOfKinds.GetValueOrDefault(kind) & ~known) != 0)
                Report("scheme.condition-too-early", $"{path}.{kind}", kind, string.Join(", ", KindsKnown()));
        }

        If(from.All, () => new AllCondition(Parts(from.All!, $"{path}.all")));
        If(from.Any, () => new AnyCondition(Parts(from.Any!, $"{path}.any")));
        If(from.Not, () => new NotCondition(Condition(from.Not!, $"{path}.not")));
        If(from.Category, () => new CategoryCondition(Words($"{path}.category", from.Category, document.Subjects.Categories.Keys)));
        If(from.Employment, () => new EmploymentCondition(Words($"{path}.employment", from.Employment, document.Subjects.Employments.Keys)));
        If(from.Entries, () => Entries(from.Entries!, $"{path}.entries"));
        If(from.Windows, () => Windowed(from.Windows!, $"{path}.windows"));
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

    /// <summary>The kinds of condition that can be decided here.</summary>
    private IEnumerable<string> KindsKnown() => SchemeJson.Default.ConditionDocument.Properties.Select(property => property.Name).Where(kind => (NeedsOfKinds.GetValueOrDefault(kind) & ~known) == 0);

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

    private Condition Windowed(WindowsConditionDocument from, string path)
    {
        var (filter, count) = (Filter(from.Entries, $"{path}.entries"), Range(from.Count, $"{path}.count"));
        if (from.Per != "reference")
            return new WindowsCondition(filter, Window($"{path}.per", from.Per), from.InARow, count, LookBack(from.LookBackMonths, $"{path}.lookBackMonths"));
        if (from.InARow || from.LookBackMonths is not null)
            Report("scheme.references-in-a-row", path);
        referenced.UnionWith(filter.Codes);
        return new ReferencesCondition(filter, count);
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
        if (from.Is is { Count: 0 })
            Report("scheme.empty-list", $"{path}.is");
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

    private NumberRange Range(RangeDocument from, string path)
    {
        var range = new NumberRange(from.AtLeast, from.Above, from.AtMost, from.Below, from.Exactly);
        if (from == new RangeDocument() || range.IsEmpty)
            Report("scheme.range", path);
        return range;
    }
}
