using PartyRules.Arithmetic;
using PartyRules.Schemes;

namespace PartyRules.Conditions;

/// <summary>Holds where the total is in the range.</summary>
/// <remarks>The exact total is compared; without a total it does not hold. Immutable and thread-safe.</remarks>
/// <param name="Range">The range.</param>
public sealed record TotalCondition(NumberRange Range) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Total;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => known.Total is { } total && Range.Contains(total.Points);
}

/// <summary>Holds where the grade is one of these.</summary>
/// <remarks>Without a grade it does not hold. Immutable and thread-safe.</remarks>
/// <param name="Grades">The grades.</param>
public sealed record GradeCondition(IReadOnlyList<GradeBand> Grades) : Condition
{
    private readonly GradeBand[] grades = [.. Grades];

    /// <inheritdoc/>
    public override Needs Needs => Needs.Grade;

    /// <inheritdoc/>
    public override bool Holds(in Known known)
    {
        if (known.Grade is not { } decision)
            return false;
        foreach (var grade in grades)
        {
            if (grade.Id == decision.Grade.Id)
                return true;
        }

        return false;
    }
}

/// <summary>Holds where the grade rose against the previous cycle's by a number of grades in the range; without a previous grade it does not hold.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Range">The range, in grades.</param>
public sealed record RiseCondition(NumberRange Range) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Grade;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => known.Grade?.Rise is { } rise && Range.Contains(rise);
}

/// <summary>Holds where the rank is in the range; 1 is the best.</summary>
/// <remarks>Without a rank it does not hold. Immutable and thread-safe.</remarks>
/// <param name="Range">The range.</param>
public sealed record RankCondition(NumberRange Range) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Rank;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => known.Placing is { } placing && Range.Contains(placing.Rank);
}

/// <summary>Holds where nobody in the pool ranks lower and somebody ranks higher.</summary>
/// <remarks>Whoever is alone in a pool is not last. Immutable and thread-safe.</remarks>
public sealed record LastCondition : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Rank;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => known.Placing is { IsLast: true };
}

/// <summary>Holds where a component's score is in the range.</summary>
internal sealed record ComponentCondition(Component Component, NumberRange Range) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Total;

    /// <inheritdoc/>
    public override bool Holds(in Known known) =>
        known.Total is { } total && total.Scores.Count > 0 && Range.Contains(total.Scores[Component.Index].Points);
}

/// <summary>Holds for the best, or the last, of the pool.</summary>
/// <param name="IsTop">Whether the best are meant.</param>
/// <param name="Number">How many places there are; null where they are a percentage.</param>
/// <param name="Percent">What percentage of the pool the places are; null where they are a number.</param>
/// <param name="Rounding">How a percentage is rounded to whole places.</param>
/// <param name="OverflowIn">Whether equals for whom the places do not suffice are all in; otherwise they are all out.</param>
internal sealed record QuotaCondition(bool IsTop, Points? Number, Points? Percent, Rounding Rounding, bool OverflowIn) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Rank;

    /// <inheritdoc/>
    public override bool Holds(in Known known)
    {
        if (known.Placing is not { } placing)
            return false;
        var places = Number ?? Rounding.Round(Exact.Of(Percent!.Value) * new Exact(placing.PoolSize, 100));
        var (before, withEquals) = IsTop ? (placing.Better, placing.NoWorse) : (placing.PoolSize - placing.NoWorse, placing.PoolSize - placing.Better);
        return OverflowIn ? before < places : withEquals <= places;
    }
}

/// <summary>Holds where the share of the pool's subjects that meet a target is in the range.</summary>
internal sealed record ShareCondition(Target Target, NumberRange Percent) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Shares;

    /// <inheritdoc/>
    public override bool Holds(in Known known)
    {
        for (var i = 0; i < known.Shares.Count; i++)
        {
            var share = known.Shares[i];
            if (share.Target == Target && share.Period == known.Dossier.Period)
                return Percent.ContainsPercentage(share.Met, share.Of);
        }

        return false;
    }
}
