using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Grades;

[Name("grading/grade-is-forced")]
[Description("A clause that gives a grade whatever the total applies; it may look at the place too.")]
internal sealed class GradeIsForced : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Total total = null!;
        GradeScale scale = null!;
        Facts<Placing> placings = null!;
        ForcedGradeClause clause = null!;
        When()
            .Match(() => total)
            .Match(() => scale, s => s.On.Include(total.IsOfRound))
            .Query(() => placings, q => q.Match<Placing>(p => p.Total == total).Collect())
            .Query(() => clause, q => q.From(() => scale).SelectMany(s => s.Forced).Where(f => f.When.HoldsFor(total, placings)));
        Then()
            .Yield(_ => new ForcedGrade(total.Dossier, clause, scale.OrderOf(clause)));
    }
}

[Name("grading/forced-grade-is-found")]
[Description("The clause that decided the grade whatever the total is a finding; others that hold too are not.")]
internal sealed class ForcedGradeRaisesFinding : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        GradeDecision decision = null!;
        When()
            .Match(() => decision, d => d.Forced != null);
        Then()
            .Yield(_ => Outcome.Raised(decision.Dossier, decision.Forced!.Finding, decision.Forced.Cites));
    }
}

[Name("grading/grade-is-decided")]
[Description(
    "The first clause that gives exactly a grade decides it; otherwise the band of the total does, or moves from the previous grade, "
    + "raised by floors and then lowered by ceilings.")]
internal sealed class GradeIsDecided : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Total total = null!;
        GradeScale scale = null!;
        Facts<ForcedGrade> forced = null!;
        Facts<GradeMoved> moves = null!;
        When()
            .Match(() => total)
            .Match(() => scale, s => s.On.Include(total.IsOfRound))
            .Query(() => forced, q => q.Match<ForcedGrade>(f => f.Dossier == total.Dossier).Collect())
            .Query(() => moves, q => q.Match<GradeMoved>(m => m.Dossier == total.Dossier).Collect());
        Then()
            .Yield(_ => scale.Decide(total, forced, moves));
    }
}

[Name("grading/grade-moves")]
[Description("A clause that moves the grade from the previous one applies.")]
internal sealed class GradeMoves : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Total total = null!;
        GradeScale scale = null!;
        Facts<Placing> placings = null!;
        GradeMove clause = null!;
        When()
            .Match(() => total)
            .Match(() => scale, s => s.On.Include(total.IsOfRound))
            .Query(() => placings, q => q.Match<Placing>(p => p.Total == total).Collect())
            .Query(() => clause, q => q.From(() => scale).SelectMany(s => s.Moves).Where(m => m.When.HoldsFor(total, placings)));
        Then()
            .Yield(_ => new GradeMoved(total.Dossier, clause));
    }
}
