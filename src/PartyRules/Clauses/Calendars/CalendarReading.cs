using PartyRules.Clauses.Core;
using PartyRules.Conditions;

namespace PartyRules.Clauses.Calendars;

/// <summary>How working days are read where clauses ask for them.</summary>
internal static class CalendarReading
{
    /// <summary>The calendar; one without years, and a problem, where the scheme gives none.</summary>
    public static WorkingCalendar Calendar(this Resolving at, string path)
    {
        if (at.Clauses.One<WorkingCalendar>() is { } calendar)
            return calendar;
        at.Report("scheme.calendar-missing", path);
        return new WorkingCalendar([]);
    }

    /// <summary>Working days or days off; null for neither.</summary>
    public static DaysMeant? Days(this Resolving at, string? word, string path) =>
        word is null ? null : new DaysMeant(at.Calendar(path), at.Word<DaysWord>(path, word) == DaysWord.Working);
}
