using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>Who is vetoed, and so takes no part in a ranking.</summary>
internal static class Vetoes
{
    /// <summary>
    /// The veto that leaves a total out of a ranking: the first clause that holds without looking at the rank and gives exactly a grade,
    /// where that is not the highest. Null for none, and where the ranking takes in who is vetoed.
    /// </summary>
    /// <param name="ranking">The ranking; null where the scheme ranks nobody.</param>
    /// <param name="total">The total.</param>
    /// <param name="scale">The scheme's grades; null for none.</param>
    public static ForcedGradeClause? VetoOf(this RankingClause? ranking, Total total, GradeScale? scale)
    {
        if (ranking is not { Vetoed: VetoedPlace.Out } || scale is null)
            return null;
        if (!ranking.On.Include(total.IsOfRound) || !scale.On.Include(total.IsOfRound))
            return null;
        for (var i = 0; i < scale.Forced.Count; i++)
        {
            var clause = scale.Forced[i];
            if (clause.Effect == ForcedEffect.Exactly && !clause.When.Needs.HasFlag(Needs.Rank) && clause.When.HoldsFor(total))
                return clause.Grade.Index > 0 ? clause : null;
        }

        return null;
    }
}
