using PartyRules.Schemes;

namespace PartyRules.Verification.Bounds;

/// <summary>What one entry of an item may be worth.</summary>
internal static class WorthBounds
{
    private static readonly Dossier Nobody = new(new Subject { Id = "s", Kind = "" }, Period.OfYear(1), []);

    /// <summary>The least and the most that one entry is worth, as magnitudes, to anybody.</summary>
    public static Interval OfOne(Item item) => OfOne(item, Profile.Everybody);

    /// <summary>The least and the most that one entry is worth, as magnitudes, to somebody of a group.</summary>
    public static Interval OfOne(Item item, Profile profile)
    {
        Worth[] worths = item.Worth.IsSame
            ? [item.Worth]
            : [item.Worth.With(amount => amount.For(profile).Low!.Value), item.Worth.With(amount => amount.For(profile).High!.Value)];
        var found = LevelsOf(item).SelectMany(level => worths.Select(worth => OfOne(worth, level))).ToList();
        return found.Skip(1).Aggregate(found[0], (all, each) => all.With(each));
    }

    /// <summary>The levels that entries of an item may carry; the empty one where none is needed.</summary>
    public static IReadOnlyList<string> LevelsOf(Item item)
    {
        IEnumerable<string> known = item.Worth.LevelFactors?.Keys ?? (item.Worth.UsesLevel ? item.Worth.Levels : []);
        var applied = item.AppliesTo.Levels;
        IReadOnlyList<string> levels = applied.Count > 0 ? applied : [.. known];
        return levels.Count == 0 ? [""] : levels;
    }

    /// <summary>The values of an entry at which its worth may change its course; empty where it has none.</summary>
    public static IReadOnlyList<Points> TurnsOf(Worth worth) =>
        worth.Bands is { } bands ? [.. bands.Steps.SelectMany((step, i) => ValuesOf(step, bands.Steps.ElementAtOrDefault(i + 1)))]
        : worth.PerUnit is { } perUnit ? [perUnit.Unit]
        : [];

    /// <summary>
    /// The bound of a band and, where it is not in it, a value that is: the next whole one, or, where that is beyond, the smallest.
    /// </summary>
    private static Points[] ValuesOf(Band step, Band? next) =>
        !step.IsOpen ? [step.From]
        : next is null || step.From + 1 < next.From ? [step.From, step.From + 1]
        : [step.From, LowestOf(step)];

    /// <summary>The lowest value in a band.</summary>
    public static Points LowestOf(Band step) => step.IsOpen ? step.From + Points.FromMillionths(1) : step.From;

    /// <summary>What an entry of a value and level is worth, at the most where that differs by subject.</summary>
    public static Points Of(Worth worth, Points? value, string level) =>
        (worth.IsSame ? worth : worth.With(amount => amount.Most)).ByValue().Of(
            new Entry { Id = "e", Subject = "s", Item = "i", Date = DateOnly.MinValue, Value = value, Level = level }, Nobody);

    private static Interval OfOne(Worth worth, string level)
    {
        if (!worth.IsMeasured)
        {
            var worthOfEach = Of(worth, null, level);
            return new Interval(worthOfEach, worthOfEach);
        }

        if (worth.LevelFactors is { } factors && factors.GetValueOrDefault(level)?.Most is null or { Millionths: 0 })
            return Interval.Zero;
        if (worth.Bands is not { } bands)
            return worth.PerUnit is { } perUnit && perUnit.Points.Most == Points.Zero ? Interval.Zero : Interval.FromZero;
        var isEndless = bands.IsMarginal && bands.Steps[^1].Points.Most > Points.Zero;
        var known = bands.Steps.Select(step => Of(worth, LowestOf(step), level)).Append(Of(worth, Points.Zero, level)).ToList();
        return new Interval(known.Min(), isEndless ? null : known.Max());
    }
}
