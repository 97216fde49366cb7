using PartyRules.Arithmetic;
using PartyRules.Conditions;
using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Core;

/// <summary>Says in words what a condition asks for.</summary>
internal sealed class ConditionText(MessageCatalog texts, Language language, Scheme scheme)
{
    public string Of(Condition condition) => condition switch
    {
        AllCondition all => Join(all.Parts, "condition.and"),
        AnyCondition any => Join(any.Parts, "condition.or"),
        NotCondition not => T("condition.not", Of(not.Part)),
        CategoryCondition category => T("condition.category", Names(category.Categories, scheme.Categories)),
        EmploymentCondition employment => T("condition.employment", Names(employment.Employments, scheme.Employments)),
        EntriesCondition entries => T("condition.entries", entries.Name, Of(entries.Count, Unit.Entries)),
        TotalCondition total => T("condition.total", Of(total.Range, Unit.Points)),
        GradeCondition grade => T("condition.grade", string.Join(T("list.separator"), grade.Names.Select(name => name.In(language)))),
        RiseCondition rise => T("condition.rise", Of(rise.Range, Unit.Grades)),
        PlaceCondition { Name: { } ranking } place => T("condition.in", ranking, Of(place with { Name = null })),
        RankCondition rank => T("condition.rank", Of(rank.Range, Unit.Rank)),
        LastCondition => T("condition.last"),
        MarkCondition mark => T("condition.mark", mark.Name),
        TimesCondition times => T("condition.times", times.Name, Of(times.Count, Unit.Rounds)),
        StreakCondition streak => T("condition.streak", streak.Name, Of(streak.Count, Unit.Rounds)),
        AttributeTextCondition attribute =>
            T("condition.attribute-text", attribute.Name, string.Join(T("list.separator"), attribute.Values)),
        AttributeNumberCondition attribute => T("condition.attribute-number", attribute.Name, Of(attribute.Range, Unit.Number)),
        PreviousGradeCondition grade =>
            T("condition.previous-grade", string.Join(T("list.separator"), grade.Names.Select(name => name.In(language)))),
        FilteredEntriesCondition entries => Of(entries.Filter),
        WindowsCondition windows => T(
            windows.InARow ? "condition.windows.row" : "condition.windows.all",
            T($"window.{windows.Per}"),
            Of(windows.Filter),
            Of(windows.Count, Unit.Windows)),
        ReferencesCondition references => T("condition.references", Of(references.Filter), Of(references.Count, Unit.References)),
        RunCondition run => T("condition.run", Quoted(run.Names), Quoted(run.BreakerNames), Of(run.Count, Unit.Times)),
        ResultCondition { Grades.Count: > 0 } result =>
            T("condition.result.grade", result.Input.Name, string.Join(T("list.separator"), result.Grades)),
        ResultCondition { Total: { } total } result => T("condition.result.total", result.Input.Name, Of(total, Unit.Points)),
        ResultCondition result => T("condition.result.rank", result.Input.Name, Of(result.Rank!, Unit.Rank)),
        ComponentCondition component => T("condition.component", component.Name, Of(component.Range, Unit.Points)),
        QuotaCondition quota => Of(quota.IsTop ? "condition.top" : "condition.bottom", quota.Places),
        MeasureCondition measure => T("condition.measure", measure.Measure.Name, Of(measure.Range, Unit.Number)),
        ShareCondition share => T("condition.share", share.Name, Of(share.Percent, Unit.Percent)),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private string Of(string key, QuotaPlaces places) => places switch
    {
        FixedPlaces some => T($"{key}.number", some.Number),
        StatedPlaces stated => T($"{key}.stated", stated.Name),
        PartOfPlaces part => T(
            $"{key}.{(part.IsPercent ? "percent" : "fraction")}{(part.OfCompeting ? ".competing" : "")}",
            (part.IsPercent ? part.Part * new Exact(100, 1) : part.Part).ToText()),
        _ => throw new NotSupportedException(places.GetType().Name),
    };

    private string Of(EntryFilter filter)
    {
        var meant = Quoted(filter.Names);
        if (filter.Levels.Count > 0)
            meant = T("condition.filter.level", meant, Names(filter.Levels, scheme.Levels));
        if (filter.Evaluators.Count > 0)
            meant = T("condition.filter.by", meant, Names(filter.Evaluators, scheme.Evaluators));
        if (filter.Value is not null)
            meant = filter.Number is { } number
                ? T("condition.filter.number", meant, number.Name, Of(filter.Value, Unit.Number))
                : T("condition.filter.value", meant, Of(filter.Value, Unit.Number));
        if (filter.DayOfMonth is not null)
            meant = T("condition.filter.day", meant, Of(filter.DayOfMonth, Unit.Day));
        if (filter.Time is not null)
            meant = T("condition.filter.number", meant, filter.Time.Time.Name, Of(filter.Time));
        if (filter.Days is not null)
            meant = T($"condition.filter.days.{filter.Days}", meant);
        var (key, unit) = filter.Measure switch
        {
            EntryMeasure.Count => ("condition.entries.count", Unit.Entries),
            EntryMeasure.Sum => ("condition.entries.sum", Unit.Number),
            _ => ("condition.entries.distinct", Unit.References),
        };
        if (filter is { Measure: EntryMeasure.Sum, Number: { } added })
            return T("condition.entries.sum-of", meant, added.Name, Of(filter.Range, unit));
        return T(key, meant, Of(filter.Range, unit));
    }

    private string Of(ClockWindow window)
    {
        var bounds = string.Join(
            T("range.and"),
            window.Bounds.Where(each => each.Bound is not null)
                .Select(each => T($"clock.{each.Name}", TimeOfDay.TextOf(each.Bound!.Value))));
        return window.IsOverMidnight ? T("clock.over-midnight", bounds) : bounds;
    }

    private string Quoted(IReadOnlyList<LocalText> names) =>
        string.Join(
            T("list.separator"),
            names.Select(name => language == Language.ChineseSimplified ? $"“{name.Chinese}”" : $"\"{name.English}\""));

    private string Of(NumberRange range, Unit unit)
    {
        (string Name, Points? Bound)[] bounds =
        [
            (nameof(range.Exactly), range.Exactly), (nameof(range.AtLeast), range.AtLeast), (nameof(range.Above), range.Above),
            (nameof(range.AtMost), range.AtMost), (nameof(range.Below), range.Below),
        ];
        return string.Join(
            T("range.and"), bounds.Where(bound => bound.Bound is not null).Select(bound => T($"range.{unit}.{bound.Name}", bound.Bound)));
    }

    private string Join(IReadOnlyList<Condition> parts, string key) => string.Join(
        T(key), parts.Select(part => part is AllCondition or AnyCondition ? T("condition.group", Of(part)) : Of(part)));

    private string Names(IReadOnlyList<string> codes, IReadOnlyDictionary<string, LocalText> names) =>
        string.Join(T("list.separator"), codes.Select(code => names[code].In(language)));

    private string T(string key, params object?[] arguments) => texts.In(language, key, arguments);

    /// <summary>What the numbers of a range count; a language may say each in its own way.</summary>
    private enum Unit
    {
        Number,
        Points,
        Percent,
        Entries,
        References,
        Times,
        Rounds,
        Windows,
        Rank,
        Grades,
        Day,
    }
}
