using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Multipliers;

/// <summary>What the points of components, of groups and of the total are multiplied by.</summary>
[ToldWithin("Components")]
internal sealed class MultipliersKind : ClauseKind
{
    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var multiplier in scheme.Multipliers)
            multiplier.LookAt(facts);
    }
}
