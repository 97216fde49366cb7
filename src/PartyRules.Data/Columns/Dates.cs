using System.Globalization;

namespace PartyRules.Data.Columns;

/// <summary>Dates as data sets write them, and as workbooks count them.</summary>
internal static class Dates
{
    private const int LeapDayThatNeverWas = 60;
    private const int LastSerial = 2_958_465;
    private const int DaysBetweenSystems = 1462;
    private const int SecondsInDay = 86_400;
    private const double Noise = 1e-6;
    private const double NoiseOfSeconds = 5e-3;
    private const int LeastLikely = 10_000;
    private const int MostLikely = 80_000;
    private static readonly DateTime Origin = new(1899, 12, 30);

    /// <summary>Reads a date of the form <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>A date; with its time of day where it has one, and with Z where that is of another place's clock.</summary>
    public static string TextOf(DateTime value) =>
        value.TimeOfDay == default ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + (value.Kind == DateTimeKind.Utc ? "Z" : "");

    /// <summary>The time of day that is a part of a day, with the part of a second where it has one.</summary>
    /// <param name="partOfDay">The part of the day that has passed, from 0; 1 is its end.</param>
    public static string TimeTextOf(double partOfDay)
    {
        var seconds = partOfDay * SecondsInDay;
        var whole = Math.Round(seconds);
        return TimeTextOf(TimeSpan.FromSeconds(Math.Abs(seconds - whole) < NoiseOfSeconds ? whole : seconds));
    }

    /// <summary>The time of day that has passed since midnight, with the part of a second where it has one.</summary>
    public static string TimeTextOf(TimeSpan sinceMidnight)
    {
        if (sinceMidnight < TimeSpan.Zero)
            return "-" + TimeTextOf(-sinceMidnight);
        var part = sinceMidnight.Ticks % TimeSpan.TicksPerSecond;
        var hours = (long)Math.Floor(sinceMidnight.TotalHours);
        var text = string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{sinceMidnight.Minutes:00}:{sinceMidnight.Seconds:00}");
        return part == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}.{part:0000000}").TrimEnd('0');
    }

    /// <summary>The day that a workbook counts; null for none: it counts a 29 February 1900, which never was.</summary>
    /// <param name="serial">The count: 1 is 1 January 1900, or 2 January 1904; what follows the point is the time of day.</param>
    /// <param name="isFrom1904">From when the workbook counts.</param>
    public static DateTime? OfSerial(double serial, bool isFrom1904)
    {
        if (isFrom1904)
            serial += DaysBetweenSystems;
        var day = Math.Floor(serial + Noise);
        if (!(day >= 1) || day > LastSerial || day == LeapDayThatNeverWas)
            return null;
        var seconds = Math.Min(Math.Round((serial - day) * SecondsInDay), SecondsInDay - 1);
        return Origin.AddDays(day < LeapDayThatNeverWas ? day + 1 : day).AddSeconds(Math.Max(0, seconds));
    }

    /// <summary>The day that a text means which is likely the count of a workbook; null for any other text.</summary>
    public static DateOnly? OfCount(string text, bool isFrom1904) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count is > LeastLikely and < MostLikely && OfSerial(count, isFrom1904) is { } day
            ? DateOnly.FromDateTime(day)
            : null;
}
