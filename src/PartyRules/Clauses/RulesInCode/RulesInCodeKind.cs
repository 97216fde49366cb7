using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.RulesInCode;

/// <summary>Components that take points from rules in code.</summary>
[ToldWithin("Components")]
internal sealed class RulesInCodeKind : ClauseKind;

/// <summary>How what rules in code gave is told.</summary>
internal static class RulesInCodeTelling
{
    /// <summary>Tells what rules in code gave a component.</summary>
    public static void TellRuleCredits(this Telling account, Component component)
    {
        var credits = account.Facts.Of<RuleCredit>(component, credit => credit.Component);
        var ordered = credits.OrderBy(credit => credit.Reason.In(account.Language), StringComparer.Ordinal).ThenBy(credit => credit.Points);
        foreach (var credit in ordered)
        {
            var (rule, behind) = account.Facts.Source(credit);
            account.Line("rule-credit", credit.Reason, Telling.Signed(credit.Points), account.Text("by-rule", rule));
            account.TellBehind(behind);
        }
    }

    /// <summary>Tells the facts on which a rule in code rested.</summary>
    public static void TellBehind(this Telling account, IEnumerable<IExplainedFact> behind)
    {
        var explanations = behind.Select(fact => fact.Explanation.In(account.Language)).Distinct(StringComparer.Ordinal);
        foreach (var explanation in explanations.Order(StringComparer.Ordinal))
            account.Line("rule-fact", explanation);
    }
}
