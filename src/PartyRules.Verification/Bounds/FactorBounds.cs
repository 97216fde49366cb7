using PartyRules.Arithmetic;
using PartyRules.Schemes;

namespace PartyRules.Verification.Bounds;

/// <summary>What multipliers may make of points between two ends.</summary>
internal static class FactorBounds
{
    /// <summary>The points times any factor that a multiplier may have, one of which is one where it may not apply.</summary>
    public static Interval TimesFactorOf(this Interval points, Multiplier multiplier)
    {
        var source = multiplier.Source;
        var multiplied = source.All is { } all ? all.Select(points.Times).Aggregate((one, other) => one.With(other))
            : points.Times(source.MayBeNegative ? null : Exact.Zero, null);
        return multiplier.When is null && source is not TableFactor ? multiplied : multiplied.With(points);
    }

    /// <summary>The points times the factors of several multipliers, rounded.</summary>
    public static Interval TimesAll(this Interval points, IReadOnlyList<Multiplier> multipliers, Rounding rounding) =>
        multipliers.Count == 0 ? points
            : multipliers.Aggregate(points, TimesFactorOf).Rounded(each => rounding.Round(Exact.Of(each)));
}
