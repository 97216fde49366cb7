using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>That a clause decided a total, whatever the scores.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Reached">What the scores made.</param>
internal sealed record ForcedTotal(ForcedTotalClause Clause, Points Reached)
{
    /// <summary>
    /// What clauses make of a total that is reached: the first that holds and gives exactly points decides; otherwise floors raise, then
    /// ceilings lower. The clause is null where none changes it.
    /// </summary>
    public static (Points Points, ForcedTotalClause? Clause) Of(IReadOnlyList<ForcedTotalClause> clauses, in Known reached)
    {
        var points = reached.Total!.Points;
        ForcedTotalClause? decided = null;
        foreach (var effect in (ReadOnlySpan<ForcedEffect>)[ForcedEffect.Exactly, ForcedEffect.Floor, ForcedEffect.Ceiling])
        {
            for (var i = 0; i < clauses.Count; i++)
            {
                var clause = clauses[i];
                if (clause.Effect != effect || !clause.When.Holds(reached))
                    continue;
                var given = clause.Points.Of(reached.Dossier);
                if (effect == ForcedEffect.Exactly)
                    return (given, clause);
                if (effect == ForcedEffect.Floor ? given > points : given < points)
                    (points, decided) = (given, clause);
            }
        }

        return (points, decided);
    }
}
