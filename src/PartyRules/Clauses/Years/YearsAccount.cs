using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Explanations;

/// <content>How rounds made the year.</content>
internal sealed partial class Account
{
    private void WriteYear()
    {
        if (assessment.Total is not { } total || assessment.Components.Count > 0 || assessment.Scheme.Year is not { } rollUp)
            return;
        foreach (var round in facts.Of<Total>().Where(known => known.Dossier.Period == assessment.Period).SelectMany(known => known.Rounds))
            Line("weighed", round.Dossier.Period, round.Points, rollUp.Weights[round.Dossier.Period.Number - 1]);
        Line("total.year", total, Cited(rollUp.Cites));
    }
}
