namespace PartyRules.Reports.Model;

/// <summary>Figures of a set of points.</summary>
/// <param name="Count">How many there are, at least one.</param>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Median">The median; between two, their mean.</param>
internal sealed record Figures(int Count, Points Lowest, Points Highest, decimal Mean, decimal Median)
{
    /// <summary>The figures, or null where there are no points.</summary>
    public static Figures? Of(IEnumerable<Points> points)
    {
        var sorted = points.Order().ToList();
        if (sorted.Count == 0)
            return null;
        var middle = (sorted[(sorted.Count - 1) / 2].ToDecimal() + sorted[sorted.Count / 2].ToDecimal()) / 2;
        return new Figures(sorted.Count, sorted[0], sorted[^1], sorted.Sum(point => point.ToDecimal()) / sorted.Count, middle);
    }
}

/// <summary>How many points fall into each of a row of equal ranges.</summary>
/// <param name="Start">The lower bound of the first range, included.</param>
/// <param name="Width">The width of a range, above zero.</param>
/// <param name="Counts">How many fall into each range; the lower bound belongs to a range, the upper to the next.</param>
internal sealed record Histogram(decimal Start, decimal Width, IReadOnlyList<int> Counts)
{
    private const int MostBins = 16;

    public decimal End => Start + (Width * Counts.Count);

    /// <summary>The histogram with the narrowest round ranges of which there are not too many.</summary>
    /// <param name="points">The points, at least one.</param>
    public static Histogram Of(IReadOnlyCollection<Points> points)
    {
        var (lowest, highest) = (points.Min().ToDecimal(), points.Max().ToDecimal());
        var width = Widths().First(width => decimal.Floor(highest / width) - decimal.Floor(lowest / width) < MostBins);
        var first = decimal.Floor(lowest / width);
        var counts = new int[(int)(decimal.Floor(highest / width) - first) + 1];
        foreach (var point in points)
            counts[(int)(decimal.Floor(point.ToDecimal() / width) - first)]++;
        return new Histogram(first * width, width, counts);
    }

    private static IEnumerable<decimal> Widths()
    {
        for (var power = 1m; ; power *= 10)
        {
            yield return power;
            yield return 2 * power;
            yield return 5 * power;
        }
    }
}
