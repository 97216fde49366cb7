using PartyRules.Conditions;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Proofs;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Kinds;

/// <summary>
/// Grades given whatever the total: whether each can hold, whether it then decides, and whether two contradict each other.
/// </summary>
internal sealed class ForcedGrades(Verifying at, GradeScale scale, IReadOnlyList<bool> rows)
{
    private static readonly Question Applies = new("forced.applies", Severity.Error);
    private static readonly Question Decides = new("forced.decides", Severity.Error);
    private static readonly Question Agree = new("forced.agree", Severity.Warning);

    /// <summary>The questions.</summary>
    public static IReadOnlyList<Question> Questions => [Applies, Decides, Agree];

    /// <summary>Asks them.</summary>
    public void Ask()
    {
        var deciding = scale.Forced.Where(AskWhetherDecides).ToList();
        for (var i = 0; i < deciding.Count; i++)
        {
            foreach (var other in deciding.Skip(i + 1).Where(other => Contradict(deciding[i], other)))
                AskWhetherAgree(deciding[i], other);
        }
    }

    private bool AskWhetherDecides(ForcedGradeClause clause)
    {
        var path = PathOf(clause);
        var ofYear = at.Prover.RowOf(clause.When, rows);
        var row = at.RowOf(ofYear);
        var held = at.AskWhetherMet(
            Applies, $"{path}.when", clause.Finding.Name, clause.When, ofYear, seen => Holds(seen, clause, row));
        if (held is null)
            return false;
        if (Overruling(clause) is { } stronger)
        {
            var example = at.Trials.Smallest(held.Draft, seen => Holds(seen, clause, row));
            at.Refute(Decides, path, example, clause.Finding.Name, stronger.Finding.Name, PathOf(stronger));
            return false;
        }

        var before = at.Trials.Count;
        if (at.Search(Ways, seen => Decided(seen, row) == clause, ofYear) is null)
            at.LeaveOpen(Decides, path, at.Trials.Count - before, clause.Finding.Name);
        else
            at.Prove(Decides, path, clause.Finding.Name);
        return true;

        IEnumerable<Draft> Ways(Draft draft) => at.Ways.Of(clause.When, true, draft, row).SelectMany(found => WithOtherTotals(found, row));
    }

    /// <summary>
    /// A clause that holds wherever another holds, and is stronger: one that gives exactly a grade, before all that come after it and
    /// before every floor and ceiling; and a ceiling below a floor.
    /// </summary>
    private ForcedGradeClause? Overruling(ForcedGradeClause clause) => scale.Forced.FirstOrDefault(other =>
        other != clause
        && IsStronger(other, clause)
        && rows.All(ofYear => at.Prover.IsImpossible(ofYear, new Literal(clause.When, true), new Literal(other.When, false))));

    private bool IsStronger(ForcedGradeClause other, ForcedGradeClause clause) => other.Effect switch
    {
        ForcedEffect.Exactly => clause.Effect != ForcedEffect.Exactly || (scale.Rankings.Count == 0 && IsBefore(other, clause)),
        ForcedEffect.Ceiling => clause.Effect == ForcedEffect.Floor && other.Grade.Index > clause.Grade.Index,
        _ => false,
    };

    private bool IsBefore(ForcedGradeClause one, ForcedGradeClause other) => scale.OrderOf(one) < scale.OrderOf(other);

    /// <summary>A floor or a ceiling decides only where the total would give another grade.</summary>
    private IEnumerable<Draft> WithOtherTotals(Draft draft, Period row)
    {
        yield return draft;
        foreach (var band in scale.Bands)
        {
            foreach (var other in at.Ways.Grade(band, draft, row).Take(2))
                yield return other;
        }
    }

    /// <summary>Whether two clauses that both hold ask for different grades.</summary>
    private static bool Contradict(ForcedGradeClause one, ForcedGradeClause other) => (one.Effect, other.Effect) switch
    {
        (ForcedEffect.Exactly, ForcedEffect.Exactly) => one.Grade != other.Grade,
        (ForcedEffect.Exactly, ForcedEffect.Floor) or (ForcedEffect.Ceiling, ForcedEffect.Floor) => other.Grade.Index < one.Grade.Index,
        (ForcedEffect.Exactly, ForcedEffect.Ceiling) or (ForcedEffect.Floor, ForcedEffect.Ceiling) => other.Grade.Index > one.Grade.Index,
        (ForcedEffect.Floor, ForcedEffect.Exactly) => one.Grade.Index < other.Grade.Index,
        (ForcedEffect.Ceiling, ForcedEffect.Exactly) => one.Grade.Index > other.Grade.Index,
        _ => false,
    };

    private void AskWhetherAgree(ForcedGradeClause one, ForcedGradeClause other)
    {
        var both = new AllCondition([one.When, other.When]);
        var ofYear = at.Prover.RowOf(both, rows);
        var row = at.RowOf(ofYear);
        at.AskWhetherNever(
            Agree,
            PathOf(other),
            [one.Finding.Name, other.Finding.Name, PathOf(one)],
            () => rows.All(each => at.Prover.IsImpossible(each, new Literal(both, true))),
            draft => at.Ways.Of(both, true, draft, row),
            seen => Holds(seen, one, row) && Holds(seen, other, row),
            ofYear);
    }

    private static bool Holds(Seen seen, ForcedGradeClause clause, Period row) =>
        seen.Facts<ForcedGrade>(row).Any(forced => forced.Clause == clause);

    private static ForcedGradeClause? Decided(Seen seen, Period row) =>
        seen.Facts<GradeDecision>(row).FirstOrDefault(decision => decision.Dossier.Period == row)?.Forced;

    private string PathOf(ForcedGradeClause clause) => Paths.Of(scale, clause);
}
