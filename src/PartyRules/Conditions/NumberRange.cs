using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>A range of numbers: every bound that is given must hold.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe. Without any bound it holds every number.</remarks>
/// <param name="AtLeast">The lower bound, included; null for none.</param>
/// <param name="Above">The lower bound, not included; null for none.</param>
/// <param name="AtMost">The upper bound, included; null for none.</param>
/// <param name="Below">The upper bound, not included; null for none.</param>
/// <param name="Exactly">The only number; null for any.</param>
internal sealed record NumberRange(
    Points? AtLeast = null, Points? Above = null, Points? AtMost = null, Points? Below = null, Points? Exactly = null)
{
    // Points are whole millionths, so that every bound can be told as one that is included.
    private readonly long lowest = Math.Max(
        Math.Max(AtLeast?.Millionths ?? long.MinValue, Exactly?.Millionths ?? long.MinValue),
        Above is { } above ? Math.Min(above.Millionths, long.MaxValue - 1) + 1 : long.MinValue);

    private readonly long highest = Math.Min(
        Math.Min(AtMost?.Millionths ?? long.MaxValue, Exactly?.Millionths ?? long.MaxValue),
        Below is { } below ? Math.Max(below.Millionths, long.MinValue + 1) - 1 : long.MaxValue);

    /// <summary>The least number in the range; null for no end.</summary>
    internal Points? Least => lowest == long.MinValue ? null : Points.FromMillionths(lowest);

    /// <summary>The greatest number in the range; null for no end.</summary>
    internal Points? Greatest => highest == long.MaxValue ? null : Points.FromMillionths(highest);

    /// <summary>Whether no number is in the range.</summary>
    internal bool IsEmpty => lowest > highest;

    /// <summary>Whether there is no end to it.</summary>
    internal bool IsEndless => highest == long.MaxValue;

    /// <summary>The last whole number in the range; null where there is no end to it.</summary>
    internal long? LastWhole => highest == long.MaxValue ? null : (long)Math.Floor(highest / 1_000_000m);

    /// <summary>Whether a whole number between two, both included, is in the range.</summary>
    internal bool HoldsWhole(int least, int most)
    {
        var first = Math.Max(least, Math.Ceiling(lowest / 1_000_000m));
        var last = Math.Min(most, Math.Floor(highest / 1_000_000m));
        return first <= last;
    }

    /// <summary>Whether a number is in the range.</summary>
    /// <param name="value">The number.</param>
    public bool Contains(Points value) => value.Millionths >= lowest && value.Millionths <= highest;

    /// <summary>Whether whatever something may become is in the range.</summary>
    internal bool ContainsAll(Extent extent) =>
        Contains(extent.Least) && (extent.Most is not { } most ? IsEndless : most == extent.Least || Contains(most));

    /// <summary>Whether nothing that something may become is in the range.</summary>
    internal bool ContainsNone(Extent extent) => extent.Least.Millionths > highest || extent.Most?.Millionths < lowest;

    /// <summary>Whether a fraction is in the range, exactly.</summary>
    internal bool Contains(Exact value) =>
        (AtLeast is not { } atLeast || value.CompareTo(Exact.Of(atLeast)) >= 0)
        && (Above is not { } above || value.CompareTo(Exact.Of(above)) > 0)
        && (Exactly is not { } exactly || value.CompareTo(Exact.Of(exactly)) >= 0)
        && !IsBelow(value);

    /// <summary>Whether the range lies below a fraction, exactly.</summary>
    internal bool IsBelow(Exact value) =>
        (AtMost is { } atMost && value.CompareTo(Exact.Of(atMost)) > 0)
        || (Below is { } below && value.CompareTo(Exact.Of(below)) >= 0)
        || (Exactly is { } exactly && value.CompareTo(Exact.Of(exactly)) > 0);

    /// <summary>Whether no number is in both ranges.</summary>
    internal bool IsApartFrom(NumberRange other) => lowest > other.highest || other.lowest > highest;

    /// <summary>Whether a number that is in the range stays there, whatever is still to come.</summary>
    /// <param name="trend">How what is still to come may change the number.</param>
    internal bool Keeps(Trend trend) => trend != Trend.Grows || IsEndless;

    /// <summary>Whether a percentage is in the range, exactly, however it divides.</summary>
    internal bool ContainsPercentage(int part, int whole)
    {
        var scaled = (Int128)part * 100 * 1_000_000;
        return (AtLeast is not { } atLeast || scaled >= (Int128)atLeast.Millionths * whole)
            && (Above is not { } above || scaled > (Int128)above.Millionths * whole)
            && (AtMost is not { } atMost || scaled <= (Int128)atMost.Millionths * whole)
            && (Below is not { } below || scaled < (Int128)below.Millionths * whole)
            && (Exactly is not { } exactly || scaled == (Int128)exactly.Millionths * whole);
    }
}

/// <summary>What something that is counted or added up is at least, and at most where it may still grow.</summary>
/// <param name="Least">What it is now.</param>
/// <param name="Most">What it may become; null where there is no end to that.</param>
internal readonly record struct Extent(Points Least, Points? Most)
{
    /// <summary>What is measured in a dossier's period: it may grow on where that is not over.</summary>
    public static Extent Of(Points measured, Dossier dossier) => new(measured, dossier.IsOpen ? null : measured);
}
