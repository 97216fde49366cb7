using PartyRules.Conditions;

namespace PartyRules.Verification.Search;

/// <summary>Times of day in the columns of an entry in the making.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class Times
{
    private const int SecondsInDay = 86_400;
    private const int SecondsInMinute = 60;
    private readonly Dictionary<string, int> seconds = new(StringComparer.Ordinal);

    /// <summary>The time in a column, as data holds it; null for none.</summary>
    public string? In(string column) => seconds.TryGetValue(column, out var time) ? TextOf(time) : null;

    /// <summary>Puts a time into a column.</summary>
    public void Set(string column, TimeOnly time) => seconds.TryAdd(column, (int)(time.Ticks / TimeSpan.TicksPerSecond));

    /// <summary>
    /// Puts so many minutes between two times, as far as these are not set and the day reaches; of two columns that are free, from
    /// midnight.
    /// </summary>
    public void Set(MinutesNumber number, Points minutes)
    {
        var length = Math.Clamp(SecondsOf(minutes), 0, SecondsInDay - 1);
        var (from, to) = (Known(number.From), Known(number.To));
        var wraps = number.IfEarlier == IfEarlier.NextDay;
        if (number.From.Column is { } begin && from is null)
            seconds[begin] = to is { } end ? Within(end - length, wraps) : 0;
        if (number.To.Column is { } column && to is null)
            seconds[column] = Within(Known(number.From)!.Value + length, wraps);
    }

    /// <summary>
    /// The whole seconds of minutes; of those that are a little more or less, as the bounds of open ranges are, the next second on that
    /// side.
    /// </summary>
    private static int SecondsOf(Points minutes)
    {
        var seconds = Math.Clamp(minutes.ToDecimal() * SecondsInMinute, 0, SecondsInDay);
        var whole = Math.Round(seconds);
        return (int)whole + Math.Sign(seconds - whole);
    }

    private int? Known(ClockTime time) => time.Column is null ? (int)(time.Fixed.Ticks / TimeSpan.TicksPerSecond)
        : seconds.TryGetValue(time.Column, out var known) ? known
        : null;

    private static int Within(int time, bool wraps) =>
        wraps ? ((time % SecondsInDay) + SecondsInDay) % SecondsInDay : Math.Clamp(time, 0, SecondsInDay - 1);

    private static string TextOf(int time) => TimeOfDay.TextOf(TimeOnly.MinValue.Add(TimeSpan.FromSeconds(time)));
}
