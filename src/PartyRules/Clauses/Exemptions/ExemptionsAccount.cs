using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Explanations;

/// <content>Why a subject is left out.</content>
internal sealed partial class Account
{
    private void WriteExemptions()
    {
        foreach (var exemption in facts.Of<Exemption>())
            Line("exemption", exemption.Clause.Name, conditions.Of(exemption.Clause.When), Cited(exemption.Clause.Cites));
    }

    private IEnumerable<(LocalText Name, Condition When, Citation Cites)> ExemptionsPassedOver() =>
        assessment.Scheme.Exemptions.Select(clause => (clause.Name, clause.When, clause.Cites));
}
