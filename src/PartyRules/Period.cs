using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using PartyRules.Engine.Fluent;

namespace PartyRules;

/// <summary>
/// How long a period is. A year of assessment is twelve calendar months from the first of a month, January by default; a round is one of
/// its equal parts, or the year itself.
/// </summary>
public enum PeriodKind
{
    /// <summary>A year, written <c>2026</c>, or <c>2026-07Y</c> for that from July 2026.</summary>
    Year,

    /// <summary>Half a year, written <c>2026-H1</c>, or <c>2026-07H1</c> for the first half of the year from July 2026.</summary>
    HalfYear,

    /// <summary>A quarter, written <c>2026-Q1</c>, or <c>2026-07Q1</c> for the first quarter of the year from July 2026.</summary>
    Quarter,

    /// <summary>
    /// Two months, counted from the year's first, written <c>2026-B1</c>, or <c>2026-07B1</c> in the year from July 2026.
    /// </summary>
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
/// Both ends are inclusive dates without a time of day or time zone. Ordered by end, then longer periods after their parts. Years, half
/// years, quarters and periods of two months belong to a year that begins in a certain month; of years that begin in different months they
/// differ even where their days are the same. Months and shorter periods are the calendar's. The default value is not a period; it has
/// year 0. Immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(PeriodJsonConverter))]
public readonly record struct Period : IComparable<Period>, ISpanFormattable, IUtf8SpanFormattable
{
    private const int LongestText = 10;

    // One number holds year, first month, kind and number: every limit compares periods, which costs nothing then.
    private const int KindShift = 9;
    private const int KindBits = 4;
    private const int MonthShift = KindShift + KindBits;
    private const int YearShift = MonthShift + 4;
    private readonly int packed;

    private Period(int year, PeriodKind kind, int number, int firstMonth = 1) =>
        packed = (year << YearShift) | ((firstMonth - 1) << MonthShift) | ((int)kind << KindShift) | number;

    /// <summary>The year, 1 to 9999: that in which the year to which the period belongs begins.</summary>
    public int Year => packed >> YearShift;

    /// <summary>
    /// The month in which the year to which the period belongs begins, 1 to 12; always 1 for months and what is shorter.
    /// </summary>
    public int FirstMonth => ((packed >> MonthShift) & 15) + 1;

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
        _ => MonthAfter((Number - 1) * Months(Kind)) ?? DateOnly.MaxValue,
    };

    /// <summary>The last day, inclusive.</summary>
    public DateOnly End => Kind switch
    {
        PeriodKind.Day => Start,
        PeriodKind.Week or PeriodKind.TwoWeeks => new DateOnly(Year, 1, 1).AddDays(Math.Min(DaysIn(Year), DaysBefore(LastWeek + 1)) - 1),
        PeriodKind.TenDays when PartOfMonth < 2 => new DateOnly(Year, MonthOfPart, (PartOfMonth * 10) + 10),
        PeriodKind.HalfMonth when PartOfMonth == 0 => new DateOnly(Year, MonthOfPart, 15),
        PeriodKind.TenDays or PeriodKind.HalfMonth => LastDayOf(Year, MonthOfPart),
        _ => MonthAfter(Number * Months(Kind)) is not { } next ? DateOnly.MaxValue
            : next == DateOnly.MinValue ? next : next.AddDays(-1),
    };

    /// <summary>
    /// The first day of the month so many months after the first of the year; the calendar's first day where it would be before it, null
    /// where it would be after the calendar.
    /// </summary>
    private DateOnly? MonthAfter(int months)
    {
        var month = FirstMonth - 1 + months;
        var year = Year + (month / 12);
        return year < 1 ? DateOnly.MinValue : year > DateOnly.MaxValue.Year ? null : new DateOnly(year, (month % 12) + 1, 1);
    }

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

    /// <summary>A whole year.</summary>
    /// <param name="year">The year in which it begins, 1 to 9999; from 0 where it begins later than in January.</param>
    /// <param name="firstMonth">The month in which it begins, 1 to 12; January by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year or the month is outside its range.</exception>
    public static Period OfYear(int year, int firstMonth = 1) => Of(year, PeriodKind.Year, 1, firstMonth);

    /// <summary>One part of a year.</summary>
    /// <param name="year">The year, 1 to 9999; from 0 where it begins later than in January.</param>
    /// <param name="kind">The length of the part.</param>
    /// <param name="number">Which part, from 1.</param>
    /// <param name="firstMonth">
    /// The month in which the year begins, 1 to 12, January by default; months and shorter periods are those of the calendar year.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The year, the number or the month is outside its range.</exception>
    public static Period Of(int year, PeriodKind kind, int number, int firstMonth = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstMonth, 12);
        firstMonth = FirstMonthOf(kind, firstMonth);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, firstMonth == 1 ? 1 : 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, CountIn(year, kind));
        return new Period(year, kind, number, firstMonth);
    }

    /// <summary>The period of a kind in which a date falls.</summary>
    /// <param name="date">The date.</param>
    /// <param name="kind">The kind of period.</param>
    /// <param name="firstMonth">The month in which the year begins, 1 to 12, January by default.</param>
    public static Period Containing(DateOnly date, PeriodKind kind, int firstMonth = 1)
    {
        if (kind >= PeriodKind.HalfMonth)
            return new Period(date.Year, kind, NumberOf(date, kind));
        date.Deconstruct(out var year, out var month, out _);
        firstMonth = FirstMonthOf(kind, firstMonth);
        if (month < firstMonth)
            (year, month) = (year - 1, month + 12);
        return new Period(year, kind, ((month - firstMonth) / Months(kind)) + 1, firstMonth);
    }

    /// <summary>The period of a kind in which an entry's date falls.</summary>
    internal static Period Containing(Entry entry, PeriodKind kind, int firstMonth) => kind switch
    {
        PeriodKind.Month => new Period(entry.Year, kind, entry.Month),
        PeriodKind.Year when firstMonth == 1 => new Period(entry.Year, kind, 1),
        _ => Containing(entry.Date, kind, firstMonth),
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
    /// <param name="year">The year, 1 to 9999; from 0 where it begins later than in January.</param>
    /// <param name="kind">The kind of period.</param>
    /// <param name="firstMonth">The month in which the year begins, 1 to 12, January by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The year or the month is outside its range; thrown while enumerating at the latest.
    /// </exception>
    public static IEnumerable<Period> AllIn(int year, PeriodKind kind, int firstMonth = 1) =>
        firstMonth == 1
            ? Enumerable.Range(1, CountIn(year, kind)).Select(number => Of(year, kind, number))
            : OfYear(year, firstMonth).Parts(kind);

    /// <summary>The periods of a kind in this one, in order; the first may begin before it, and the last end after it.</summary>
    internal IEnumerable<Period> Parts(PeriodKind kind) => Between(Start, End, kind, FirstMonth);

    /// <summary>The periods of a kind from the one of a day to that of another, in order.</summary>
    internal static IEnumerable<Period> Between(DateOnly first, DateOnly last, PeriodKind kind, int firstMonth)
    {
        if (first > last)
            yield break;
        for (var part = Containing(first, kind, firstMonth); ; part = Containing(part.End.AddDays(1), kind, firstMonth))
        {
            yield return part;
            if (part.End >= last)
                yield break;
        }
    }

    /// <summary>Whether a date falls in the period, both ends included.</summary>
    /// <param name="date">The date.</param>
    public bool Contains(DateOnly date) => Containing(date, Kind, FirstMonth) == this;

    /// <summary>The period of the same kind before this one; null where the calendar begins with it.</summary>
    internal Period? Before => Start > DateOnly.MinValue ? Containing(Start.AddDays(-1), Kind, FirstMonth) : null;

    /// <summary>Whether the period is the one after that in which a date falls.</summary>
    internal bool Follows(DateOnly date) => Before is { } before && before.Contains(date);

    /// <summary>Which part of a year that begins in a month it is, from 1.</summary>
    internal int PlaceIn(int firstMonth) => IsOfMonths(Kind) && FirstMonthOf(Kind, firstMonth) != firstMonth
        ? (((Number - 1 + CountPerYear(Kind) - ((firstMonth - 1) * InMonth(Kind))) % CountPerYear(Kind)) + 1)
        : Number;

    /// <summary>The same period so many years before.</summary>
    internal Period? YearsBefore(int years) =>
        Year - years >= 1 && Number <= CountIn(Year - years, Kind) ? new Period(Year - years, Kind, Number, FirstMonth) : null;

    /// <summary>
    /// Reads <c>2026</c>, <c>2026-H1</c>, <c>2026-Q2</c>, <c>2026-B3</c>, <c>2026-07</c>, <c>2026-07-H2</c>, <c>2026-07-T3</c>,
    /// <c>2026-F14</c>, <c>2026-W27</c> or <c>2026-07-01</c>, and of years that begin in July <c>2026-07Y</c>, <c>2026-07H2</c>,
    /// <c>2026-07Q3</c> or <c>2026-07B6</c>: what <see cref="ToString"/> writes.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="period">The period, or the default where the text is none.</param>
    /// <returns>Whether the text is a period.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (text.Length < 4 || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return false;

        var rest = text[4..];
        if (rest is ['-', _, _, 'Y'] or ['-', _, _, 'H' or 'Q' or 'B', _])
            return TryParseFrom(year, rest[1..], out period);
        if (year < 1)
            return false;
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

    /// <summary>Reads what stands behind the year where that begins in another month than January.</summary>
    private static bool TryParseFrom(int year, ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        var kind = text[2] switch
        {
            'Y' => PeriodKind.Year,
            'H' => PeriodKind.HalfYear,
            'Q' => PeriodKind.Quarter,
            _ => PeriodKind.Bimonth,
        };
        var number = kind == PeriodKind.Year ? 1 : text[3] - '0';
        return int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is > 1 and <= 12
            && TryMake(year, kind, number, out period, month);
    }

    private static bool TryMake(int year, PeriodKind kind, int number, out Period period, int firstMonth = 1)
    {
        var isOne = number >= 1 && number <= CountIn(year, kind);
        period = isOne ? new Period(year, kind, number, firstMonth) : default;
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

    /// <summary>Orders by end, then longer periods after their parts, as results list them.</summary>
    /// <param name="other">The other period.</param>
    /// <returns>Less than zero where this one comes first, more than zero where the other does, zero where they are the same.</returns>
    public int CompareTo(Period other)
    {
        if (Kind == other.Kind && FirstMonth == other.FirstMonth)
            return packed.CompareTo(other.packed);
        var byEnd = End.CompareTo(other.End);
        if (byEnd != 0)
            return byEnd;
        return Kind == other.Kind ? packed.CompareTo(other.packed) : other.Kind.CompareTo(Kind);
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
    /// <c>2026-07-T3</c>, <c>2026-F14</c>, <c>2026-W27</c> or <c>2026-07-01</c>, and of years that begin in July <c>2026-07Y</c>,
    /// <c>2026-07H2</c>, <c>2026-07Q3</c> or <c>2026-07B6</c>.
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

        if (FirstMonth > 1)
            return WriteFrom(text);
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

    private int WriteFrom(Span<char> text)
    {
        WriteDigits(text[..4], Year);
        text[4] = '-';
        WriteDigits(text[5..7], FirstMonth);
        text[7] = Kind switch { PeriodKind.Year => 'Y', PeriodKind.HalfYear => 'H', PeriodKind.Quarter => 'Q', _ => 'B' };
        if (Kind == PeriodKind.Year)
            return 8;
        text[8] = (char)('0' + Number);
        return 9;
    }

    private static void WriteDigits(Span<char> text, int number)
    {
        for (var i = text.Length - 1; i >= 0; i--, number /= 10)
            text[i] = (char)('0' + (number % 10));
    }

    /// <summary>The month in which a year begins for periods of a kind: months and shorter ones are the calendar's.</summary>
    private static int FirstMonthOf(PeriodKind kind, int firstMonth) => kind < PeriodKind.Month ? firstMonth : 1;

    private static int NumberOf(DateOnly date, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => date.DayOfYear,
        PeriodKind.Week => WeekOf(date),
        PeriodKind.TwoWeeks => NumberOfWeeks(date.Year, WeekOf(date)),
        PeriodKind.TenDays => ((date.Month - 1) * 3) + Math.Min(3, (date.Day + 9) / 10),
        _ => ((date.Month - 1) * 2) + (date.Day <= 15 ? 1 : 2),
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
