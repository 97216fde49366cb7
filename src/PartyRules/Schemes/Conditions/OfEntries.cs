using PartyRules.Results;

namespace PartyRules.Schemes.Conditions;

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
    public bool Holds(Dossier dossier, Period? window)
    {
        var measured = Points.Zero;
        HashSet<string>? references = null;
        for (var i = 0; i < dossier.Entries.Count; i++)
        {
            var entry = dossier.Entries[i];
            if (!Means(entry) || (window is { } within && !within.Contains(entry.Date)))
                continue;
            if (Measure == EntryMeasure.Distinct)
                measured += (references ??= new HashSet<string>(StringComparer.Ordinal)).Add(entry.Reference) ? 1 : 0;
            else
                measured += Measure == EntryMeasure.Count ? 1 : entry.Value.GetValueOrDefault();
        }

        return Range.Contains(measured);
    }

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
    public override Needs Needs => Needs.None;

    /// <inheritdoc/>
    public override bool Holds(in Known known) => Filter.Holds(known.Dossier, null);
}

/// <summary>Holds where the windows in which entries are as asked, counted or in a row, are in the range.</summary>
internal sealed record WindowsCondition(EntryFilter Filter, PeriodKind Per, bool InARow, NumberRange Count) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.None;

    /// <inheritdoc/>
    public override bool Holds(in Known known)
    {
        var period = known.Dossier.Period;
        var (all, row, longest) = (0, 0, 0);
        var last = Period.Containing(period.End, Per).Number;
        for (var number = Period.Containing(period.Start, Per).Number; number <= last; number++)
        {
            var holds = Filter.Holds(known.Dossier, Period.Of(period.Year, Per, number));
            all += holds ? 1 : 0;
            row = holds ? row + 1 : 0;
            longest = Math.Max(longest, row);
        }

        return Count.Contains(InARow ? longest : all);
    }
}

/// <summary>Holds where the longest run of entries is in the range.</summary>
internal sealed record RunCondition(IReadOnlyList<string> Codes, IReadOnlyList<LocalText> Names, IReadOnlyList<string> BrokenBy, IReadOnlyList<LocalText> BreakerNames, NumberRange Count) : Condition
{
    /// <inheritdoc/>
    public override Needs Needs => Needs.None;

    /// <inheritdoc/>
    public override bool Holds(in Known known)
    {
        var (run, longest) = (0, 0);
        var entries = known.Dossier.Entries;
        for (var i = 0; i < entries.Count; i++)
        {
            if (Codes.Contains(entries[i].Item))
                longest = Math.Max(longest, ++run);
            else if (BrokenBy.Contains(entries[i].Item))
                run = 0;
        }

        return Count.Contains(longest);
    }
}
