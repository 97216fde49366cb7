using PartyRules.Arithmetic;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>How many points an entry is worth, as a magnitude.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/worth.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class Worth
{
    private static readonly Amount Nothing = new(Points.Zero);
    private readonly Amount each;
    private readonly IReadOnlyDictionary<string, Amount>? byLevel;

    private Worth(bool isMeasured, Amount each, IReadOnlyDictionary<string, Amount>? byLevel)
    {
        IsMeasured = isMeasured;
        this.each = each;
        this.byLevel = byLevel;
    }

    /// <summary>The entry's own value.</summary>
    internal static Worth OfValue { get; } = new(true, Nothing, null);

    /// <summary>Whether entries must carry a value.</summary>
    public bool UsesValue => IsMeasured && (Number is null || Number.Columns.Contains(EntryNumber.OwnValue));

    /// <summary>Whether it goes by the entry's value, or by the number that stands for it.</summary>
    internal bool IsMeasured { get; }

    /// <summary>The number of an entry that stands for its value; null for the value itself.</summary>
    internal EntryNumber? Number { get; init; }

    /// <summary>Whether the value that entries carry is of points, and not of hours, money or another quantity.</summary>
    public bool ValueIsPoints => UsesValue && Number is null && PerUnit is null && Bands is null;

    /// <summary>Whether entries must carry a level.</summary>
    public bool UsesLevel => byLevel is not null || LevelFactors is not null;

    /// <summary>The levels that have points, where points go by level; otherwise empty.</summary>
    public IEnumerable<string> Levels => byLevel?.Keys ?? [];

    /// <summary>Points for each unit of the value; null where it is not so measured.</summary>
    internal PerUnit? PerUnit { get; init; }

    /// <summary>Points by bands of the value; null where it is not so measured.</summary>
    internal Bands? Bands { get; init; }

    /// <summary>Factors by level; null for none.</summary>
    internal IReadOnlyDictionary<string, Amount>? LevelFactors { get; init; }

    /// <summary>Whether it says itself how an entry is rounded, which then holds for values and levels too.</summary>
    internal bool IsRounded { get; init; }

    /// <summary>How products are rounded.</summary>
    internal Rounding Rounding { get; init; } = Rounding.None;

    /// <summary>The same for every entry.</summary>
    /// <param name="points">Points for each, zero or more.</param>
    internal static Worth Each(Amount points) => new(false, points, null);

    /// <summary>By the entry's level.</summary>
    /// <param name="points">Points by level, zero or more each.</param>
    internal static Worth ByLevel(IReadOnlyDictionary<string, Amount> points) => new(false, Nothing, points);

    /// <summary>The points of one entry, zero or more; zero for an entry that lacks the value or level that is needed.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="dossier">Whose entry it is, and in which period.</param>
    public Points Of(Entry entry, Dossier dossier) =>
        PerUnit is null && Bands is null && LevelFactors is null && !IsRounded && (Number is null || Number.IsColumn)
            ? Plain(entry, dossier)
            : Rounding.Round(Measured(entry, dossier));

    /// <summary>The amounts that make what an entry is worth.</summary>
    internal IEnumerable<Amount> AmountsOf(Entry entry)
    {
        if (!IsMeasured)
            yield return byLevel is null ? each : byLevel.GetValueOrDefault(entry.Level, Nothing);
        if (PerUnit is not null)
            yield return PerUnit.Points;
        if (Bands is not null)
        {
            foreach (var points in Bands.AmountsOf(ValueOf(entry)))
                yield return points;
        }

        if (LevelFactors is not null)
            yield return LevelFactors.GetValueOrDefault(entry.Level, Nothing);
    }

    /// <summary>All amounts that it is made of.</summary>
    internal IEnumerable<Amount> Amounts =>
    [
        each,
        .. byLevel?.Values ?? [],
        .. LevelFactors?.Values ?? [],
        .. PerUnit is null ? [] : new[] { PerUnit.Points },
        .. (Bands?.Steps ?? []).Select(step => step.Points),
    ];

    /// <summary>The same with each amount as somebody has it.</summary>
    /// <param name="pick">What an amount is.</param>
    internal Worth With(Func<Amount, Points> pick)
    {
        return new Worth(IsMeasured, new Amount(pick(each)), Picked(byLevel))
        {
            PerUnit = PerUnit is null ? null : PerUnit with { Points = new Amount(pick(PerUnit.Points)) },
            Bands = Bands is null ? null
                : Bands with { Steps = [.. Bands.Steps.Select(step => step with { Points = new Amount(pick(step.Points)) })] },
            LevelFactors = Picked(LevelFactors),
            Rounding = Rounding,
            IsRounded = IsRounded,
            Number = Number,
        };

        Dictionary<string, Amount>? Picked(IReadOnlyDictionary<string, Amount>? amounts) =>
            amounts?.ToDictionary(pair => pair.Key, pair => new Amount(pick(pair.Value)), StringComparer.Ordinal);
    }

    /// <summary>Whether it is the same for all.</summary>
    internal bool IsSame => Amounts.All(amount => amount.IsSame);

    internal static Worth Measured(
        PerUnit? perUnit,
        Bands? bands,
        Worth plain,
        IReadOnlyDictionary<string, Amount>? factors,
        Rounding rounding,
        bool isRounded,
        EntryNumber? number) =>
        new(plain.IsMeasured || perUnit is not null || bands is not null, plain.each, plain.byLevel)
        {
            PerUnit = perUnit,
            Bands = bands,
            LevelFactors = factors,
            Rounding = rounding,
            IsRounded = isRounded,
            Number = number,
        };

    /// <summary>The same by the value of an entry instead of the number that stands for it.</summary>
    internal Worth ByValue() => Number is null ? this : Measured(PerUnit, Bands, this, LevelFactors, Rounding, IsRounded, null);

    private Points Plain(Entry entry, Dossier dossier) =>
        IsMeasured ? (Number is null ? entry.Value : EntryNumber.ValueOf(entry, Number.Code)).GetValueOrDefault()
        : byLevel is null ? each.Of(dossier)
        : byLevel.GetValueOrDefault(entry.Level, Nothing).Of(dossier);

    private Exact ValueOf(Entry entry) =>
        Number is null ? Exact.Of(entry.Value.GetValueOrDefault()) : Number.Of(entry) ?? Exact.Zero;

    private Exact Measured(Entry entry, Dossier dossier)
    {
        var value = ValueOf(entry);
        var points = PerUnit?.Of(value, dossier) ?? Bands?.Of(value, dossier) ?? (IsMeasured ? value : Exact.Of(Plain(entry, dossier)));
        return LevelFactors is null ? points : points * Exact.Of(LevelFactors.GetValueOrDefault(entry.Level, Nothing).Of(dossier));
    }
}

/// <summary>Points for each unit of a quantity.</summary>
/// <param name="Points">The points of one unit.</param>
/// <param name="Unit">How much makes one unit, more than zero.</param>
/// <param name="PartsCount">Whether a part of a unit earns its share.</param>
internal sealed record PerUnit(Amount Points, Points Unit, bool PartsCount)
{
    /// <summary>The points of a quantity of a subject.</summary>
    public Exact Of(Exact value, Dossier dossier)
    {
        var units = value / Exact.Of(Unit);
        return (PartsCount ? units : units.Whole) * Exact.Of(Points.Of(dossier));
    }
}

/// <summary>Points by bands of a measure.</summary>
/// <param name="IsMarginal">Whether each band's points are for every unit that falls in it.</param>
/// <param name="Steps">The bands, from lowest to highest.</param>
internal sealed record Bands(bool IsMarginal, IReadOnlyList<Band> Steps)
{
    /// <summary>The points of a number of a subject.</summary>
    public Exact Of(Exact value, Dossier dossier)
    {
        var points = Exact.Zero;
        for (var i = 0; i < Steps.Count && Steps[i].Holds(value); i++)
        {
            var (step, isLast) = (Steps[i], i + 1 == Steps.Count || !Steps[i + 1].Holds(value));
            if (IsMarginal)
                points += ((isLast ? value : Exact.Of(Steps[i + 1].From)) - Exact.Of(step.From)) * Exact.Of(step.Points.Of(dossier));
            else if (isLast)
                points = Exact.Of(step.Points.Of(dossier));
        }

        return points;
    }

    /// <summary>The amounts that make the points of a number.</summary>
    public IEnumerable<Amount> AmountsOf(Exact value) =>
        IsMarginal ? Steps.Where(step => step.Holds(value)).Select(step => step.Points)
        : BandOf(value) is { } band ? [band.Points]
        : [];

    /// <summary>The highest band that a number reaches; null where it is below the lowest.</summary>
    public Band? BandOf(Exact value) => Steps.LastOrDefault(step => step.Holds(value));

    /// <summary>The fewest points that a number of a subject may still have if it only grows.</summary>
    public Exact LeastFrom(Exact value, Dossier dossier)
    {
        var least = Of(value, dossier);
        foreach (var step in IsMarginal ? [] : Steps)
        {
            if (!step.Holds(value) && Exact.Of(step.Points.Of(dossier)) is var points && points.CompareTo(least) < 0)
                least = points;
        }

        return least;
    }
}

/// <summary>A band of a measure.</summary>
/// <param name="From">Its lower bound.</param>
/// <param name="IsOpen">Whether the bound itself is below the band; otherwise it is in it.</param>
/// <param name="Points">Its points.</param>
internal sealed record Band(Points From, bool IsOpen, Amount Points)
{
    /// <summary>Whether a number is in the band or above it.</summary>
    public bool Holds(Exact value) => value.CompareTo(Exact.Of(From)) is var order && (IsOpen ? order > 0 : order >= 0);
}
