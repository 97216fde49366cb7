using PartyRules.Schemes;

namespace PartyRules.Explanations;

/// <content>What other results carried over.</content>
internal sealed partial class Account
{
    private void WriteCarried(Component component)
    {
        foreach (var carried in component.Carries)
            Line("carried", carried.Input.Name, carried.Percent, Cited(carried.Cites));
    }
}
