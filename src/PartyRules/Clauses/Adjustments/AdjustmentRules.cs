using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Adjustments;

[Name("points/adjustment-is-made")]
[Description("A component gives or takes points where a condition holds, or by what a measure is, in the period or in one of its windows.")]
internal sealed class AdjustmentIsMade : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        AdjustmentClause clause = null!;
        Adjustment adjustment = null!;
        When()
            .Match(() => dossier)
            .Match(() => clause)
            .Query(() => adjustment, q => q.From(() => clause).SelectMany(c => c.AdjustmentsOf(dossier)));
        Then()
            .Yield(_ => adjustment);
    }
}
