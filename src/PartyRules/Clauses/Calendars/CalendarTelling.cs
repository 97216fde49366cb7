using System.Globalization;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;

namespace PartyRules.Clauses.Calendars;

/// <summary>How working days are told.</summary>
internal static class CalendarTelling
{
    /// <summary>
    /// Tells how many working days there are from a day to another, year by year, and what makes them differ from the week's.
    /// </summary>
    public static void TellDays(this Telling account, WorkingCalendar calendar, DateOnly from, DateOnly to)
    {
        foreach (var (year, first, last) in calendar.YearsOf(from, to))
            account.Line(
                "calendar.days",
                Text(first),
                Text(last),
                calendar.Count(first, last),
                account.Within(year.Holidays, first, last, "calendar.without"),
                account.Within(year.MadeUp, first, last, "calendar.with"),
                account.Cited(year.Cites));
    }

    /// <summary>The last day of a time of working days, with what makes it differ from the week's.</summary>
    public static string DueText(this Telling account, WorkingCalendar calendar, DateOnly since, int number, DateOnly due)
    {
        var years = since < due ? calendar.YearsOf(since.AddDays(1), due).ToList() : [];
        return account.Text(
            "calendar.due",
            Text(due),
            number,
            Text(since),
            account.Within([.. years.SelectMany(part => part.Year.Holidays)], since.AddDays(1), due, "calendar.without"),
            account.Within([.. years.SelectMany(part => part.Year.MadeUp)], since.AddDays(1), due, "calendar.with"));
    }

    /// <summary>Those days that lie between two, with their names; empty where none does.</summary>
    private static string Within(this Telling account, IReadOnlyList<CalendarDays> all, DateOnly from, DateOnly to, string key)
    {
        var told = all.Where(days => days.From <= to && days.To >= from).OrderBy(days => days.From)
            .Select(days => account.TextOf(days, days.From < from ? from : days.From, days.To > to ? to : days.To)).ToList();
        return told.Count == 0 ? "" : account.Text(key, string.Join(account.Text("list.separator"), told));
    }

    private static string TextOf(this Telling account, CalendarDays days, DateOnly from, DateOnly to)
    {
        var dates = from == to ? Text(from) : account.Text("calendar.range", Text(from), Text(to));
        return days.Name is { } name ? account.Text("calendar.named", name, dates) : dates;
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
