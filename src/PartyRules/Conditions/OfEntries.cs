using PartyRules.Clauses.Selections;
using PartyRules.Engine.Fluent;

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
internal sealed record EntryFilter(
    IReadOnlyList<string> Codes,
    IReadOnlyList<LocalText> Names,
    IReadOnlyList<string> Levels,
    IReadOnlyList<string> Evaluators,
    NumberRange? Value,
    NumberRange? DayOfMonth,
    EntryMeasure Measure,
    NumberRange Range)
{
    /// <summary>Whether the entries that are meant, within a window, are as asked.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="window">The window; null for the whole dossier.</param>
    /// <param name="reference">The only reference that is meant; null for all.</param>
    public bool Holds(Dossier dossier, Period? window, string? reference = null)
    {
        var measured = Points.Zero;
        HashSet<string>? references = null;
        Measured(dossier.Entries, window, reference, ref measured, ref references);
        if (window is { } within && within.Start < dossier.Period.Start)
            Measured(dossier.Before, window, reference, ref measured, ref references);
        return Range.Contains(measured);
    }

    private void Measured(
        IReadOnlyList<Entry> entries, Period? window, string? reference, ref Points measured, ref HashSet<string>? references)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (!Means(entry) || (reference is not null && entry.Reference != reference))
                continue;
            if (window is { } within && !within.Contains(entry.Date))
                continue;
            if (Measure == EntryMeasure.Distinct)
                measured += (references ??= new HashSet<string>(StringComparer.Ordinal)).Add(entry.Reference) ? 1 : 0;
            else
                measured += Measure == EntryMeasure.Count ? 1 : entry.Value.GetValueOrDefault();
        }
    }

    /// <summary>The different references that the entries that are meant carry.</summary>
    public IEnumerable<string> References(Dossier dossier) =>
        dossier.Entries.Where(Means).Select(entry => entry.Reference).Distinct(StringComparer.Ordinal);

    private bool Means(Entry entry) =>
        Codes.Contains(entry.Item)
        && (Levels.Count == 0 || Levels.Contains(entry.Level))
        && (Evaluators.Count == 0 || Evaluators.Contains(entry.Evaluator))
        && (Value is null || (entry.Value is { } value && Value.Contains(value)))
        && (DayOfMonth is null || DayOfMonth.Contains(entry.Date.Day));
}

/// <summary>Holds where certain entries are as asked.</summary>
internal sealed record FilteredEntriesCondition(EntryFilter Filter) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override bool Holds(in Known known) => Filter.Holds(known.Dossier, null);
}

/// <summary>Holds where the windows in which entries are as asked, counted or in a row, are in the range.</summary>
internal sealed record WindowsCondition(EntryFilter Filter, PeriodKind Per, bool InARow, NumberRange Count, int LookBackMonths) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override bool Holds(in Known known)
    {
        var (all, row, longest) = (0, 0, 0);
        var window = Period.Containing(Start(known.Dossier), Per);
        for (; window.Start <= known.Dossier.Period.End; window = Period.Containing(window.End.AddDays(1), Per))
        {
            var holds = Filter.Holds(known.Dossier, window);
            all += holds ? 1 : 0;
            row = holds ? row + 1 : 0;
            longest = Math.Max(longest, row);
            if (window.End == DateOnly.MaxValue)
                break;
        }

        return Count.Contains(InARow ? longest : all);
    }

    /// <summary>The first day that is looked at: that of the period, or of the first entry in the months before.</summary>
    private DateOnly Start(Dossier dossier)
    {
        var start = dossier.FirstDay;
        if (LookBackMonths == 0 || start.Year <= 1 + (LookBackMonths / 12))
            return start;
        var earliest = start.AddMonths(-LookBackMonths);
        for (var i = 0; i < dossier.Before.Count; i++)
        {
            if (dossier.Before[i].Date >= earliest)
                return dossier.Before[i].Date;
        }

        return start;
    }
}

/// <summary>Holds where the number of references under which the entries are as asked is in the range.</summary>
internal sealed record ReferencesCondition(EntryFilter Filter, NumberRange Count) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override bool Holds(in Known known)
    {
        var dossier = known.Dossier;
        return Count.Contains(Filter.References(dossier).Count(reference => Filter.Holds(dossier, null, reference)));
    }
}

/// <summary>Holds where the longest run of entries is in the range.</summary>
internal sealed record RunCondition(
    IReadOnlyList<string> Codes,
    IReadOnlyList<LocalText> Names,
    IReadOnlyList<string> BrokenBy,
    IReadOnlyList<LocalText> BreakerNames,
    NumberRange Count,
    int LookBackMonths) : Condition
{
    /// <inheritdoc/>
    internal override Needs Needs => Needs.None;

    /// <inheritdoc/>
    internal override bool Holds(in Known known)
    {
        var (run, longest) = (0, 0);
        if (LookBackMonths > 0 && known.Dossier.Period.Year > 1 + (LookBackMonths / 12))
            Extend(known.Dossier.Before, known.Dossier.Period.Start.AddMonths(-LookBackMonths), ref run, ref longest);
        Extend(known.Dossier.Entries, DateOnly.MinValue, ref run, ref longest);
        return Count.Contains(longest);
    }

    private void Extend(IReadOnlyList<Entry> entries, DateOnly from, ref int run, ref int longest)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Date < from)
                continue;
            if (Codes.Contains(entries[i].Item))
                longest = Math.Max(longest, ++run);
            else if (BrokenBy.Contains(entries[i].Item))
                run = 0;
        }
    }
}
