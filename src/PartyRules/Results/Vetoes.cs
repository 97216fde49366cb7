using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>Who is vetoed, and so takes no part in a ranking.</summary>
internal static class Vetoes
{
    /// <summary>The veto that leaves a total out of one of the scheme's rankings; null for none.</summary>
    /// <param name="scale">The scheme's grades.</param>
    /// <param name="total">The total.</param>
    public static ForcedGradeClause? VetoOf(this GradeScale scale, Total total)
    {
        for (var i = 0; i < scale.Rankings.Count; i++)
        {
            if (scale.Rankings[i].VetoOf(total, scale) is { } veto)
                return veto;
        }

        return null;
    }

    /// <summary>
    /// The veto that leaves a total out of a ranking: the first clause that holds without looking at the rank and gives exactly a grade,
    /// where that is not the highest. Null for none, and where the ranking takes in who is vetoed.
    /// </summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="total">The total.</param>
    /// <param name="scale">The scheme's grades; null for none.</param>
    public static ForcedGradeClause? VetoOf(this RankingClause ranking, Total total, GradeScale? scale)
    {
        if (ranking.Vetoed != VetoedPlace.Out || scale is null)
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
