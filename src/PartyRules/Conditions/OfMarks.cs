namespace PartyRules.Conditions;

/// <summary>Holds where the round has the mark.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed record MarkCondition(string Mark, LocalText Name) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.Marks | Needs.Round;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => MarkCounts.InRound(known, Mark, known.Dossier.Period);
}

/// <summary>Holds where the number of the year's rounds up to this one that have the mark is in the range.</summary>
/// <remarks>On the year's row all its rounds are counted. Immutable and thread-safe.</remarks>
internal sealed record TimesCondition(string Mark, LocalText Name, NumberRange Count) : GrowingCondition(Count)
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.Marks;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
    }

    /// <inheritdoc/>
    private protected override Extent Measure(in Known known) => Extent.Of(MarkCounts.UpTo(known, Mark), known.Dossier);
}

/// <summary>Holds where the number of rounds in a row up to this one, within the year, that have the mark is in the range.</summary>
/// <remarks>A streak ends with the year. Immutable and thread-safe.</remarks>
internal sealed record StreakCondition(string Mark, LocalText Name, NumberRange Count) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.Marks | Needs.Round;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
    }

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => Count.Contains(MarkCounts.InARow(known, Mark));
}

/// <summary>Counts marks over the rounds of a year.</summary>
internal static class MarkCounts
{
    /// <summary>Whether a round has the mark.</summary>
    public static bool InRound(in Known known, string id, Period round)
    {
        foreach (var mark in known.Marks ?? [])
        {
            if (mark.Id == id && mark.Period == round)
                return true;
        }

        return false;
    }

    /// <summary>How many rounds up to the known one have the mark; for a year, all its rounds.</summary>
    public static int UpTo(in Known known, string id)
    {
        var period = known.Dossier.Period;
        var count = 0;
        foreach (var mark in known.Marks ?? [])
        {
            if (mark.Id == id && (period.Kind == PeriodKind.Year || mark.Period <= period))
                count++;
        }

        return count;
    }

    /// <summary>How many rounds in a row, ending with the known one, have the mark.</summary>
    public static int InARow(in Known known, string id)
    {
        var streak = 0;
        for (Period? round = known.Dossier.Period; round is { } one && InRound(known, id, one); round = one.Before)
            streak++;
        return streak;
    }
}
