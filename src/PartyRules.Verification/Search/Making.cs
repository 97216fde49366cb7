using PartyRules.Conditions;
using PartyRules.Schemes;
using PartyRules.Validation;
using PartyRules.Verification.Bounds;

namespace PartyRules.Verification.Search;

/// <summary>Makes entries that a scheme accepts.</summary>
/// <param name="scheme">The scheme.</param>
internal sealed class Making(Scheme scheme)
{
    private readonly Dictionary<(Item, Period), IReadOnlyList<DateOnly>> known = [];
    private readonly IReadOnlyDictionary<string, HashSet<EntryNumber>> uses = SchemeUses.Of(scheme).Facts.Numbers;

    /// <summary>An entry of a code, with what its item or record asks for; a null stands for what it would carry anyway.</summary>
    public Act Of(
        string code,
        DateOnly date,
        Subject subject,
        Points? value = null,
        string? level = null,
        string? reference = null,
        string? by = null)
    {
        var variants = scheme.Items.Where(item => item.Code == code).ToList();
        var item = variants.Find(item => item.AppliesTo.MayInclude(subject, date) && MayHave(item, level)) ?? variants.FirstOrDefault();
        var record = scheme.Records.FirstOrDefault(record => record.Code == code);
        IReadOnlyList<EntryNumber> read = uses.TryGetValue(code, out var known) ? [.. known] : [];
        var goesByValue = item?.Worth.IsMeasured == true || record?.IsValueRequired == true;
        var number = item?.Worth.Number
            ?? (goesByValue ? null : read.FirstOrDefault(each => each is not MinutesNumber { IsTimeOfDay: true }));
        return new Act(
            code,
            date,
            value ?? (goesByValue ? 1 : null),
            level ?? (item is null ? "" : WorthBounds.LevelsOf(item)[0]),
            reference ?? (scheme.Referenced.Contains(code) ? $"r{date.DayOfYear}" : ""),
            by ?? (item?.AppliesTo.Evaluators is [var first, ..] ? first : ""))
        {
            Number = number,
            Further = read,
        };
    }

    /// <summary>The items that may apply to a subject in a row, in the order of the scheme.</summary>
    public IEnumerable<Item> ItemsFor(Subject subject, Period row) => scheme.Items.Where(item => item.AppliesTo.MayInclude(subject, row));

    /// <summary>
    /// Entries of an item that may bring a sum so many points further, of each level: at the turns of its worth, and as far as the gap.
    /// </summary>
    public IEnumerable<Act> Towards(Item item, DateOnly date, Subject subject, Points gap, int number)
    {
        var reference = scheme.Referenced.Contains(item.Code) || item.Selection is not null ? $"r{number}" : "";
        foreach (var level in WorthBounds.LevelsOf(item).Take(12))
        {
            foreach (var by in item.AppliesTo.Evaluators.Count == 0 ? [""] : item.AppliesTo.Evaluators)
            {
                if (!item.Worth.IsMeasured)
                    yield return Of(item.Code, date, subject, null, level, reference, by);
                foreach (var value in item.Worth.IsMeasured ? ValuesOf(item, level, gap) : [])
                    yield return Of(item.Code, date, subject, value, level, reference, by);
            }
        }
    }

    /// <summary>The days on which entries of an item may stand, one in each window of its limit in a row, or the row's first.</summary>
    public IReadOnlyList<DateOnly> DaysOf(Item item, Period row)
    {
        if (!known.TryGetValue((item, row), out var days))
            known.Add((item, row), days = FindDays(item, row));
        return days;
    }

    private static List<DateOnly> FindDays(Item item, Period row)
    {
        var window = item.Scope?.Limit.Per ?? item.Selection?.Window ?? PeriodKind.Year;
        var (days, last) = (new List<DateOnly>(), default(Period));
        for (var day = row.Start; day <= row.End; day = day.AddDays(1))
        {
            if (item.AppliesTo.From > day || item.AppliesTo.To < day || Period.Containing(day, window, row.FirstMonth) == last)
                continue;
            last = Period.Containing(day, window, row.FirstMonth);
            days.Add(day);
        }

        return days;
    }

    private static bool MayHave(Item item, string? level) => level is null || WorthBounds.LevelsOf(item).Contains(level);

    private static IEnumerable<Points> ValuesOf(Item item, string level, Points gap)
    {
        var values = WorthBounds.TurnsOf(item.Worth).ToList();
        var one = WorthBounds.Of(item.Worth, 1, level);
        foreach (var points in WaysOver(item, gap).Append(item.Scope?.Limit.Points.Most ?? Points.Zero).Where(points => points > 0))
        {
            values.Add(points);
            if (item.Worth.PerUnit is { } perUnit && perUnit.Points.Most > 0)
                values.Add(Scaled(points, perUnit.Unit, perUnit.Points.Most));
            if (one > 0)
                values.Add(Scaled(points, 1, one));
        }

        return values.Where(value => value > 0).Distinct().OrderDescending();
    }

    /// <summary>How many points of an item may bring a total over a gap: as many, or more where its component is weighed.</summary>
    public static IEnumerable<Points> WaysOver(Item item, Points gap) =>
        item.Component.Weight is { } weight && weight > 0 ? [gap, Scaled(gap, 100, weight)] : [gap];

    /// <summary>So many times a unit as makes up for a gap at so many points a unit, rounded up.</summary>
    public static Points Scaled(Points gap, Points unit, Points points)
    {
        var millionths = ((Int128)gap.Millionths * unit.Millionths + points.Millionths - 1) / points.Millionths;
        return millionths > long.MaxValue ? gap : Points.FromMillionths((long)millionths);
    }
}
