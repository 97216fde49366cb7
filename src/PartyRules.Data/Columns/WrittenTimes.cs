using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyRules.Data.Columns;

/// <summary>What came of reading a time of day.</summary>
/// <param name="Time">The time; null where it is none, or may be several.</param>
/// <param name="Trouble">The code of the message about what is wrong; null for nothing.</param>
internal readonly record struct WrittenTime(TimeOnly? Time, string? Trouble = null);

/// <summary>
/// Reads times of day in the forms that people write, where one cannot be taken for another: hours, minutes of two digits and perhaps
/// seconds, by 24 hours or with the half of the day.
/// </summary>
internal static partial class WrittenTimes
{
    private const int Noon = 12;

    /// <summary>Reads a time of day.</summary>
    /// <param name="text">The text, as folding leaves it.</param>
    public static WrittenTime Read(string text) =>
        Form().Match(text) is { Success: true } match ? TimeOf(match) : new(null, TroubleOf(text));

    /// <summary>The time that a workbook may mean by the part of a day that has passed; null for any other text.</summary>
    public static string? OfCount(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is >= 0 and < 1
            ? Dates.TimeTextOf(part)
            : null;

    private static WrittenTime TimeOf(Match match)
    {
        var (hour, minute, second) = (Number(match, "h"), Number(match, "m"), Number(match, "s"));
        if (match.Groups["f"].Success)
            return new(null, "data.time-second");
        if (!match.Groups["word"].Success && (match.Groups["m"].Length == 1 || match.Groups["s"].Length == 1))
            return new(null, "data.time-digit");
        if (hour == 24 && minute == 0 && second == 0)
            return new(null, "data.time-24");
        if (hour > 23 || minute > 59 || second > 59)
            return new(null, "data.bad-time");
        if (match.Groups["half"] is not { Success: true } half)
            return new(new TimeOnly(hour, minute, second));
        var isChinese = half.Value is "上午" or "下午";
        var isAfternoon = half.Value is "下午" || half.Value.StartsWith('P') || half.Value.StartsWith('p');
        if (hour is 0 or > Noon || (hour == Noon && isChinese && !isAfternoon))
            return new(null, "data.time-half");
        return new(new TimeOnly((hour % Noon) + (isAfternoon ? Noon : 0), minute, second));
    }

    /// <summary>Why a text is no time, as exactly as can be told.</summary>
    private static string TroubleOf(string text) =>
        WrittenDates.Read(text).Date is not null ? "data.time-day" : Zoned().IsMatch(text) ? "data.time-zone" : "data.bad-time";

    private static int Number(Match match, string group) =>
        match.Groups[group].ValueSpan is { IsEmpty: false } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<half>上午|下午|AM(?= )|PM(?= ))? ?(?<h>[0-9]{1,2})((:(?<m>[0-9]{1,2})(:(?<s>[0-9]{1,2})(?<f>\.[0-9]+)?)?)"
            + @"|(?<word>[时点])(?<m>[0-9]{1,2})分?((?<=分)(?<s>[0-9]{1,2})秒)?)( ?(?<half>AM|PM))?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\\.[0-9]+)? ?(Z|[+-][0-9]{2}:?[0-9]{2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Zoned();
}
