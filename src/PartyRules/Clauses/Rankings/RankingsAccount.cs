using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Explanations;

/// <content>The place in the pool.</content>
internal sealed partial class Account
{
    private void WriteRank()
    {
        foreach (var placing in facts.Of<Placing>().Where(placing => placing.Total.Dossier.Subject == assessment.Subject && placing.Total.Dossier.Period == assessment.Period))
            Line("rank", placing.Rank, placing.PoolSize, Cited(assessment.Scheme.Ranking!.Cites));
    }
}
