using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>How many days the period or window has, until the day as of which it is judged.</summary>
/// <param name="Days">Which days are counted; null for all.</param>
internal sealed record DaysQuantity(DaysMeant? Days) : Quantity
{
    /// <inheritdoc/>
    internal override Trend Trend => Trend.Grows;

    /// <inheritdoc/>
    internal override bool IsAlwaysKnown => true;

    /// <summary>The first and the last day that are looked at. A window from before the scheme is in force is looked at whole.</summary>
    public static (DateOnly From, DateOnly To) RangeOf(Dossier dossier) =>
        (dossier.FirstDay <= dossier.Period.End ? dossier.FirstDay : dossier.Period.Start, dossier.LastDay);

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        facts.Absence();
        if (Days is not null)
            facts.WorkingDays();
    }

    /// <inheritdoc/>
    internal override Exact? Of(in Known known)
    {
        var (from, to) = RangeOf(known.Dossier);
        var all = Math.Max(0, to.DayNumber - from.DayNumber + 1);
        return new Exact(
            Days switch
            {
                null => all,
                { AreWorking: true } => Days.Calendar.Count(from, to),
                _ => all - Days.Calendar.Count(from, to),
            },
            1);
    }
}
