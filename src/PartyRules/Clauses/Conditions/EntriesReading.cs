using PartyRules.Clauses.Calendars;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;

namespace PartyRules.Clauses.Conditions;

/// <summary>How conditions on entries are read.</summary>
internal static class EntriesReading
{
    private const int MostMonthsBack = 24;

    /// <summary>Reads a condition on the entries of a period.</summary>
    public static Condition Entries(this Resolving at, EntriesConditionDocument from, string path)
    {
        var isSimple = from.Of is not null
            && from.Count is not null
            && from == new EntriesConditionDocument { Of = from.Of, Count = from.Count };
        if (!isSimple)
            return new FilteredEntriesCondition(at.Filter(from, path));
        var known = at.Word($"{path}.of", from.Of!, at.DeclaredOf<Entry>());
        return new EntriesCondition(from.Of!, known?.Name ?? at.Head.Name, at.Range(from.Count!, $"{path}.count", RangeOf.Counts));
    }

    /// <summary>Reads a condition on windows, or on references.</summary>
    public static Condition Windows(this Resolving at, WindowsConditionDocument from, string path)
    {
        var (filter, count) = (at.Filter(from.Entries, $"{path}.entries"), at.Range(from.Count, $"{path}.count", RangeOf.Counts));
        if (at.WindowOrReference($"{path}.per", from.Per) is { } window)
            return new WindowsCondition(filter, window, from.InARow, count, at.LookBack(from.LookBackMonths, $"{path}.lookBackMonths"));
        if (from.InARow || from.LookBackMonths is not null)
            at.Report("scheme.references-in-a-row", path);
        at.RequireReference(filter.Codes);
        return new ReferencesCondition(filter, count);
    }

    /// <summary>Reads a condition on a run of entries.</summary>
    public static RunCondition Run(this Resolving at, RunConditionDocument from, string path) => new(
        at.Codes($"{path}.of", from.Of),
        at.NamesOf(from.Of),
        at.Codes($"{path}.brokenBy", from.BrokenBy),
        at.NamesOf(from.BrokenBy),
        at.Range(from.Count, $"{path}.count", RangeOf.Counts),
        at.LookBack(from.LookBackMonths, $"{path}.lookBackMonths"));

    /// <summary>Reads how many months before the period are looked at too.</summary>
    public static int LookBack(this Resolving at, int? months, string path)
    {
        if (months is < 1 or > MostMonthsBack)
            at.Report("scheme.look-back", path);
        at.LookBack(months ?? 0);
        return months ?? 0;
    }

    /// <summary>Reads which entries are meant, and what is asked of them.</summary>
    public static EntryFilter Filter(this Resolving at, EntriesConditionDocument from, string path)
    {
        if (new[] { from.Count, from.Sum, from.Distinct }.Count(range => range is not null) != 1)
            at.Report("scheme.exactly-one", path, "count, sum, distinct");
        var (measure, range, key) = from.Sum is not null ? (EntryMeasure.Sum, from.Sum, "sum")
            : from.Distinct is not null ? (EntryMeasure.Distinct, from.Distinct, "distinct")
            : (EntryMeasure.Count, from.Count, "count");
        var meant = at.Meant(from, path, measure);
        if (from.Sum is not null && meant.Number is { IsColumn: false })
            at.Report("scheme.value-of-sum", $"{path}.valueOf", from.ValueOf);
        return meant with
        {
            Range = range is null ? new NumberRange()
                : at.Range(range, $"{path}.{key}", measure == EntryMeasure.Sum ? RangeOf.Numbers : RangeOf.Counts),
        };
    }

    /// <summary>Reads which entries are meant, and what of them is looked at; any number of it is as asked.</summary>
    public static EntryFilter Meant(this Resolving at, IEntriesMeant from, string path, EntryMeasure measure)
    {
        if (from.Of is null == from.AnyOf is null)
            at.Report("scheme.exactly-one", path, "of, anyOf");
        if (from.Of is not null)
            at.Word($"{path}.of", from.Of, at.DeclaredOf<Entry>());
        if (from.ValueOf is not null && from.Value is null && measure != EntryMeasure.Sum)
            at.Report("scheme.value-of-idle", $"{path}.valueOf");
        IReadOnlyList<string> meant = from.Of is not null ? [from.Of] : at.Codes($"{path}.anyOf", from.AnyOf);
        if (measure == EntryMeasure.Distinct)
            at.RequireReference(meant);
        return new EntryFilter(
            meant,
            at.NamesOf(meant),
            at.Words($"{path}.level", from.Level, at.Head.Levels),
            at.Words($"{path}.by", from.By, at.Head.Evaluators),
            from.Value is null ? null : at.Range(from.Value, $"{path}.value"),
            from.DayOfMonth is null ? null : at.Range(from.DayOfMonth, $"{path}.dayOfMonth", RangeOf.DaysOfMonth),
            measure,
            new NumberRange(),
            at.EntryNumber(from.ValueOf, $"{path}.valueOf"),
            from.Time is null ? null : at.Clock(from.Time, $"{path}.time"),
            at.Days(from.Days, $"{path}.days"));
    }
}
