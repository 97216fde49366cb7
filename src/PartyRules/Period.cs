using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using PartyRules.Engine.Fluent;

namespace PartyRules;

/// <summary>How long a period is. A cycle is always one calendar year; a round is one of its equal parts, or the year itself.</summary>
public enum PeriodKind
{
    /// <summary>A calendar year, written <c>2026</c>.</summary>
    Year,

    /// <summary>Half a calendar year, written <c>2026-H1</c>.</summary>
    HalfYear,

    /// <summary>A quarter, written <c>2026-Q1</c>.</summary>
    Quarter,

    /// <summary>Two calendar months from an odd one, written <c>2026-B1</c>.</summary>
    Bimonth,

    /// <summary>A calendar month, written <c>2026-01</c>.</summary>
    Month,

    /// <summary>Half a calendar month, to its 15th or from its 16th day, written <c>2026-01-H1</c>.</summary>
    HalfMonth,

    /// <summary>
    /// Two weeks, an odd one and the even one after it, cut at the ends of the year; a window, never a round. Written <c>2026-F01</c>
    /// (weeks 1 and 2); the days of a year before its first ISO week are <c>F00</c>, those from week 53 on <c>F27</c>.
    /// </summary>
    TwoWeeks,

    /// <summary>A third of a calendar month, to its 10th, its 20th or its last day, written <c>2026-01-T1</c>.</summary>
    TenDays,

    /// <summary>
    /// A week from Monday, cut at the ends of the year; a window, never a round. Written <c>2026-W01</c>, with the number that ISO 8601
    /// gives it; the days of a year before its first ISO week are <c>W00</c>, those after its last one <c>W53</c>.
    /// </summary>
    Week,

    /// <summary>A day, written <c>2026-01-31</c>; a window, never a round.</summary>
    Day,
}

/// <summary>A calendar period: a year, or one of its equal parts.</summary>
/// <remarks>
/// Both ends are inclusive dates without a time of day or time zone. Ordered by year, then by end, then longer periods after their parts.
/// The default value is not a period; it has year 0. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(PeriodJsonConverter))]
public readonly record struct Period : IComparable<Period>, ISpanFormattable, IUtf8SpanFormattable
{
    private const int LongestText = 10;

    // One number holds year, kind and number: every limit compares periods, and a comparison of one number costs nothing.
    private const int KindShift = 9;
    private const int KindBits = 4;
    private const int YearShift = KindShift + KindBits;
    private readonly int packed;

    private Period(int year, PeriodKind kind, int number) => packed = (year << YearShift) | ((int)kind << KindShift) | number;

    /// <summary>The calendar year, 1 to 9999.</summary>
    public int Year => packed >> YearShift;

    /// <summary>How long the period is.</summary>
    public PeriodKind Kind => (PeriodKind)((packed >> KindShift) & ((1 << KindBits) - 1));

    /// <summary>Which part of the year it is, from 1; always 1 for a year.</summary>
    public int Number => packed & ((1 << KindShift) - 1);

    /// <summary>The first day, inclusive.</summary>
    public DateOnly Start => Kind switch
    {
        PeriodKind.Day => new DateOnly(Year, 1, 1).AddDays(Number - 1),
        PeriodKind.Week or PeriodKind.TwoWeeks => new DateOnly(Year, 1, 1).AddDays(Math.Max(0, DaysBefore(FirstWeek))),
        PeriodKind.TenDays => new DateOnly(Year, MonthOfPart, (PartOfMonth * 10) + 1),
        PeriodKind.HalfMonth => new DateOnly(Year, MonthOfPart, (PartOfMonth * 15) + 1),
        _ => new DateOnly(Year, ((Number - 1) * Months(Kind)) + 1, 1),
    };

    /// <summary>The last day, inclusive.</summary>
    public DateOnly End => Kind switch
    {
        PeriodKind.Day => Start,
        PeriodKind.Week or PeriodKind.TwoWeeks => new DateOnly(Year, 1, 1).AddDays(Math.Min(DaysIn(Year), DaysBefore(LastWeek + 1)) - 1),
        PeriodKind.TenDays when PartOfMonth < 2 => new DateOnly(Year, MonthOfPart, (PartOfMonth * 10) + 10),
        PeriodKind.HalfMonth when PartOfMonth == 0 => new DateOnly(Year, MonthOfPart, 15),
        PeriodKind.TenDays or PeriodKind.HalfMonth => LastDayOf(Year, MonthOfPart),
        _ => LastDayOf(Year, Number * Months(Kind)),
    };

    /// <summary>The calendar month in which a part of a month lies.</summary>
    private int MonthOfPart => ((Number - 1) / InMonth(Kind)) + 1;

    /// <summary>Which part of its month it is, from 0.</summary>
    private int PartOfMonth => (Number - 1) % InMonth(Kind);

    /// <summary>The last week of weeks, counted from the year's first, whole or cut.</summary>
    private int LastWeek => Kind == PeriodKind.Week ? Number : (Number * 2) - 1 + FirstWeekOf(Year);

    /// <summary>The first week of weeks; the days before the year's first ISO week have none before them.</summary>
    private int FirstWeek => Kind == PeriodKind.Week ? Number : Math.Max(1, LastWeek - 1);

    /// <summary>How many days of the year are before one of its weeks; below zero where the first began in the year before.</summary>
    private int DaysBefore(int week) => ((week - 1) * 7) - DaysBeforeMonday(Year);

    /// <summary>A whole calendar year.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside its range.</exception>
    public static Period OfYear(int year) => Of(year, PeriodKind.Year, 1);

    /// <summary>One part of a year.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <param name="kind">The length of the part.</param>
    /// <param name="number">Which part, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year or the number is outside its range.</exception>
    public static Period Of(int year, PeriodKind kind, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, CountIn(year, kind));
        return new Period(year, kind, number);
    }

    /// <summary>The period of a kind in which a date falls.</summary>
    /// <param name="date">The date.</param>
    /// <param name="kind">The kind of period.</param>
    public static Period Containing(DateOnly date, PeriodKind kind)
    {
        if (kind >= PeriodKind.HalfMonth)
            return new Period(date.Year, kind, NumberOf(date, kind));
        date.Deconstruct(out var year, out var month, out _);
        return new Period(year, kind, ((month - 1) / Months(kind)) + 1);
    }

    /// <summary>The period of a kind in which an entry's date falls.</summary>
    internal static Period Containing(Entry entry, PeriodKind kind) => kind switch
    {
        PeriodKind.Month => new Period(entry.Year, kind, entry.Month),
        PeriodKind.Year => new Period(entry.Year, kind, 1),
        _ => Containing(entry.Date, kind),
    };

    /// <summary>How many periods of a kind make a year: 1, 2, 4, 6, 12, 24 or 36.</summary>
    /// <param name="kind">The kind of period, not a week, two weeks or a day.</param>
    public static int CountPerYear(PeriodKind kind) => 12 / Months(kind) * InMonth(kind);

    /// <summary>How many periods of a kind begin in a year; weeks and days depend on the year.</summary>
    internal static int CountIn(int year, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => DaysIn(year),
        PeriodKind.Week => WeeksIn(year),
        PeriodKind.TwoWeeks => NumberOfWeeks(year, WeeksIn(year)),
        _ => CountPerYear(kind),
    };

    /// <summary>
    /// Whether periods of a kind make up a year in the same number each year, so that a round can be one: all but days and weeks.
    /// </summary>
    internal static bool IsOfMonths(PeriodKind kind) => kind is not (PeriodKind.Day or PeriodKind.Week or PeriodKind.TwoWeeks);

    /// <summary>Whether every period of a kind lies within one of another.</summary>
    /// <param name="inner">The kind.</param>
    /// <param name="outer">The other kind.</param>
    internal static bool FitsInto(PeriodKind inner, PeriodKind outer) =>
        inner == outer || outer == PeriodKind.Year || inner == PeriodKind.Day
        || (inner == PeriodKind.Week && outer == PeriodKind.TwoWeeks)
        || (IsOfMonths(inner) && IsOfMonths(outer) && CountPerYear(inner) % CountPerYear(outer) == 0);

    /// <summary>The periods of a kind that make up a year, in order.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <param name="kind">The kind of period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside its range; thrown while enumerating.</exception>
    public static IEnumerable<Period> AllIn(int year, PeriodKind kind) =>
        Enumerable.Range(1, CountIn(year, kind)).Select(number => Of(year, kind, number));

    /// <summary>Whether a date falls in the period, both ends included.</summary>
    /// <param name="date">The date.</param>
    public bool Contains(DateOnly date) => date.Year == Year && NumberOf(date, Kind) == Number;

    /// <summary>
    /// Reads <c>2026</c>, <c>2026-H1</c>, <c>2026-Q2</c>, <c>2026-B3</c>, <c>2026-07</c>, <c>2026-07-H2</c>, <c>2026-07-T3</c>,
    /// <c>2026-F14</c>, <c>2026-W27</c> or <c>2026-07-01</c>: what <see cref="ToString"/> writes.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="period">The period, or the default where the text is none.</param>
    /// <returns>Whether the text is a period.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (text.Length < 4 || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1)
            return false;

        var rest = text[4..];
        if (rest is ['-', _, _, '-', var sign, _])
            return sign is 'H' or 'T' ? TryParsePart(text, year, sign, out period) : TryParseDay(text, out period);
        (PeriodKind Kind, int From)? part = rest switch
        {
            [] => (PeriodKind.Year, 0),
            ['-', 'H', _] => (PeriodKind.HalfYear, 2),
            ['-', 'Q', _] => (PeriodKind.Quarter, 2),
            ['-', 'B', _] => (PeriodKind.Bimonth, 2),
            ['-', 'F', _, _] => (PeriodKind.TwoWeeks, 2),
            ['-', 'W', _, _] => (PeriodKind.Week, 2),
            ['-', _, _] => (PeriodKind.Month, 1),
            _ => null,
        };
        if (part is not var (kind, from))
            return false;
        var digits = rest.IsEmpty ? "1" : rest[from..];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        if (kind is PeriodKind.Week or PeriodKind.TwoWeeks)
            number += 1 - FirstWeekOf(year);
        return TryMake(year, kind, number, out period);
    }

    private static bool TryParsePart(ReadOnlySpan<char> text, int year, char sign, out Period period)
    {
        period = default;
        var kind = sign == 'H' ? PeriodKind.HalfMonth : PeriodKind.TenDays;
        return int.TryParse(text[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            && text[^1] - '0' is var part && part >= 1 && part <= InMonth(kind)
            && TryMake(year, kind, ((month - 1) * InMonth(kind)) + part, out period);
    }

    private static bool TryMake(int year, PeriodKind kind, int number, out Period period)
    {
        var isOne = number >= 1 && number <= CountIn(year, kind);
        period = isOne ? new Period(year, kind, number) : default;
        return isOne;
    }

    private static bool TryParseDay(ReadOnlySpan<char> text, out Period period)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        period = isDay ? Containing(day, PeriodKind.Day) : default;
        return isDay;
    }

    /// <summary>
    /// The number of the first week of a year, whole or cut: 1 where it is the first ISO week, 0 where that week is the last one of the
    /// year before.
    /// </summary>
    private static int FirstWeekOf(int year) => DaysBeforeMonday(year) <= 3 ? 1 : 0;

    /// <summary>Orders by year, then by end, then longer periods after their parts, as results list them.</summary>
    /// <param name="other">The other period.</param>
    /// <returns>Less than zero where this one comes first, more than zero where the other does, zero where they are the same.</returns>
    public int CompareTo(Period other)
    {
        var byYear = Year.CompareTo(other.Year);
        if (byYear != 0)
            return byYear;
        if (Kind == other.Kind)
            return Number.CompareTo(other.Number);
        var byEnd = End.CompareTo(other.End);
        return byEnd != 0 ? byEnd : other.Kind.CompareTo(Kind);
    }

    /// <summary>Whether the left period comes first.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left period comes last.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left period comes first or is the same.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left period comes last or is the same.</summary>
    /// <param name="left">One period.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// The written form: <c>2026</c>, <c>2026-H1</c>, <c>2026-Q2</c>, <c>2026-B3</c>, <c>2026-07</c>, <c>2026-07-H2</c>,
    /// <c>2026-07-T3</c>, <c>2026-F14</c>, <c>2026-W27</c> or <c>2026-07-01</c>.
    /// </summary>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[LongestText];
        return new string(buffer[..Write(buffer)]);
    }

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        Span<char> buffer = stackalloc char[LongestText];
        charsWritten = Write(buffer);
        return buffer[..charsWritten].TryCopyTo(destination);
    }

    /// <inheritdoc/>
    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        Span<char> buffer = stackalloc char[LongestText];
        return Ascii.FromUtf16(buffer[..Write(buffer)], utf8Destination, out bytesWritten) == OperationStatus.Done;
    }

    private int Write(Span<char> text)
    {
        if (Kind == PeriodKind.Day)
        {
            _ = Start.TryFormat(text, out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return written;
        }

        if (InMonth(Kind) > 1)
        {
            var month = new Period(Year, PeriodKind.Month, MonthOfPart).Write(text);
            (Kind == PeriodKind.HalfMonth ? "-H" : "-T").CopyTo(text[month..]);
            text[month + 2] = (char)('1' + PartOfMonth);
            return month + 3;
        }

        var (sign, digits) = Kind switch
        {
            PeriodKind.Year => ("", 0),
            PeriodKind.HalfYear => ("-H", 1),
            PeriodKind.Quarter => ("-Q", 1),
            PeriodKind.Bimonth => ("-B", 1),
            PeriodKind.TwoWeeks => ("-F", 2),
            PeriodKind.Week => ("-W", 2),
            _ => ("-", 2),
        };
        WriteDigits(text[..4], Year);
        sign.CopyTo(text[4..]);
        var length = 4 + sign.Length + digits;
        WriteDigits(
            text[(4 + sign.Length)..length],
            Kind is PeriodKind.Week or PeriodKind.TwoWeeks ? Number - 1 + FirstWeekOf(Year) : Number);
        return length;
    }

    private static void WriteDigits(Span<char> text, int number)
    {
        for (var i = text.Length - 1; i >= 0; i--, number /= 10)
            text[i] = (char)('0' + (number % 10));
    }

    private static int NumberOf(DateOnly date, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => date.DayOfYear,
        PeriodKind.Week => WeekOf(date),
        PeriodKind.TwoWeeks => NumberOfWeeks(date.Year, WeekOf(date)),
        PeriodKind.TenDays => ((date.Month - 1) * 3) + Math.Min(3, (date.Day + 9) / 10),
        PeriodKind.HalfMonth => ((date.Month - 1) * 2) + (date.Day <= 15 ? 1 : 2),
        _ => ((date.Month - 1) / Months(kind)) + 1,
    };

    private static int WeekOf(DateOnly date) => ((date.DayOfYear - 1 + DaysBeforeMonday(date.Year)) / 7) + 1;

    private static int WeeksIn(int year) => (DaysIn(year) + DaysBeforeMonday(year) + 6) / 7;

    /// <summary>Which two weeks a week belongs to: ISO weeks 1 and 2 are the first, or the second after days before them.</summary>
    private static int NumberOfWeeks(int year, int week) => FirstWeekOf(year) == 1 ? (week + 1) / 2 : (week / 2) + 1;

    private static DateOnly LastDayOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int DaysIn(int year) => DateTime.IsLeapYear(year) ? 366 : 365;

    /// <summary>How many days of the year's first week belong to the year before.</summary>
    private static int DaysBeforeMonday(int year) => ((int)new DateOnly(year, 1, 1).DayOfWeek + 6) % 7;

    private static int Months(PeriodKind kind) => kind switch
    {
        PeriodKind.Year => 12,
        PeriodKind.HalfYear => 6,
        PeriodKind.Quarter => 3,
        PeriodKind.Bimonth => 2,
        _ => 1,
    };

    /// <summary>How many parts of a kind a month has; 1 for what is not a part of one.</summary>
    private static int InMonth(PeriodKind kind) => kind switch
    {
        PeriodKind.HalfMonth => 2,
        PeriodKind.TenDays => 3,
        _ => 1,
    };
}
