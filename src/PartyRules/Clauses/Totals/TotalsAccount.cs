using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Explanations;

/// <content>How scores made the total.</content>
internal sealed partial class Account
{
    private void WriteTotal()
    {
        if (assessment.Total is not { } total || assessment.Components.Count == 0)
            return;
        var clause = assessment.Scheme.Total;
        var sum = clause is null ? total : assessment.Components.Aggregate(Points.Zero, (sum, score) => sum + score.Points);
        Line("total", string.Join(" + ", assessment.Components.Select(score => score.Points.ToString())), sum);
        if (clause is not null)
            WriteArithmetic(total, clause);
    }

    private void WriteArithmetic(Points total, TotalClause clause)
    {
        foreach (var score in assessment.Components.Where(score => clause.IsWeighed))
            Line("weighed", score.Component.Name, score.Points, score.Component.Weight);
        foreach (var group in clause.Groups)
            Line("group", group.Name, group.Of(assessment.Components), Cited(group.Cites));
        Line("total.bounded", total);
    }
}
