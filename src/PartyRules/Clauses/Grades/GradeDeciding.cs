using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Grades;

/// <summary>How a scale decides the grade of a subject.</summary>
internal static class GradeDeciding
{
    /// <summary>The grade that a total, moves and forced grades give.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="total">The total.</param>
    /// <param name="forced">The clauses that force a grade.</param>
    /// <param name="moves">The moves that hold, where grades move.</param>
    public static GradeDecision Decide(
        this GradeScale scale, Total total, IReadOnlyList<ForcedGrade> forced, IReadOnlyList<GradeMoved> moves)
    {
        var previous = total.Dossier.Subject.PreviousGrade;
        if ((scale.VetoOf(total) ?? First(ForcedEffect.Exactly, forced)) is { } exactly)
            return new GradeDecision(total.Dossier, exactly.Grade, exactly, scale.Rise(previous, exactly.Grade));
        var band = scale.Start is null ? scale.Of(total.Points, total.Dossier) : scale.Moved(previous, moves);
        var (floored, floor) = Strictest(ForcedEffect.Floor, forced, band);
        var (decided, ceiling) = Strictest(ForcedEffect.Ceiling, forced, floored);
        return new GradeDecision(total.Dossier, decided, ceiling ?? floor, scale.Rise(previous, decided));
    }

    /// <summary>The first clause of an effect, in the order of the scheme; null for none.</summary>
    private static ForcedGradeClause? First(ForcedEffect effect, IReadOnlyList<ForcedGrade> forced)
    {
        ForcedGrade? first = null;
        for (var i = 0; i < forced.Count; i++)
        {
            if (forced[i].Clause.Effect == effect && (first is null || forced[i].Order < first.Order))
                first = forced[i];
        }

        return first?.Clause;
    }

    private static (GradeBand Band, ForcedGradeClause? Clause) Strictest(
        ForcedEffect effect, IReadOnlyList<ForcedGrade> forced, GradeBand band)
    {
        ForcedGradeClause? clause = null;
        for (var i = 0; i < forced.Count; i++)
        {
            var other = forced[i].Clause;
            var isStricter = effect == ForcedEffect.Floor ? other.Grade.Index < band.Index : other.Grade.Index > band.Index;
            if (other.Effect == effect && isStricter)
                (band, clause) = (other.Grade, other);
        }

        return (band, clause);
    }

    private static GradeBand Moved(this GradeScale scale, string previous, IReadOnlyList<GradeMoved> moves)
    {
        var moved = 0;
        for (var i = 0; i < moves.Count; i++)
            moved += moves[i].Clause.By;
        for (var i = 0; i < scale.Bands.Count; i++)
        {
            if (scale.Bands[i].Id == previous)
                return scale.Bands[Math.Clamp(i - moved, 0, scale.Bands.Count - 1)];
        }

        return scale.Start!;
    }
}
