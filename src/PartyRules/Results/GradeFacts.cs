using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>The grade of a subject.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
public sealed class GradeDecision : IKnownGrade
{
    internal GradeDecision(Dossier dossier, GradeBand grade, ForcedGradeClause? forced, int? rise) =>
        (Dossier, Grade, Forced, Rise) = (dossier, grade, forced, rise);

    /// <summary>Whose grade it is.</summary>
    public Dossier Dossier { get; }

    /// <summary>The grade.</summary>
    public GradeBand Grade { get; }

    /// <summary>The clause that gave it whatever the total; null where the total did.</summary>
    public ForcedGradeClause? Forced { get; }

    /// <summary>
    /// By how many grades the subject rose against the previous cycle; negative for a fall; null where the previous grade is unknown.
    /// </summary>
    public int? Rise { get; }

    string IKnownGrade.Id => Grade.Id;

    /// <summary>The grade's code.</summary>
    public override string ToString() => Grade.Id;
}

/// <summary>A clause that gives a grade whatever the total applies.</summary>
/// <param name="Dossier">To whom, and when.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Order">The position among the scheme's such clauses; the first decides.</param>
internal sealed record ForcedGrade(Dossier Dossier, ForcedGradeClause Clause, int Order);

/// <summary>By how many grades a subject moves.</summary>
internal sealed record GradeMoved(Dossier Dossier, GradeMove Clause);
