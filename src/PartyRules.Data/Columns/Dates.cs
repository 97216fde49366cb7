using System.Globalization;

namespace PartyRules.Data.Columns;

/// <summary>Dates as data sets write them, and as workbooks count them.</summary>
internal static class Dates
{
    private const int LeapDayThatNeverWas = 60;
    private const int LastSerial = 2_958_465;
    private const int DaysBetweenSystems = 1462;
    private const int SecondsInDay = 86_400;
    private static readonly DateTime Origin = new(1899, 12, 30);

    /// <summary>Reads a date of the form <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>A date; with its time of day where it has one, which no date column accepts.</summary>
    public static string TextOf(DateTime value) =>
        value.ToString(value.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The day that a workbook counts; null for none: it counts a 29 February 1900, which never was.</summary>
    /// <param name="serial">The count: 1 is 1 January 1900, or 2 January 1904; what follows the point is the time of day.</param>
    /// <param name="isFrom1904">From when the workbook counts.</param>
    public static DateTime? OfSerial(double serial, bool isFrom1904)
    {
        if (isFrom1904)
            serial += DaysBetweenSystems;
        var day = Math.Floor(serial);
        if (!(day >= 1) || day > LastSerial || day == LeapDayThatNeverWas)
            return null;
        return Origin.AddSeconds(Math.Round((day < LeapDayThatNeverWas ? serial + 1 : serial) * SecondsInDay));
    }
}
