using PartyRules.Results;

namespace PartyRules.Explanations;

/// <content>What multipliers made of a component.</content>
internal sealed partial class Account
{
    private void WriteMultiplied(ComponentScore score)
    {
        if (facts.Of<Dossier>().FirstOrDefault(dossier => dossier.Period == assessment.Period) is { } dossier)
        {
            foreach (var multiplier in score.Component.Multipliers)
                Line("multiplier", multiplier.Of(dossier).ToText(), Cited(multiplier.Cites));
        }

        if (score.Component.Multipliers.Count > 0 || score.Component.Carries.Count > 0)
            Line("multiplied", score.Component.Start + score.Sum);
    }
}
