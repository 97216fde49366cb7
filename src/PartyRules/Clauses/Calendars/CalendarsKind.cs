using System.Globalization;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Documents;

namespace PartyRules.Clauses.Calendars;

/// <summary>Which days are working days.</summary>
[ToldWithin("Measures")]
internal sealed class CalendarsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "calendar";

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        if (at.Section<CalendarDocument>(Key) is not { } from)
            return;
        at.Words("$.calendar.week", from.Week, EnumWords<DayWord>.Members);
        foreach (var (i, word) in from.Week.Index().Where(pair => from.Week.Take(pair.Index).Contains(pair.Item)))
            at.Report("scheme.calendar-week", $"$.calendar.week[{i}]", word);
        var week = from.Week.Where(EnumWords<DayWord>.Members.ContainsKey)
            .Select(word => (DayOfWeek)EnumWords<DayWord>.Members[word]).ToHashSet();
        at.CheckUnique(
            "$.calendar.years",
            from.Years.Select(year => year.Year.ToString(CultureInfo.InvariantCulture)),
            "year",
            "scheme.calendar-twice");
        at.Cite(from.Cites, "$.calendar.cites");
        var years = Resolving.Each("$.calendar.years", from.Years, (year, path) => Year(at, year, week, path));
        at.Clauses.Add(new WorkingCalendar(years.OfType<CalendarYear>().DistinctBy(year => year.Year)));
    }

    private static CalendarYear? Year(Resolving at, CalendarYearDocument from, HashSet<DayOfWeek> week, string path)
    {
        var cites = at.Cite(from.Cites, $"{path}.cites");
        if (from.Year < DateOnly.MinValue.Year || from.Year > DateOnly.MaxValue.Year)
        {
            at.Report("scheme.calendar-no-year", $"{path}.year", from.Year);
            return null;
        }

        var known = new HashSet<DateOnly>();
        var holidays = Days(at, from.Year, from.Holidays, $"{path}.holidays", known);
        var madeUp = Days(at, from.Year, from.WorkingDays, $"{path}.workingDays", known);
        for (var i = 0; i < from.WorkingDays.Count; i++)
        {
            if (madeUp[i] is { } days && DaysOf(days).FirstOrDefault(day => week.Contains(day.DayOfWeek)) is var idle && idle != default)
                at.Report("scheme.calendar-idle", $"{path}.workingDays[{i}]", Text(idle));
        }

        return new CalendarYear(from.Year, week, [.. holidays.OfType<CalendarDays>()], [.. madeUp.OfType<CalendarDays>()], cites);
    }

    /// <summary>Days of a year; null for those that are not in it.</summary>
    private static IReadOnlyList<CalendarDays?> Days(
        Resolving at, int year, IReadOnlyList<CalendarDaysDocument> from, string path, HashSet<DateOnly> known) =>
        Resolving.Each(path, from, (each, place) =>
        {
            var days = new CalendarDays(each.From, each.To ?? each.From, each.Name);
            if (each.Cites is not null)
                at.Cite(each.Cites, $"{place}.cites");
            if (days.To < days.From || days.From.Year != year || days.To.Year != year)
            {
                at.Report("scheme.calendar-days", place, Text(days.From), Text(days.To), year);
                return null;
            }

            if (DaysOf(days).Where(day => !known.Add(day)).ToList() is [var first, ..])
                at.Report("scheme.calendar-day-twice", place, Text(first));
            return days;
        });

    private static IEnumerable<DateOnly> DaysOf(CalendarDays days) =>
        Enumerable.Range(0, days.To.DayNumber - days.From.DayNumber + 1).Select(days.From.AddDays);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
