using PartyRules.Results;

namespace PartyRules.Explanations;

/// <content>How a component came to its score.</content>
internal sealed partial class Account
{
    private void WriteComponent(ComponentScore score)
    {
        var component = score.Component;
        Line("component", component.Name, component.Id, score.Points, Cited(component.Cites));
        if (component.Start != 0)
            Line("component.start", component.Start);
        var credits = CreditsOf(component);
        WriteCredits(credits);
        WriteNotSelected(component, credits);
        WriteAppraisals(component);
        WriteCarried(component);
        WriteRuleCredits(component);
        WriteLimits(component);
        WriteMultiplied(score);
        if (component.Start + score.Sum != score.Points)
            Line("component.bounded", component.Start + score.Sum, score.Points);
    }
}
