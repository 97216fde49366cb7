using System.Globalization;
using System.Numerics;

namespace PartyRules;

/// <summary>Shares of a whole as percentages for people, which never contradict the numbers beside them.</summary>
/// <remarks>Thread-safe.</remarks>
public static class Shares
{
    private const int MostPlaces = 20;

    /// <summary>The shares of parts that together are the whole, such as <c>66.7%</c>.</summary>
    /// <remarks>
    /// They have one decimal place, or as many as it takes for no part above zero to be 0%, so that 100% means all. They are rounded so
    /// that they add up to 100: what rounding down leaves goes to the largest remainders, of equals to the first.
    /// </remarks>
    /// <param name="parts">The parts, each 0 or more.</param>
    /// <returns>A share for each part, in their order; a dash for each where the whole is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A part is below zero.</exception>
    public static IReadOnlyList<string> InPercent(IReadOnlyList<long> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        foreach (var part in parts)
            ArgumentOutOfRangeException.ThrowIfNegative(part, nameof(parts));
        var whole = parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part);
        if (whole.IsZero)
            return [.. parts.Select(_ => "–")];
        for (var places = 1; ; places++)
        {
            var unit = BigInteger.Pow(10, places);
            var units = Apportioned(parts, whole, 100 * unit);
            if (places == MostPlaces || !parts.Where((part, i) => part > 0 && units[i].IsZero).Any())
                return [.. units.Select(share => Text(share, unit, places))];
        }
    }

    /// <summary>How many of so many units each part is, so that all units are given.</summary>
    private static BigInteger[] Apportioned(IReadOnlyList<long> parts, BigInteger whole, BigInteger units)
    {
        var shares = parts.Select(part => part * units / whole).ToArray();
        var left = (int)(units - shares.Aggregate(BigInteger.Zero, (sum, share) => sum + share));
        var byRemainder = Enumerable.Range(0, shares.Length).OrderByDescending(i => parts[i] * units % whole);
        foreach (var i in byRemainder.Take(left))
            shares[i]++;
        return shares;
    }

    private static string Text(BigInteger share, BigInteger unit, int places) => string.Create(
        CultureInfo.InvariantCulture, $"{share / unit}.{(share % unit).ToString(CultureInfo.InvariantCulture).PadLeft(places, '0')}%");
}
