using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Marks;

[Name("outcomes/standing-earns-mark")]
[Description("A round has every mark whose condition holds.")]
internal sealed class StandingEarnsMark : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Standing standing = null!;
        MarkClause clause = null!;
        When()
            .Match(() => standing, s => s.Total.IsOfRound)
            .Match(() => clause, c => c.When.HoldsFor(standing));
        Then()
            .Yield(_ => new Mark(standing.Dossier.Subject, standing.Dossier.Period, clause));
    }
}
