using System.Collections.Frozen;
using System.Globalization;
using PartyRules.Diagnostics;

namespace PartyRules.Conditions;

/// <summary>Which days are working days, year by year.</summary>
/// <remarks>What is asked of a year that is not given is refused. Immutable and thread-safe.</remarks>
/// <param name="years">The years.</param>
/// <seealso href="docs/schemes/clauses/calendars.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class WorkingCalendar(IEnumerable<CalendarYear> years)
{
    /// <summary>The code of the problem that a year is not given.</summary>
    public const string MissingYear = "scheme.calendar-year-missing";

    private readonly FrozenDictionary<int, CalendarYear> byYear = years.ToFrozenDictionary(year => year.Year);

    /// <summary>Whether the year of a day is given.</summary>
    public bool Knows(DateOnly day) => byYear.ContainsKey(day.Year);

    /// <summary>Whether a day is a working day.</summary>
    /// <exception cref="ProblemException">Its year is not given.</exception>
    public bool IsWorking(DateOnly day) => Of(day).IsWorking(day);

    /// <summary>How many working days there are from a day to another, both included; none where that is earlier.</summary>
    /// <exception cref="ProblemException">One of their years is not given.</exception>
    public int Count(DateOnly from, DateOnly to) =>
        YearsOf(from, to).Sum(part => part.Year.WorkingUntil(part.To) - part.Year.WorkingBefore(part.From));

    /// <summary>The day on which so many working days after a day are over; null where it would be after the calendar's last.</summary>
    /// <exception cref="ProblemException">A year that is needed is not given.</exception>
    public DateOnly? After(DateOnly day, int number)
    {
        for (var left = number; left > 0;)
        {
            if (day.AfterDays(1) is not { } next)
                return null;
            day = next;
            left -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The years from a day to another, each with the first and last day of it that is meant.</summary>
    /// <exception cref="ProblemException">One of them is not given.</exception>
    public IEnumerable<(CalendarYear Year, DateOnly From, DateOnly To)> YearsOf(DateOnly from, DateOnly to)
    {
        for (var year = from.Year; from <= to && year <= to.Year; year++)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            yield return (Of(from > first ? from : first), from > first ? from : first, to < last ? to : last);
        }
    }

    private CalendarYear Of(DateOnly day) => byYear.TryGetValue(day.Year, out var year) ? year
        : throw new ProblemException(SchemeMessages.Catalog.Problem(
            MissingYear,
            new SourceLocation(path: "$.calendar.years"),
            day.ToString("O", CultureInfo.InvariantCulture),
            day.Year));
}

/// <summary>The working days of a year.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class CalendarYear
{
    private readonly int[] workingUntil = new int[367];

    /// <summary>Makes a year.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="week">The days of the week on which people work.</param>
    /// <param name="holidays">Days on which nobody works, whatever the day of the week; all in the year.</param>
    /// <param name="madeUp">Days on which people work, whatever the day of the week; all in the year.</param>
    /// <param name="cites">What it rests on.</param>
    public CalendarYear(
        int year, IReadOnlySet<DayOfWeek> week, IReadOnlyList<CalendarDays> holidays, IReadOnlyList<CalendarDays> madeUp, Citation cites)
    {
        (Year, Holidays, MadeUp, Cites) = (year, holidays, madeUp, cites);
        for (var day = new DateOnly(year, 1, 1); ; day = day.AddDays(1))
        {
            var works = madeUp.Any(days => days.Contains(day))
                || (week.Contains(day.DayOfWeek) && !holidays.Any(days => days.Contains(day)));
            workingUntil[day.DayOfYear] = workingUntil[day.DayOfYear - 1] + (works ? 1 : 0);
            if (day is { Month: 12, Day: 31 })
                return;
        }
    }

    /// <summary>The calendar year.</summary>
    public int Year { get; }

    /// <summary>Days on which nobody works, whatever the day of the week.</summary>
    public IReadOnlyList<CalendarDays> Holidays { get; }

    /// <summary>Days on which people work, whatever the day of the week.</summary>
    public IReadOnlyList<CalendarDays> MadeUp { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>Whether a day of the year is a working day.</summary>
    public bool IsWorking(DateOnly day) => WorkingUntil(day) > WorkingBefore(day);

    /// <summary>How many working days the year has until a day, that included.</summary>
    public int WorkingUntil(DateOnly day) => workingUntil[day.DayOfYear];

    /// <summary>How many working days the year has before a day.</summary>
    public int WorkingBefore(DateOnly day) => workingUntil[day.DayOfYear - 1];
}

/// <summary>Days that follow one another, such as those of a feast.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last, included.</param>
/// <param name="Name">What people call them; null for no name.</param>
internal sealed record CalendarDays(DateOnly From, DateOnly To, LocalText? Name)
{
    /// <summary>Whether a day is one of them.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;
}

/// <summary>Working days, or days off, of a calendar.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="AreWorking">Whether working days are meant; days off otherwise.</param>
internal sealed record DaysMeant(WorkingCalendar Calendar, bool AreWorking)
{
    /// <summary>Whether a day is meant.</summary>
    /// <exception cref="ProblemException">Its year is not given.</exception>
    public bool Holds(DateOnly day) => Calendar.IsWorking(day) == AreWorking;

    /// <summary>Which days are meant, which tells it from others.</summary>
    public override string ToString() => AreWorking ? "working" : "off";
}
