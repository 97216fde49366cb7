using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>A time of day: that in a column of the entry, or one that is fixed.</summary>
/// <param name="Column">The column; null for a fixed time.</param>
/// <param name="Fixed">The fixed time; midnight where there is a column.</param>
internal readonly record struct ClockTime(string? Column, TimeOnly Fixed)
{
    /// <summary>The time of an entry; null where the column holds none.</summary>
    public TimeOnly? Of(Entry entry) =>
        Column is null ? Fixed
        : entry.Attributes.TryGetValue(Column, out var text) && TimeOfDay.TryParse(text, out var time) ? time
        : null;
}

/// <summary>What holds where minutes end at an earlier time of day than they begin.</summary>
internal enum IfEarlier
{
    /// <summary>They end on the next day.</summary>
    NextDay,

    /// <summary>There are none.</summary>
    Zero,

    /// <summary>The entry is refused.</summary>
    Refused,
}

/// <summary>The minutes from one time of day to another, a part of a minute as an exact fraction.</summary>
/// <param name="code">The name by which clauses call it.</param>
/// <param name="name">The name shown to people.</param>
/// <param name="from">From when.</param>
/// <param name="to">Until when.</param>
/// <param name="ifEarlier">What holds where that is earlier than from when.</param>
internal sealed class MinutesNumber(string code, LocalText name, ClockTime from, ClockTime to, IfEarlier ifEarlier)
    : EntryNumber(code, name, [.. new[] { from.Column, to.Column }.OfType<string>()])
{
    private const int SecondsInMinute = 60;
    private const int SecondsInDay = 86_400;

    public ClockTime From { get; } = from;

    public ClockTime To { get; } = to;

    public IfEarlier IfEarlier { get; } = ifEarlier;

    /// <summary>Whether they are what a column holds, counted from midnight.</summary>
    public bool IsTimeOfDay => To.Column == Code && From == default;

    /// <summary>The time in a column, as minutes since midnight.</summary>
    public static MinutesNumber Since(string column, LocalText name) =>
        new(column, name, default, new ClockTime(column, default), IfEarlier.Refused);

    /// <summary>Whether the end of an entry's minutes is earlier than their beginning.</summary>
    public bool IsEarlier(Entry entry) => To.Of(entry) < From.Of(entry);

    /// <inheritdoc/>
    public override Exact? Of(Entry entry)
    {
        if (From.Of(entry) is not { } from || To.Of(entry) is not { } to)
            return null;
        var seconds = (int)((to.Ticks - from.Ticks) / TimeSpan.TicksPerSecond);
        return seconds >= 0 ? new Exact(seconds, SecondsInMinute) : IfEarlier switch
        {
            IfEarlier.NextDay => new Exact(seconds + SecondsInDay, SecondsInMinute),
            IfEarlier.Zero => Exact.Zero,
            _ => null,
        };
    }
}

/// <summary>A part of the day in which the time of an entry stands; one that ends earlier than it begins runs over midnight.</summary>
/// <remarks>Only the clock is looked at, not the date. Immutable and thread-safe.</remarks>
internal sealed class ClockWindow
{
    private const int LastSecond = 86_399;
    private readonly int first;
    private readonly int last;

    /// <summary>Makes a part of the day. Of each end one bound may be given.</summary>
    /// <param name="time">The time that is looked at.</param>
    /// <param name="from">When it begins, included; null for none.</param>
    /// <param name="above">When it begins, not included; null for none.</param>
    /// <param name="to">When it ends, included; null for none.</param>
    /// <param name="below">When it ends, not included; null for none.</param>
    public ClockWindow(MinutesNumber time, TimeOnly? from, TimeOnly? above, TimeOnly? to, TimeOnly? below)
    {
        Time = time;
        Bounds = [("from", from), ("above", above), ("to", to), ("below", below)];
        IsOverMidnight = (to ?? below) < (from ?? above);
        first = from is { } begin ? SecondOf(begin) : above is { } before ? SecondOf(before) + 1 : 0;
        last = to is { } end ? SecondOf(end) : below is { } after ? SecondOf(after) - 1 : LastSecond;
    }

    /// <summary>The time that is looked at, as minutes since midnight.</summary>
    public MinutesNumber Time { get; }

    /// <summary>The bounds with their names; null for one that is not given.</summary>
    public IReadOnlyList<(string Name, TimeOnly? Bound)> Bounds { get; }

    /// <summary>Whether it ends earlier than it begins.</summary>
    public bool IsOverMidnight { get; }

    /// <summary>Whether no time of day is in it.</summary>
    public bool IsEmpty => IsOverMidnight ? first > LastSecond && last < 0 : first > last;

    /// <summary>The first time in it.</summary>
    public TimeOnly First => TimeOnly.MinValue.Add(TimeSpan.FromSeconds(first % (LastSecond + 1)));

    /// <summary>Whether the time of an entry is in it.</summary>
    public bool Holds(Entry entry)
    {
        if (Time.To.Of(entry) is not { } time)
            return false;
        var second = SecondOf(time);
        return IsOverMidnight ? second >= first || second <= last : second >= first && second <= last;
    }

    /// <summary>The column and the bounds, which tell it from others.</summary>
    public override string ToString() => string.Join(
        ' ',
        Bounds.Where(each => each.Bound is not null).Select(each => $"{each.Name} {TimeOfDay.TextOf(each.Bound!.Value)}")
            .Prepend(Time.Code));

    private static int SecondOf(TimeOnly time) => (int)(time.Ticks / TimeSpan.TicksPerSecond);
}
