using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>What is taken of several entries or windows.</summary>
internal enum Take
{
    /// <summary>How many there are.</summary>
    Count,

    /// <summary>What they add up to.</summary>
    Sum,

    /// <summary>How many different references they carry.</summary>
    Distinct,

    /// <summary>Their arithmetic mean.</summary>
    Average,

    /// <summary>The lowest.</summary>
    Lowest,

    /// <summary>The highest.</summary>
    Highest,

    /// <summary>How many there are in a row at the most.</summary>
    Streak,
}

/// <summary>Several numbers taken together.</summary>
internal static class TakenTogether
{
    /// <summary>The sum, the mean, the lowest or the highest of numbers; null where there is none to speak of.</summary>
    public static Exact? Of(Take take, IReadOnlyList<Exact> numbers)
    {
        if (numbers.Count == 0)
            return take == Take.Sum ? Exact.Zero : null;
        var taken = take is Take.Sum or Take.Average ? Exact.Zero : numbers[0];
        foreach (var number in numbers)
        {
            if (take is Take.Sum or Take.Average)
                taken += number;
            else if (number.CompareTo(taken) * (take == Take.Lowest ? -1 : 1) > 0)
                taken = number;
        }

        return take == Take.Average ? taken / new Exact(numbers.Count, 1) : taken;
    }
}

/// <summary>What is taken of the entries that are meant.</summary>
/// <remarks>Of the sum, the mean, the lowest and the highest, entries without a value are left out.</remarks>
/// <param name="Meant">Which entries are meant; its own measure and range are not asked.</param>
/// <param name="Take">What is taken of them.</param>
/// <param name="WithoutLowest">How many of the lowest values are left out.</param>
/// <param name="WithoutHighest">How many of the highest values are left out.</param>
/// <param name="LookBackMonths">How many months before the period count too.</param>
internal sealed record EntriesQuantity(EntryFilter Meant, Take Take, int WithoutLowest, int WithoutHighest, int LookBackMonths) : Quantity
{
    /// <inheritdoc/>
    internal override Trend Trend => Take is Take.Average or Take.Lowest ? Trend.Either : Trend.Grows;

    /// <inheritdoc/>
    internal override bool IsAlwaysKnown => Take is Take.Count or Take.Sum or Take.Distinct;

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Codes => Meant.Codes;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts) => Meant.LookAt(facts);

    /// <inheritdoc/>
    internal override Exact? Of(in Known known)
    {
        if (Take is Take.Count or Take.Distinct)
            return Exact.Of(Counted(known.Dossier));
        var values = new List<Exact>();
        foreach (var entry in EntriesOf(known.Dossier))
        {
            if (NumberOf(entry) is { } value)
                values.Add(value);
        }

        return TakenTogether.Of(Take, WithoutLowest + WithoutHighest == 0 ? values : Middle(values));
    }

    /// <summary>What an entry adds: its value, or the number that stands for it; null for nothing.</summary>
    public Exact? NumberOf(Entry entry) =>
        Meant.Number is { } number ? number.Of(entry) : entry.Value is { } value ? Exact.Of(value) : null;

    /// <summary>The entries that are meant, in the order in which they were given; those from before the period come first.</summary>
    public IEnumerable<Entry> EntriesOf(Dossier dossier)
    {
        if (LookBackMonths > 0)
        {
            var from = LookBack.Start(dossier, LookBackMonths);
            foreach (var entry in dossier.Before)
            {
                if (entry.Date >= from && Meant.Means(entry))
                    yield return entry;
            }
        }

        foreach (var entry in dossier.Entries)
        {
            if (Meant.Means(entry))
                yield return entry;
        }
    }

    private Points Counted(Dossier dossier)
    {
        var counted = Points.Zero;
        HashSet<(int, string)>? references = null;
        foreach (var entry in EntriesOf(dossier))
            counted += Meant.MeasureOf(entry, 0, ref references);
        return counted;
    }

    /// <summary>What is left without the lowest and the highest values.</summary>
    private List<Exact> Middle(List<Exact> values)
    {
        values.Sort((one, other) => one.CompareTo(other));
        return [.. values.Skip(WithoutLowest).Take(Math.Max(0, values.Count - WithoutLowest - WithoutHighest))];
    }
}

/// <summary>What is taken of a measure in each window of the period, or under each reference.</summary>
/// <remarks>A window in which the measure is not known is passed over; it ends a row.</remarks>
/// <param name="Per">The window; null for the reference.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Take">What is taken of it.</param>
/// <param name="Range">The range in which it must be in the windows that are counted; null where none are.</param>
/// <param name="LookBackMonths">How many months before the period count too, as far back as anything is recorded.</param>
internal sealed record WindowsQuantity(PeriodKind? Per, Measure Measure, Take Take, NumberRange? Range, int LookBackMonths) : Quantity
{
    /// <inheritdoc/>
    internal override Trend Trend => Take switch
    {
        Take.Count or Take.Streak => Trend.Grows,
        Take.Sum or Take.Highest when Measure.Quantity.Trend == Trend.Grows => Trend.Grows,
        _ => Trend.Either,
    };

    /// <inheritdoc/>
    internal override bool IsAlwaysKnown => Take is Take.Count or Take.Streak or Take.Sum;

    /// <inheritdoc/>
    internal override bool MayBeNegative => Range is null && Measure.Quantity.MayBeNegative;

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Codes => Measure.Quantity.Codes;

    /// <inheritdoc/>
    internal override IReadOnlyList<PeriodKind> Windows => [.. Per is { } window ? [window] : Measure.Quantity.Windows];

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        Measure.Quantity.LookAt(facts);
        facts.Absence();
    }

    /// <inheritdoc/>
    internal override Exact? Of(in Known known)
    {
        if (Range is null)
            return TakenTogether.Of(Take, [.. PartsOf(known.Dossier).Select(part => Measure.Of(new Known(part.Dossier))).OfType<Exact>()]);
        var (all, row, longest) = (0, 0, 0);
        var asked = new MeasureCondition(Measure, Range);
        foreach (var (_, part) in PartsOf(known.Dossier))
        {
            var holds = asked.Holds(new Known(part));
            all += holds ? 1 : 0;
            row = holds ? row + 1 : 0;
            longest = Math.Max(longest, row);
        }

        return new Exact(Take == Take.Streak ? longest : all, 1);
    }

    /// <summary>The windows with what people call them, in order.</summary>
    public IEnumerable<(string Name, Dossier Dossier)> PartsOf(Dossier dossier) => Per is { } window
        ? dossier.PartsIn(window, LookBack.FirstKnown(dossier, LookBack.Start(dossier, LookBackMonths)))
            .Select(part => (part.Period.ToString(), part))
        : dossier.PartsByReference(Codes);
}
