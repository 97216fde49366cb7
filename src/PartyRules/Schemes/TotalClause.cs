using PartyRules.Arithmetic;
using PartyRules.Results;

namespace PartyRules.Schemes;

/// <summary>Components that are bounded together.</summary>
internal sealed record Group(string Id, LocalText Name, IReadOnlyList<Component> Components, IReadOnlyList<Group> Groups, Points? Minimum, Points? Maximum, Citation Cites)
{
    public Points Of(IReadOnlyList<ComponentScore> scores)
    {
        var sum = Points.Zero;
        foreach (var component in Components)
            sum += scores[component.Index].Points;
        foreach (var group in Groups)
            sum += group.Of(scores);
        return sum.Within(Minimum, Maximum);
    }
}

/// <summary>How scores make a total: weighed or grouped, then bounded.</summary>
/// <seealso href="docs/schemes/clauses/totals.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class TotalClause(bool isWeighed, IReadOnlyList<Group> groups, Points? minimum, Points? maximum, Rounding rounding, Citation? cites)
{
    public bool IsWeighed { get; } = isWeighed;

    /// <summary>The groups that belong to no other.</summary>
    public IReadOnlyList<Group> Groups { get; } = groups;

    public Points? Minimum { get; } = minimum;

    public Points? Maximum { get; } = maximum;

    public Citation? Cites { get; } = cites;

    public Points Of(IReadOnlyList<ComponentScore> scores)
    {
        if (IsWeighed)
        {
            var weighed = Exact.Zero;
            foreach (var score in scores)
                weighed += Exact.Of(score.Points) * Exact.Of(score.Component.Weight.GetValueOrDefault()) / new Exact(100, 1);
            return rounding.Round(weighed).Within(Minimum, Maximum);
        }

        var sum = Points.Zero;
        foreach (var score in scores)
        {
            if (!score.Component.IsGrouped)
                sum += score.Points;
        }

        foreach (var group in Groups)
            sum += group.Of(scores);
        return sum.Within(Minimum, Maximum);
    }
}
