using PartyRules.Arithmetic;
using PartyRules.Schemes;

namespace PartyRules.Results;

/// <summary>How scores make a total.</summary>
internal static class TotalArithmetic
{
    /// <summary>What scores make, in the order of the components: weighed or grouped, then bounded.</summary>
    public static Points Of(this TotalClause clause, IReadOnlyList<ComponentScore> scores)
    {
        if (clause.IsWeighed)
        {
            var weighed = Exact.Zero;
            foreach (var score in scores)
                weighed += Exact.Of(score.Points) * Exact.Of(score.Component.Weight.GetValueOrDefault()) / new Exact(100, 1);
            return clause.Rounding.Round(weighed).Within(clause.Minimum, clause.Maximum);
        }

        var sum = Points.Zero;
        foreach (var score in scores)
        {
            if (!score.Component.IsGrouped)
                sum += score.Points;
        }

        foreach (var group in clause.Groups)
            sum += group.Of(scores);
        return sum.Within(clause.Minimum, clause.Maximum);
    }

    /// <summary>What the components of a group count together.</summary>
    public static Points Of(this Group group, IReadOnlyList<ComponentScore> scores)
    {
        var sum = Points.Zero;
        foreach (var component in group.Components)
            sum += scores[component.Index].Points;
        foreach (var inner in group.Groups)
            sum += inner.Of(scores);
        return sum.Within(group.Minimum, group.Maximum);
    }
}
