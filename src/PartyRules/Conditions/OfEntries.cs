namespace PartyRules.Conditions;

/// <summary>What is asked of entries: how many, what their values add up to, or how many different references they carry.</summary>
internal enum EntryMeasure
{
    /// <summary>How many there are.</summary>
    Count,

    /// <summary>What their values add up to.</summary>
    Sum,

    /// <summary>How many different references they carry.</summary>
    Distinct,
}

/// <summary>Which entries are meant, and what is asked of them.</summary>
/// <param name="Codes">The codes of items or records.</param>
/// <param name="Names">Their names.</param>
/// <param name="Levels">The levels; empty for all.</param>
/// <param name="Evaluators">The evaluators; empty for all.</param>
/// <param name="Value">The range of the value; null for all.</param>
/// <param name="DayOfMonth">The range of the day; null for all.</param>
/// <param name="Measure">What is asked.</param>
/// <param name="Range">The range it must be in.</param>
/// <param name="Number">The number that stands for the value; null for the value itself.</param>
/// <param name="Time">The part of the day; null for all.</param>
/// <param name="Days">Working days or days off; null for all.</param>
internal sealed record EntryFilter(
    IReadOnlyList<string> Codes,
    IReadOnlyList<LocalText> Names,
    IReadOnlyList<string> Levels,
    IReadOnlyList<string> Evaluators,
    NumberRange? Value,
    NumberRange? DayOfMonth,
    EntryMeasure Measure,
    NumberRange Range,
    EntryNumber? Number = null,
    ClockWindow? Time = null,
    DaysMeant? Days = null)
{
    private readonly WordSet codes = new(Codes);
    private readonly WordSet levels = new(Levels);
    private readonly WordSet evaluators = new(Evaluators);

    /// <summary>What is asked of the entries of the dossier's period that are meant.</summary>
    /// <param name="dossier">The dossier.</param>
    public Points Measured(Dossier dossier)
    {
        var measured = Points.Zero;
        HashSet<(int, string)>? references = null;
        foreach (var entry in dossier.Span)
        {
            if (Means(entry))
                measured += MeasureOf(entry, 0, ref references);
        }

        return measured;
    }

    /// <summary>What an entry that is meant adds to the measure of its window.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="window">Which window it is in.</param>
    /// <param name="references">The references known so far, by window. An entry without a reference adds none.</param>
    public Points MeasureOf(Entry entry, int window, ref HashSet<(int Window, string Reference)>? references) => Measure switch
    {
        EntryMeasure.Count => 1,
        EntryMeasure.Sum => (Number is null ? entry.Value : EntryNumber.ValueOf(entry, Number.Code)).GetValueOrDefault(),
        _ => entry.Reference.Length > 0 && (references ??= []).Add((window, entry.Reference)) ? 1 : 0,
    };

    /// <summary>Says whose values are read.</summary>
    public void LookAt(LookedAt facts)
    {
        facts.EntriesOf(Codes);
        facts.EntriesOfLevels(Levels);
        facts.EntriesBy(Evaluators);
        if (Number is not null)
            facts.NumberOf(Codes, Number);
        else if (Value is not null || Measure == EntryMeasure.Sum)
            facts.ValuesOf(Codes);
        if (Time is not null)
            facts.NumberOf(Codes, Time.Time);
        if (Days is not null)
            facts.WorkingDays();
        if (Levels.Count > 0)
            facts.LevelsOf(Codes);
        if (Evaluators.Count > 0)
            facts.EvaluatorsOf(Codes);
    }

    /// <summary>Whether an entry is meant.</summary>
    public bool Means(Entry entry) =>
        codes.Contains(entry.Item)
        && (Levels.Count == 0 || levels.Contains(entry.Level))
        && (Evaluators.Count == 0 || evaluators.Contains(entry.Evaluator))
        && (Value is null || IsInRange(entry, Value))
        && (DayOfMonth is null || DayOfMonth.Contains(entry.Date.Day))
        && (Time is null || Time.Holds(entry))
        && (Days is null || Days.Holds(entry.Date));

    /// <summary>Whether entries of a day may be meant; of a year that a calendar does not give, none.</summary>
    public bool MayMean(DateOnly day) =>
        (DayOfMonth is null || DayOfMonth.Contains(day.Day)) && (Days is null || (Days.Calendar.Knows(day) && Days.Holds(day)));

    private bool IsInRange(Entry entry, NumberRange range) => Number is null
        ? entry.Value is { } value && range.Contains(value)
        : Number.Of(entry) is { } number && range.Contains(number);
}

/// <summary>Holds where certain entries are as asked.</summary>
internal sealed record FilteredEntriesCondition(EntryFilter Filter) : GrowingCondition(Filter.Range)
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => Filter.LookAt(facts);

    /// <inheritdoc/>
    private protected override Extent Measure(in Known known) => Extent.Of(Filter.Measured(known.Dossier), known.Dossier);
}

/// <summary>Holds where the windows in which entries are as asked, counted or in a row, are in the range.</summary>
/// <remarks>
/// A window of which the months to look back hold a part only is judged by that part. Where a period is not over, its windows that are
/// still to come may be as asked or not. Entries are gone through once.
/// </remarks>
internal sealed record WindowsCondition(EntryFilter Filter, PeriodKind Per, bool InARow, NumberRange Count, int LookBackMonths)
    : GrowingCondition(Count)
{
    private const int MostOnStack = 64;

    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        Filter.LookAt(facts);
        facts.Absence();
    }

    /// <inheritdoc/>
    private protected override Extent Measure(in Known known)
    {
        var dossier = known.Dossier;
        var from = LookBack.Start(dossier, LookBackMonths);
        var first = LookBack.FirstKnown(dossier, from);
        var month = dossier.Period.FirstMonth;
        var (start, end) = (Period.Containing(first, Per, month), Period.Containing(dossier.LastDay, Per, month));
        var length = end < start ? 0 : Position(end, start.Year) - start.Number + 1;
        var measured = length > MostOnStack ? new Points[length] : stackalloc Points[length];
        HashSet<(int, string)>? references = null;
        if (from < dossier.Period.Start)
            Measure(dossier.Before.AsSpan(), from, start, measured, ref references);
        Measure(dossier.Span, dossier.Period.Start, start, measured, ref references);
        if (!dossier.IsOpen)
            return ExtentOf(measured, null, 0);
        var toCome = Position(Period.Containing(dossier.Period.End, Per, month), start.Year) - start.Number + 1 - length;
        return length > 0 && end.End > dossier.Until
            ? ExtentOf(measured[..^1], measured[^1], toCome)
            : ExtentOf(measured, null, toCome);
    }

    private void Measure(
        ReadOnlySpan<Entry> entries, DateOnly from, Period start, Span<Points> measured, ref HashSet<(int, string)>? references)
    {
        foreach (var entry in entries)
        {
            if (!Filter.Means(entry) || entry.Date < from)
                continue;
            var window = Position(Period.Containing(entry, Per, start.FirstMonth), start.Year) - start.Number;
            if (window < measured.Length)
                measured[window] += Filter.MeasureOf(entry, window, ref references);
        }
    }

    /// <summary>The number of a window, counted on from the first window of a year.</summary>
    private int Position(Period window, int year)
    {
        var position = window.Number;
        for (; year < window.Year; year++)
            position += Period.CountIn(year, Per);
        return position;
    }

    /// <summary>
    /// How many windows, all or the most in a row, are as asked whatever may still happen, and how many may become so: those that are over,
    /// one that is not, and those still to come.
    /// </summary>
    private Extent ExtentOf(ReadOnlySpan<Points> over, Points? open, int toCome)
    {
        var (all, row, longest) = (0, 0, 0);
        foreach (var window in over)
            Take(Filter.Range.Contains(window), ref all, ref row, ref longest);
        var (mostOfAll, mostInARow, most) = (all, row, longest);
        if (open is { } measured)
        {
            var extent = new Extent(measured, null);
            Take(Filter.Range.ContainsAll(extent), ref all, ref row, ref longest);
            Take(!Filter.Range.ContainsNone(extent), ref mostOfAll, ref mostInARow, ref most);
        }

        return InARow ? new Extent(longest, Math.Max(most, mostInARow + toCome)) : new Extent(all, mostOfAll + toCome);
    }

    private static void Take(bool holds, ref int all, ref int row, ref int longest)
    {
        all += holds ? 1 : 0;
        row = holds ? row + 1 : 0;
        longest = Math.Max(longest, row);
    }
}

/// <summary>How far conditions look back before the period.</summary>
internal static class LookBack
{
    /// <summary>The first day that counts: that of the period, so many months earlier, as far as the calendar goes.</summary>
    public static DateOnly Start(Dossier dossier, int months)
    {
        var start = dossier.FirstDay;
        return months < ((start.Year - 1) * 12) + start.Month ? start.AddMonths(-months) : DateOnly.MinValue;
    }

    /// <summary>The day of the first entry that counts before the period; the period's first day where there is none.</summary>
    public static DateOnly FirstKnown(Dossier dossier, DateOnly from)
    {
        var first = dossier.FirstDay;
        if (from == first)
            return first;
        foreach (var entry in dossier.Before.AsSpan())
        {
            if (entry.Date >= from && entry.Date < first)
                first = entry.Date;
        }

        return first;
    }
}

/// <summary>Holds where the number of references under which the entries are as asked is in the range.</summary>
/// <remarks>
/// Entries are gone through once. Where the period is not over, a reference that is as asked may cease to be where there is an end to
/// what is asked.
/// </remarks>
internal sealed record ReferencesCondition(EntryFilter Filter, NumberRange Count) : GrowingCondition(Count)
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => Filter.LookAt(facts);

    /// <inheritdoc/>
    private protected override Extent Measure(in Known known)
    {
        var windows = new Dictionary<string, int>(StringComparer.Ordinal);
        var measured = new List<Points>();
        HashSet<(int, string)>? references = null;
        foreach (var entry in known.Dossier.Span)
        {
            if (!Filter.Means(entry))
                continue;
            if (windows.TryAdd(entry.Reference, measured.Count))
                measured.Add(Points.Zero);
            var window = windows[entry.Reference];
            measured[window] += Filter.MeasureOf(entry, window, ref references);
        }

        return known.Dossier.IsOpen && !Filter.Range.IsEndless
            ? new Extent(Points.Zero, null)
            : Extent.Of(measured.Count(Filter.Range.Contains), known.Dossier);
    }
}

/// <summary>Holds where the longest run of entries is in the range.</summary>
internal sealed record RunCondition(
    IReadOnlyList<string> Codes,
    IReadOnlyList<LocalText> Names,
    IReadOnlyList<string> BrokenBy,
    IReadOnlyList<LocalText> BreakerNames,
    NumberRange Count,
    int LookBackMonths) : GrowingCondition(Count)
{
    private readonly WordSet codes = new(Codes);
    private readonly WordSet breakers = new(BrokenBy);

    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => facts.EntriesOf([.. Codes, .. BrokenBy]);

    /// <inheritdoc/>
    private protected override Extent Measure(in Known known)
    {
        var (run, longest) = (0, 0);
        if (LookBackMonths > 0)
            Extend(known.Dossier.Before, LookBack.Start(known.Dossier, LookBackMonths), ref run, ref longest);
        Extend(known.Dossier.Entries, DateOnly.MinValue, ref run, ref longest);
        return Extent.Of(longest, known.Dossier);
    }

    private void Extend(IReadOnlyList<Entry> entries, DateOnly from, ref int run, ref int longest)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Date < from)
                continue;
            if (codes.Contains(entries[i].Item))
                longest = Math.Max(longest, ++run);
            else if (breakers.Contains(entries[i].Item))
                run = 0;
        }
    }
}
