namespace PartyRules;

/// <summary>Days after others, as far as the calendar goes.</summary>
internal static class Calendar
{
    /// <summary>The day so many days later; null where it would be after <see cref="DateOnly.MaxValue"/>.</summary>
    public static DateOnly? AfterDays(this DateOnly date, int days) =>
        days <= DateOnly.MaxValue.DayNumber - date.DayNumber ? date.AddDays(days) : null;

    /// <summary>
    /// The same day so many months later, or the last one of a shorter month; null where it would be after <see cref="DateOnly.MaxValue"/>.
    /// </summary>
    public static DateOnly? AfterMonths(this DateOnly date, int months) =>
        months <= ((DateOnly.MaxValue.Year - date.Year) * 12) + 12 - date.Month ? date.AddMonths(months) : null;

    /// <summary>
    /// The same day so many months later, or the first one after a shorter month; null where it would be after <see
    /// cref="DateOnly.MaxValue"/>.
    /// </summary>
    public static DateOnly? AfterWholeMonths(this DateOnly date, int months) =>
        date.AfterMonths(months) is { } day && day.Day < date.Day ? day.AfterDays(1) : date.AfterMonths(months);
}
