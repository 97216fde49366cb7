namespace PartyRules.Schemes.Conditions;

/// <summary>Holds where the total is in the range.</summary>
/// <param name="Range">The range.</param>
public sealed record TotalCondition(NumberRange Range) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Total;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => known.Total is { } total && Range.Contains(total.Points);
}

/// <summary>Holds where the grade is one of these.</summary>
/// <param name="Grades">The grades.</param>
public sealed record GradeCondition(IReadOnlyList<GradeBand> Grades) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Grade;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => known.Grade is { } grade && Grades.Contains(grade.Grade);
}

/// <summary>Holds where the grade rose against the previous cycle's by a number of grades in the range; without a previous grade it does not hold.</summary>
/// <param name="Range">The range, in grades.</param>
public sealed record RiseCondition(NumberRange Range) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Grade;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => known.Grade?.Rise is { } rise && Range.Contains(rise);
}

/// <summary>Holds where the rank is in the range; 1 is the best.</summary>
/// <param name="Range">The range.</param>
public sealed record RankCondition(NumberRange Range) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Rank;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => known.Placing is { } placing && Range.Contains(placing.Rank);
}

/// <summary>Holds where nobody in the pool ranks lower and somebody ranks higher.</summary>
public sealed record LastCondition : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.Rank;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => known.Placing is { IsLast: true };
}
