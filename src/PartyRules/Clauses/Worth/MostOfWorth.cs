using PartyRules.Arithmetic;
using PartyRules.Clauses.Amounts;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;

namespace PartyRules.Clauses.Worth;

/// <summary>How much one entry may be worth at the most, whatever it says and whosever it is.</summary>
internal static class MostOfWorth
{
    /// <summary>The most that one entry may be worth; null where its worth has no top. What is stated wrongly counts nothing.</summary>
    /// <param name="worth">The worth of the entry's item.</param>
    /// <param name="ofScheme">How the scheme rounds; null where it does not.</param>
    /// <param name="compared">With what it is compared: what is more than 1 above, which no rounding moves, is given as it is.</param>
    public static Exact? Most(this WorthDocument worth, RoundingDocument? ofScheme, Points compared)
    {
        if (Unrounded(worth) is not { } most)
            return null;
        var isRounded = new object?[] { worth.PerUnit, worth.LevelFactors, worth.Rounding }.Any(part => part is not null)
            || worth.Bands?.Kind == "marginal";
        var isNear = most.CompareTo(Exact.Of(compared) + new Exact(1, 1)) <= 0;
        return isRounded && isNear && (worth.Rounding ?? ofScheme)?.Meant() is { } rounding
            ? Exact.Of(rounding.Round(most))
            : most;
    }

    private static Exact? Unrounded(WorthDocument worth)
    {
        if (worth.LevelFactors is not { } factors)
            return worth.Levels is { } levels ? Highest(levels.Values.Select(Highest)) : Plain(worth);
        var byLevel = factors.Select(factor => (Of: worth.Levels is { } levels
            ? levels.TryGetValue(factor.Key, out var points) ? Highest(points) : Exact.Zero
            : Plain(worth), By: Highest(factor.Value))).ToList();
        return byLevel.Exists(level => level.Of is null) ? null : Highest(byLevel.Select(level => level.Of!.Value * level.By));
    }

    private static Exact? Plain(WorthDocument worth) =>
        worth.Bands is { Of.Count: > 0 } bands ? OfBands(bands)
        : worth.PerUnit is { } unit && unit.Points.All.All(points => points <= 0) ? Exact.Zero
        : worth.Each is { } each ? Highest(each)
        : null;

    /// <summary>Bands whose last still earns something for every unit have no top.</summary>
    private static Exact? OfBands(BandsDocument bands)
    {
        if (bands.Kind != "marginal")
            return Highest(bands.Of.Select(band => Highest(band.Points)));
        if (bands.Of[^1].Points.All.Any(points => points > 0))
            return null;
        return bands.Of.Zip(bands.Of.Skip(1), (band, next) =>
            Highest(band.Points) * (Exact.Of(Bound(next)) - Exact.Of(Bound(band)))).Aggregate(Exact.Zero, (sum, part) => sum + part);
    }

    private static Points Bound(BandDocument band) => band.From ?? band.Above ?? Points.Zero;

    private static Exact Highest(StatedAmount amount) => Highest(amount.All.Select(Exact.Of));

    private static Exact Highest(IEnumerable<Exact> numbers) =>
        numbers.Aggregate(Exact.Zero, (most, number) => number.CompareTo(most) > 0 ? number : most);
}
