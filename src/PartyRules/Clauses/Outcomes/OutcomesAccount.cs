using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Explanations;

/// <content>What follows, and why.</content>
internal sealed partial class Account
{
    private void WriteOutcomes(string heading, IReadOnlyList<Outcome> outcomes)
    {
        if (outcomes.Count == 0)
            return;
        Line(heading);
        foreach (var outcome in outcomes)
        {
            var why = outcome.Clause is null ? "" : Explainer.Texts.In(language, "because", conditions.Of(outcome.Clause.When));
            var (rule, behind) = facts.Source(outcome);
            var rests = outcome.Cites is { } cites ? Cited(cites) : behind.Count > 0 ? Explainer.Texts.In(language, "by-rule", rule) : "";
            Line("outcome", outcome.Code, outcome.Name, why, rests);
            WriteBehind(behind);
        }
    }

    private IEnumerable<(LocalText Name, Condition When, Citation Cites)> OutcomesPassedOver(bool onYear)
    {
        var applied = facts.Of<Outcome>().Where(outcome => outcome.Period == assessment.Period).Select(outcome => outcome.Clause).ToHashSet();
        return assessment.Scheme.Outcomes.Where(clause => clause.OnYear == onYear && !applied.Contains(clause)).Select(clause => (clause.Name, clause.When, clause.Cites));
    }
}
