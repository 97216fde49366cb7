using PartyRules.Results;
using PartyRules.Schemes.Conditions;
using PartyRules.Schemes.Records;

namespace PartyRules.Schemes.Arithmetic;

/// <summary>What a component's points are multiplied by.</summary>
internal sealed class Multiplier(Exact? constant, string? record, string? attribute, Exact otherwise, Condition? when, Citation cites)
{
    public Citation Cites { get; } = cites;

    public Condition? When { get; } = when;

    public string? Record { get; } = record;

    public string? Attribute { get; } = attribute;

    /// <summary>The factor for a dossier; one where the multiplier does not apply.</summary>
    public Exact Of(Dossier dossier)
    {
        if (When is not null && !When.HoldsFor(dossier))
            return new Exact(1, 1);
        if (constant is { } fixedFactor)
            return fixedFactor;
        if (Attribute is not null)
            return Points.TryParse(dossier.Subject.Attributes.GetValueOrDefault(Attribute, ""), out var number) ? Exact.Of(number) : otherwise;
        var (sum, count) = (Points.Zero, 0);
        foreach (var entry in dossier.Entries)
        {
            if (entry.Item == Record && entry.Value is { } value)
                (sum, count) = (sum + value, count + 1);
        }

        return count == 0 ? otherwise : Exact.Of(sum) / new Exact(count * 100, 1);
    }
}

/// <summary>Another result whose total counts towards a component.</summary>
internal sealed class Carried(ResultInput input, Points percent, bool isRequired, Citation cites)
{
    public ResultInput Input { get; } = input;

    public Points Percent { get; } = percent;

    /// <summary>Whether the subject's own result is incomplete without it.</summary>
    public bool IsRequired { get; } = isRequired;

    public Citation Cites { get; } = cites;

    /// <summary>What it adds.</summary>
    public Exact Of(Dossier dossier) =>
        Input.Find(dossier)?.Total is { } total ? Exact.Of(total) * Exact.Of(Percent) / new Exact(100, 1) : Exact.Zero;
}

/// <summary>What an evaluator without a rating means.</summary>
internal enum MissingPart
{
    /// <summary>The result is incomplete.</summary>
    Incomplete,

    /// <summary>The others' weights grow.</summary>
    LeftOut,

    /// <summary>It counts zero.</summary>
    Zero,
}

/// <summary>How ratings by several evaluators make one.</summary>
internal sealed class AppraisalClause(IReadOnlyDictionary<string, Points> weights, MissingPart missing, Rounding rounding, Citation cites)
{
    /// <summary>The percentage of each evaluator.</summary>
    public IReadOnlyDictionary<string, Points> Weights { get; } = weights;

    public MissingPart Missing { get; } = missing;

    public Citation Cites { get; } = cites;

    /// <summary>The evaluators without whom the result is incomplete.</summary>
    public IEnumerable<string> Required => Missing == MissingPart.Incomplete ? Weights.Keys : [];

    /// <summary>The weighted average of the evaluators' averages, rounded once.</summary>
    public Points Combine(IReadOnlyList<Candidate> ratings)
    {
        var (sum, weight) = (Exact.Zero, Points.Zero);
        foreach (var (evaluator, percent) in Weights)
        {
            var (points, count) = (Points.Zero, 0);
            foreach (var rating in ratings)
            {
                if (rating.Entry.Evaluator == evaluator)
                    (points, count) = (points + rating.Points, count + 1);
            }

            if (count > 0)
                sum += Exact.Of(points) * Exact.Of(percent) / new Exact(count, 1);
            if (count > 0 || Missing != MissingPart.LeftOut)
                weight += percent;
        }

        return weight == 0 ? Points.Zero : rounding.Round(sum / Exact.Of(weight));
    }
}

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

/// <summary>How rounds make the year's total.</summary>
internal sealed class YearClause(IReadOnlyList<Points> weights, bool isSum, MissingPart missing, Rounding rounding, Citation cites)
{
    public IReadOnlyList<Points> Weights { get; } = weights;

    public MissingPart Missing { get; } = missing;

    public Citation Cites { get; } = cites;

    /// <summary>The year's total from the totals of its rounds; null where the year is incomplete.</summary>
    public Points? Of(IEnumerable<Total> totals)
    {
        var (sum, weight, held) = (Exact.Zero, Points.Zero, 0);
        foreach (var total in totals)
        {
            var percent = Weights[total.Dossier.Period.Number - 1];
            sum += Exact.Of(total.Points) * Exact.Of(percent);
            weight += percent;
            held++;
        }

        if (held == 0 || weight == 0 || (Missing == MissingPart.Incomplete && held < Weights.Count))
            return null;
        return rounding.Round(sum / Exact.Of(!isSum && Missing == MissingPart.LeftOut ? weight : 100));
    }

    /// <summary>The year's total, or none where the year is incomplete.</summary>
    public IEnumerable<YearTotal> TotalOf(YearCase year, IEnumerable<Total> rounds) =>
        Of(rounds) is { } points ? [new YearTotal(new Total(year.Dossier, points, [.. rounds.OrderBy(total => total.Dossier.Period)]))] : [];
}
