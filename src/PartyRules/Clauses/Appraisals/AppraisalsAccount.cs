using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Explanations;

/// <content>What ratings by several evaluators made.</content>
internal sealed partial class Account
{
    private void WriteAppraisals(Component component)
    {
        foreach (var appraisal in facts.Of<Appraisal>().Where(appraisal => appraisal.Item.Component == component).OrderBy(appraisal => appraisal.Item.Code, StringComparer.Ordinal))
            Line("appraisal", appraisal.Item.Name, Signed(appraisal.Points), Cited(appraisal.Item.Appraisal!.Cites));
    }
}
