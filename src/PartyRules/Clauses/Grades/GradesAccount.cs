using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Explanations;

/// <content>What gave the grade.</content>
internal sealed partial class Account
{
    private void WriteGrade()
    {
        if (assessment.Grade is not { } grade || assessment.Scheme.Grades is not { } scale)
            return;
        var decision = facts.Of<GradeDecision>().Single(decision => decision.Dossier.Period == assessment.Period);
        if (decision.Forced is { } forced)
            Line("grade.forced", grade.Name, forced.Finding.Name, conditions.Of(forced.When), Cited(forced.Cites));
        else if (scale.Start is not null)
            Line("grade.moved", grade.Name, Cited(scale.Cites));
        else if (grade.From is { } from)
            Line("grade.from", grade.Name, from, Cited(scale.Cites));
        else
            Line("grade.lowest", grade.Name, Cited(scale.Cites));
        if (decision.Rise is { } rise)
            Line("grade.rise", rise);
    }

    private IEnumerable<(LocalText Name, Condition When, Citation Cites)> ForcedGradesPassedOver() =>
        (assessment.Scheme.Grades?.Forced ?? []).Where(clause => facts.Of<ForcedGrade>().All(forced => forced.Clause != clause)).Select(clause => (clause.Finding.Name, clause.When, clause.Cites));
}
