namespace PartyRules.Conditions;

/// <summary>Holds where the total is in the range.</summary>
/// <remarks>The exact total is compared; without a total it does not hold. Immutable and thread-safe.</remarks>
internal sealed record TotalCondition(NumberRange Range) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.Total;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.Total();

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => known.Total is { } total && Range.Contains(total.Points);
}

/// <summary>Holds where the grade is one of these.</summary>
/// <remarks>Without a grade it does not hold. Immutable and thread-safe.</remarks>
internal sealed record GradeCondition(IReadOnlyList<string> Grades, IReadOnlyList<LocalText> Names) : Condition
{
    private readonly string[] grades = [.. Grades];

    /// <inheritdoc/>
    internal override Needs Needs => Needs.Grade;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => known.Grade is { } grade && grade.Id.IsAmong(grades);
}

/// <summary>
/// Holds where the grade rose against the previous cycle's by a number of grades in the range; without a previous grade it does not hold.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed record RiseCondition(NumberRange Range) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.Grade;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.Column(LookedAt.PreviousGrade);

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => known.Grade?.Rise is { } rise && Range.Contains(rise);
}

/// <summary>Asks for the place in a ranking.</summary>
/// <param name="Ranking">The ranking's identifier; empty for the one that gives results their rank.</param>
/// <param name="Name">What people call it; null for the one that gives results their rank.</param>
internal abstract record PlaceCondition(string Ranking, LocalText? Name) : Condition
{
    /// <inheritdoc/>
    internal sealed override Needs Needs => Needs.Rank;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.PlaceIn(Ranking);
}

/// <summary>Holds where the rank is in the range; 1 is the best.</summary>
/// <remarks>Without a rank it does not hold. Immutable and thread-safe.</remarks>
internal sealed record RankCondition(string Ranking, LocalText? Name, NumberRange Range) : PlaceCondition(Ranking, Name)
{
    /// <inheritdoc/>
    internal override bool Holds(in Known known) => known.PlaceIn(Ranking) is { } place && Range.Contains(place.Rank);
}

/// <summary>Holds where nobody in the pool ranks lower and somebody ranks higher.</summary>
/// <remarks>Whoever is alone in a pool is not last. Immutable and thread-safe.</remarks>
internal sealed record LastCondition(string Ranking, LocalText? Name) : PlaceCondition(Ranking, Name)
{
    /// <inheritdoc/>
    internal override bool Holds(in Known known) => known.PlaceIn(Ranking) is { IsLast: true };
}

/// <summary>Holds where a component's score is in the range.</summary>
internal sealed record ComponentCondition(int Component, LocalText Name, NumberRange Range) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.Total;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known) =>
        known.Total?.PointsOf(Component) is { } points && Range.Contains(points);
}

/// <summary>Holds for the best, or the last, of the pool.</summary>
/// <param name="Ranking">The ranking's identifier; empty for the one that gives results their rank.</param>
/// <param name="Name">What people call it; null for the one that gives results their rank.</param>
/// <param name="IsTop">Whether the best are meant.</param>
/// <param name="Places">How many places there are.</param>
/// <param name="OverflowIn">Whether equals for whom the places do not suffice are all in; otherwise they are all out.</param>
internal sealed record QuotaCondition(string Ranking, LocalText? Name, bool IsTop, QuotaPlaces Places, bool OverflowIn)
    : PlaceCondition(Ranking, Name)
{
    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        base.LookAt(facts);
        if (Places is StatedPlaces stated)
            facts.Places(stated.Attribute, Ranking);
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known)
    {
        if (known.PlaceIn(Ranking) is not { } place || Places.In(place, known.Dossier.Subject) is not { } places)
            return false;
        var (before, withEquals) = IsTop ? (place.Better, place.NoWorse) : (place.PoolSize - place.NoWorse, place.PoolSize - place.Better);
        return OverflowIn ? before < places : withEquals <= places;
    }
}

/// <summary>Holds where the share of the pool's subjects that meet a target is in the range.</summary>
internal sealed record ShareCondition(string Target, LocalText Name, NumberRange Percent) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.Shares;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known)
    {
        if (known.Shares is not { } shares)
            return false;
        for (var i = 0; i < shares.Count; i++)
        {
            var share = shares[i];
            if (share.Id == Target && share.Period == known.Dossier.Period)
                return Percent.ContainsPercentage(share.Met, share.Of);
        }

        return false;
    }
}
