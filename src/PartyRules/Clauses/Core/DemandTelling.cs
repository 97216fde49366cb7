using PartyRules.Conditions;
using PartyRules.Results;

namespace PartyRules.Clauses.Core;

/// <summary>Tells clauses in their own words, with what this subject has of what they ask for.</summary>
internal static class DemandTelling
{
    private const string Met = "✓";
    private const string Unmet = "✗";
    private const string Open = "·";

    /// <summary>Tells a clause: whether it applied, its text, and each condition of it with its value.</summary>
    public static void TellText(this Telling account, Demand demand)
    {
        account.Line("text.clause", account.MarkOf(demand), demand.Name, account.Cited(demand.Cites));
        if (demand.IsOfRow)
            account.TellCondition(demand.When, 1);
        else
            account.Line("text.windows", account.Conditions.Of(demand.When));
    }

    /// <summary>
    /// Whether a clause applied. What did not is not looked at where the subject is not assessed, and may still where that is undecided.
    /// </summary>
    private static string MarkOf(this Telling account, Demand demand)
    {
        if (demand.Applied)
            return Met;
        var isLookedAt = account.Assessment.Status == AssessmentStatus.Assessed || account.MarkOf(demand.When) == Unmet;
        return isLookedAt && !account.IsUndecided(demand.When) ? Unmet : Open;
    }

    private static void TellCondition(this Telling account, Condition condition, int depth)
    {
        var parts = condition switch
        {
            AllCondition all => all.Parts,
            AnyCondition any => any.Parts,
            NotCondition not => [not.Part],
            _ => [],
        };
        var (mark, indent) = (account.MarkOf(condition), new string(' ', 4 * depth));
        if (parts.Count == 0)
        {
            var value = account.Known is { } known ? condition.ValueOf(known, account.Assessment.Scheme, account.Language) : "";
            account.Line(value.Length > 0 ? "text.value" : "text.part", indent, mark, account.Conditions.Of(condition), value);
            return;
        }

        if (condition is not AllCondition || depth > 1)
            account.Line($"text.{(condition is AllCondition ? "all" : condition is AnyCondition ? "any" : "not")}", indent, mark);
        foreach (var part in parts)
            account.TellCondition(part, condition is AllCondition && depth == 1 ? depth : depth + 1);
    }

    /// <summary>Whether a condition holds; neither where marks of other rounds decide it, or what may still come.</summary>
    private static string MarkOf(this Telling account, Condition condition)
    {
        if (account.Known is not { } known || condition.Needs.HasFlag(Needs.Marks) || !IsKnown(condition.Needs, known))
            return Open;
        return condition.Holds(known) ? Met : condition.Fails(known) ? Unmet : Open;
    }

    private static bool IsKnown(Needs needs, in Known known) =>
        (!needs.HasFlag(Needs.Total) || known.Total is not null) && (!needs.HasFlag(Needs.Grade) || known.Total is not null)
        && (!needs.HasFlag(Needs.Rank) || known.Places is not null) && (!needs.HasFlag(Needs.Shares) || known.Shares is not null);
}
