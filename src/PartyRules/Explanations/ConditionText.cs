using PartyRules.Diagnostics;
using PartyRules.Schemes;
using PartyRules.Schemes.Conditions;

namespace PartyRules.Explanations;

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
        EntriesCondition entries => T("condition.entries", entries.Name, Of(entries.Count)),
        TotalCondition total => T("condition.total", Of(total.Range)),
        GradeCondition grade => T("condition.grade", string.Join(T("list.separator"), grade.Grades.Select(band => band.Name.In(language)))),
        RiseCondition rise => T("condition.rise", Of(rise.Range)),
        RankCondition rank => T("condition.rank", Of(rank.Range)),
        LastCondition => T("condition.last"),
        MarkCondition mark => T("condition.mark", mark.Mark.Name),
        TimesCondition times => T("condition.times", times.Mark.Name, Of(times.Count)),
        StreakCondition streak => T("condition.streak", streak.Mark.Name, Of(streak.Count)),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private string Of(NumberRange range)
    {
        (string Sign, Points? Bound)[] bounds = [("=", range.Exactly), ("≥", range.AtLeast), (">", range.Above), ("≤", range.AtMost), ("<", range.Below)];
        return string.Join(T("condition.and"), bounds.Where(bound => bound.Bound is not null).Select(bound => $"{bound.Sign} {bound.Bound}"));
    }

    private string Join(IReadOnlyList<Condition> parts, string key) => string.Join(
        T(key), parts.Select(part => part is AllCondition or AnyCondition ? T("condition.group", Of(part)) : Of(part)));

    private string Names(IReadOnlyList<string> codes, IReadOnlyDictionary<string, LocalText> names) =>
        string.Join(T("list.separator"), codes.Select(code => names[code].In(language)));

    private string T(string key, params object?[] arguments) => texts.In(language, key, arguments);
}
