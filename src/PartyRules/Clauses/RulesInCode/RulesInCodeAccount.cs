using PartyRules.Clauses.RulesInCode;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Explanations;

/// <content>What rules in code gave, and the facts of the application behind it.</content>
internal sealed partial class Account
{
    private void WriteRuleCredits(Component component)
    {
        foreach (var credit in facts.Of<RuleCredit>().Where(credit => credit.Component == component).OrderBy(credit => credit.Reason.In(language), StringComparer.Ordinal).ThenBy(credit => credit.Points))
        {
            var (rule, behind) = facts.Source(credit);
            Line("rule-credit", credit.Reason, Signed(credit.Points), Explainer.Texts.In(language, "by-rule", rule));
            WriteBehind(behind);
        }
    }

    private void WriteBehind(IEnumerable<IExplainedFact> behind)
    {
        foreach (var explanation in behind.Select(fact => fact.Explanation.In(language)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Line("rule-fact", explanation);
    }
}
