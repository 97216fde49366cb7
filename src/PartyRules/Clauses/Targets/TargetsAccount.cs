using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Explanations;

/// <content>Which share of the pool meets a target.</content>
internal sealed partial class Account
{
    private void WriteShares()
    {
        foreach (var share in facts.Of<PoolShare>().Where(share => share.Period == assessment.Period))
            Line("share", share.Target.Name, share.Met, share.Of, Cited(share.Target.Cites));
    }
}
