using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Schemes.Conditions;

namespace PartyRules.RuleSets;

/// <summary>Grading: from a total to a grade, by the bands of a scheme and by what gives a grade whatever the total.</summary>
public static class GradingRules
{
    /// <summary>New instances of the rules.</summary>
    public static IEnumerable<Rule> All =>
    [
        new GradeIsForced(),
        new ForcedGradeIsFound(),
        new ForcedGradeDecides(),
        new TotalDecidesGrade(),
    ];
}

/// <summary>A clause gives a grade whatever the total.</summary>
[Name("grading/grade-is-forced")]
[Description("A clause that gives a grade whatever the total applies.")]
public sealed class GradeIsForced : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Total total = null!;
        GradeScale scale = null!;
        ForcedGradeClause clause = null!;
        When()
            .Match(() => total)
            .Match(() => scale)
            .Query(() => clause, q => q.From(() => scale).SelectMany(s => s.Forced).Where(f => f.When.HoldsFor(total)));
        Then()
            .Yield(_ => new ForcedGrade(total.Dossier, clause, scale.OrderOf(clause)));
    }
}

/// <summary>A forced grade is found.</summary>
[Name("grading/forced-grade-is-found")]
[Description("A grade given whatever the total is a finding.")]
public sealed class ForcedGradeIsFound : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        ForcedGrade forced = null!;
        When()
            .Match(() => forced);
        Then()
            .Yield(_ => new Outcome(
                forced.Dossier.Subject, forced.Dossier.Period, OutcomeKind.Finding, forced.Clause.Finding.Code, forced.Clause.Finding.Name, forced.Clause.Cites, null));
    }
}

/// <summary>The first clause that forces a grade decides it.</summary>
[Name("grading/forced-grade-decides")]
[Description("Where clauses force a grade, the first of them decides it.")]
public sealed class ForcedGradeDecides : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        GradeScale scale = null!;
        ForcedGrade forced = null!;
        When()
            .Match(() => scale)
            .Match(() => forced)
            .Not<ForcedGrade>(other => other.Order < forced.Order);
        Then()
            .Yield(_ => new GradeDecision(
                forced.Dossier, forced.Clause.Grade, forced.Clause, scale.Rise(forced.Dossier.Subject.PreviousGrade, forced.Clause.Grade)));
    }
}

/// <summary>Where nothing forces a grade, the total decides it.</summary>
[Name("grading/total-decides-grade")]
[Description("Where no clause forces a grade, the band in which the total falls decides it.")]
public sealed class TotalDecidesGrade : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Total total = null!;
        GradeScale scale = null!;
        GradeBand band = null!;
        When()
            .Match(() => total)
            .Match(() => scale)
            .Not<ForcedGrade>()
            .Let(() => band, () => scale.Of(total.Points));
        Then()
            .Yield(_ => new GradeDecision(total.Dossier, band, null, scale.Rise(total.Dossier.Subject.PreviousGrade, band)));
    }
}
