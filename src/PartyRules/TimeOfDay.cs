using System.Globalization;

namespace PartyRules;

/// <summary>
/// Times of day as entries carry them in further columns of the kind <c>time</c>: by the clock of the place, without a zone.
/// </summary>
/// <remarks>Text is <c>HH:mm</c> or <c>HH:mm:ss</c>, of 24 hours, whatever the culture. Thread-safe.</remarks>
/// <seealso cref="Entry.Attributes"/>
public static class TimeOfDay
{
    private const int LengthWithoutSeconds = 5;
    private const int LengthWithSeconds = 8;

    /// <summary>The text of a time, as <see cref="Entry.Attributes"/> hold it: <c>08:30</c>, with seconds <c>08:30:15</c>.</summary>
    /// <param name="time">The time, of whole seconds.</param>
    /// <exception cref="ArgumentException">The time has a part of a second, which would be lost.</exception>
    public static string TextOf(TimeOnly time)
    {
        if (time.Ticks % TimeSpan.TicksPerSecond != 0)
            throw new ArgumentException("A time of day is of whole seconds.", nameof(time));
        return time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a time from <c>00:00</c> to <c>23:59:59</c>. Any other text, such as <c>8:30</c> or <c>24:00</c>, is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time; midnight where the text is none.</param>
    /// <returns>Whether the text is a time.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeOnly time)
    {
        time = default;
        if (text.Length is not (LengthWithoutSeconds or LengthWithSeconds))
            return false;
        var (hour, minute, second) = (Part(text, 0), Part(text, 3), text.Length == LengthWithSeconds ? Part(text, 6) : 0);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            return false;
        time = new TimeOnly(hour, minute, second);
        return true;
    }

    /// <summary>The number that two digits make behind the text's beginning or a colon; negative for anything else.</summary>
    private static int Part(ReadOnlySpan<char> text, int at) =>
        (at == 0 || text[at - 1] == ':') && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1])
            ? ((text[at] - '0') * 10) + text[at + 1] - '0'
            : -1;
}
